import { join } from 'node:path';
import { dev } from 'astro';
import { announcePlaces, type SitePlaces } from './site-places.ts';

export interface DevOptions {
  /** The folder that holds Priors itself. */
  readonly root: string;
  readonly places: SitePlaces;
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
export async function devSite({ root, places, base, port, host }: DevOptions): Promise<DevSite> {
  announcePlaces(places);
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
