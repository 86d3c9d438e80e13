import { resolve } from 'node:path';

/** What a command hands over to the site. Astro bundles the site's modules, so the two share no module state: these travel in the environment. */
export interface SitePlaces {
  /** Absolute path of the workspace. */
  readonly workspace: string;
  /** Absolute path of this workspace's cache, where its ingest lies. */
  readonly cacheDir: string;
  /** The workspace's folder within its repository; empty where it is the repository, or outside of one. */
  readonly folderInRepository: string;
}

/** Hands over the places to everything that Astro runs in this process. */
export function announcePlaces({ workspace, cacheDir, folderInRepository }: SitePlaces): void {
  process.env['PRIORS_WORKSPACE'] = workspace;
  process.env['PRIORS_CACHE'] = cacheDir;
  process.env['PRIORS_FOLDER'] = folderInRepository;
}

/** The places of this process; null where no command announced any, which means that Astro was started bare. */
export function announcedPlaces(): SitePlaces | null {
  const { PRIORS_WORKSPACE: workspace, PRIORS_CACHE: cacheDir, PRIORS_FOLDER: folderInRepository = '' } = process.env;
  return workspace === undefined || cacheDir === undefined ? null : { workspace, cacheDir, folderInRepository };
}

/** The places of a bare `astro dev`: the sample workspace, and a cache of its own. */
export function barePlaces(): SitePlaces {
  return { workspace: resolve('content'), cacheDir: resolve('node_modules/.cache/priors/bare'), folderInRepository: 'content' };
}

/** The places that pages and loaders read from. */
export function sitePlaces(): SitePlaces {
  const places = announcedPlaces();
  if (places === null) throw new Error('No workspace was announced: the integration of astro.config.mjs did not run.');
  return places;
}
