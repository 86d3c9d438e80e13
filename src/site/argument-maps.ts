import type { Entry } from '#schemas/entry.ts';
import { argumentMapView, type ArgumentMapView } from '#views/papers/argument-map.ts';
import type { Knowledge } from './knowledge.ts';

/** An argument map as its page shows it. */
export interface ShownMap {
  readonly view: ArgumentMapView;
  /** Its Argdown. */
  readonly source: string;
}

/** The argument maps of an entry, drawn. A map that is the entry itself leaves its problems to the entry's page. */
export async function argumentMapsOf(entry: Entry, { graph, href, problemsByPath, mapSource }: Knowledge): Promise<ShownMap[]> {
  const maps = graph.argumentMaps.get(entry.id) ?? [];
  return Promise.all(
    maps.map(async (map, index) => ({
      view: await argumentMapView(map, index + 1, href, map.path === entry.path ? [] : (problemsByPath.get(map.path) ?? [])),
      source: await mapSource(map),
    })),
  );
}
