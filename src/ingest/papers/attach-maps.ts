import { excerptOf } from '#markdown/excerpt.ts';
import type { ArgumentMap } from '#schemas/argument-map.ts';
import { bareEntry } from '#ingest/entries/bare-entry.ts';
import { splitStem } from '#ingest/text/dates.ts';
import type { ParsedEntry } from '#ingest/parsed-file.ts';
import { stemOf } from '#ingest/text/slug.ts';

/**
 * The maps of a workspace, each with the paper that it analyses: `slug_analysis.argdown` or `slug.argdown` beside `slug.md` (design, "Kinds").
 * A map without a paper is one by itself.
 */
export function attachMaps(entries: readonly ParsedEntry[], maps: readonly ArgumentMap[]): ArgumentMap[] {
  const papers = new Map(entries.filter(({ kind }) => kind === 'paper').map(({ path }) => [placeOf(path), path]));
  return maps.map((map) => {
    const place = placeOf(map.path);
    return { ...map, paper: papers.get(place) ?? papers.get(place.replace(/[-_. ]analysis$/, '')) ?? map.path };
  });
}

/** An entry for each map that has no paper. Its body is the map's own: the source, which the page draws. */
export function entriesOfMaps(maps: readonly ArgumentMap[]): ParsedEntry[] {
  return maps.filter(({ path, paper }) => path === paper).map(entryOfMap);
}

/** Where a file stands, without its ending; compared without case. */
function placeOf(path: string): string {
  return path.replace(/\.[^./]+$/, '').toLowerCase();
}

function entryOfMap({ path, title, nodes, lastLine, digest }: ArgumentMap): ParsedEntry {
  const stem = stemOf('paper', path);
  const { date } = splitStem(stem);
  return bareEntry('paper', path, {
    title: title ?? stem,
    date,
    inferred: [...(title === null ? ['title'] : []), ...(date === null ? [] : ['date'])],
    lastLine,
    excerpt: excerptOf(nodes.find(({ text }) => text !== '')?.text ?? ''),
    words: nodes.reduce((words, { text }) => words + text.split(/\s+/).filter((word) => word !== '').length, 0),
    digest,
  });
}
