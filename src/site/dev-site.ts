import { join } from 'node:path';
import { dev } from 'astro';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { announceSite, type SitePlaces } from './announced-site.ts';

export interface DevOptions {
  /** The folder that holds Priors itself. */
  readonly root: string;
  readonly places: SitePlaces;
  /** All of the workspace, as it is at the start. */
  readonly graph: KnowledgeGraph;
  readonly base: string;
  readonly port: number;
  /** Network address to listen at; only this machine without. */
  readonly host?: string;
}

export interface DevSite {
  /** Where to look at it. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Serves the site of an ingested workspace, and keeps it as the workspace is. */
export async function devSite({ root, places, graph, base, port, host }: DevOptions): Promise<DevSite> {
  announceSite(places, graph);
  const server = await dev({
    root,
    cacheDir: join(places.cacheDir, 'astro'),
    base,
    // Astro warns of every kind that a workspace has no entries of.
    logLevel: 'error',
    server: { port, host: host ?? false },
    vite: { cacheDir: join(places.cacheDir, 'vite') },
  });
  const address = `http://${host ?? 'localhost'}:${server.address.port}${base}`;
  return { address, stop: () => server.stop() };
}
