import { resolve } from 'node:path';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { siteContent, type SiteContent } from './publication.ts';
import { previewContent, type SitePreview } from './site-preview.ts';

/** Where a site is made from. */
export interface SitePlaces {
  /** Absolute path of the workspace. */
  readonly workspace: string;
  /** Absolute path of this workspace's cache, where the bodies of its entries lie. */
  readonly cacheDir: string;
  /** The workspace's folder within its repository; empty where it is the repository, or outside of one. */
  readonly folderInRepository: string;
}

/** What a command hands over to the pages. */
export interface AnnouncedSite {
  readonly places: SitePlaces;
  /** All of the workspace, of which pages show nothing but `content`. */
  readonly whole: KnowledgeGraph;
  /** What of it is published. */
  readonly content: SiteContent;
  /** Null for a site that is no preview. */
  readonly preview: SitePreview | null;
}

/** Astro bundles the modules of the site, so they share no state with those of the command; what is global, both see (decision 0021). */
const key = Symbol.for('priors.announced-site');
// Nobody else knows the symbol.
const shared = globalThis as { [key]?: AnnouncedSite };

/** Hands over a workspace, or a new state of it, to everything that Astro runs in this process. */
export function announceSite(places: SitePlaces, whole: KnowledgeGraph, preview: SitePreview | null = null): AnnouncedSite {
  return (shared[key] = { places, whole, content: preview === null ? siteContent(whole) : previewContent(preview), preview });
}

/** What was announced last; null where no command announced anything, which means that Astro was started bare. */
export function findAnnouncedSite(): AnnouncedSite | null {
  return shared[key] ?? null;
}

/** What pages and loaders show. @throws where nothing was announced */
export function announcedSite(): AnnouncedSite {
  const site = findAnnouncedSite();
  if (site === null) throw new Error('No workspace was announced: the integration of astro.config.mjs did not run.');
  return site;
}

/** Where a site is served. */
export interface SiteAddress {
  /** URL prefix, with a slash at both ends. */
  readonly base: string;
  /** Its origin, or null where that is not known. */
  readonly site: string | null;
}

const addressKey = Symbol.for('priors.site-address');
// As above.
const sharedAddress = globalThis as { [addressKey]?: SiteAddress };

/** Hands over what Astro is told: its own `import.meta.env` gives way to variables of the shell that are called `BASE_URL` and `SITE`. */
export function announceAddress(address: SiteAddress): void {
  sharedAddress[addressKey] = address;
}

/** @throws where nothing was announced */
export function announcedAddress(): SiteAddress {
  const address = sharedAddress[addressKey];
  if (address === undefined) throw new Error('No address was announced: the integration of astro.config.mjs did not run.');
  return address;
}

/** The places of a bare `astro dev`: the sample workspace, and a cache of its own. */
export function barePlaces(): SitePlaces {
  return { workspace: resolve('content'), cacheDir: resolve('node_modules/.cache/priors/bare'), folderInRepository: 'content' };
}
