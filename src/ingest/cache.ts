import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutCredentials } from './credentials/mask-credentials.ts';
import { parseFile } from './parse-file.ts';
import type { Body, ParsedFile, SourceFile } from './parsed-file.ts';

/** What parsing one file gave, without the bodies of its entries. */
type Metadata = Omit<ParsedFile, 'bodies'>;

interface CachedMetadata {
  readonly digest: string;
  /** Size of the file with the bodies, so that one that was cut off is noticed without reading it. */
  readonly bodyBytes: number;
  readonly parsed: Metadata;
}

/**
 * The cache of parsed files: `parsed/<digest>.json` holds metadata, `parsed/<digest>.body.json` the HTML and source of its entries. Digests name
 * all that parsing depends on, so nothing in here is ever out of date. Files are written under another name and then renamed: a reader finds
 * a whole file or none.
 */
export interface ParsedFileCache {
  /** What was parsed before, or null where nothing usable is there: absent, cut off or damaged. */
  read: (digest: string) => Promise<Metadata | null>;
  write: (digest: string, parsed: ParsedFile) => Promise<void>;
  /** Removes the files of all digests but these, and what a process that was killed left of one. */
  keep: (digests: ReadonlySet<string>) => Promise<void>;
}

/** The only files that are ever removed. */
const ownFile = /^[0-9a-f]{32}(?:\.body)?\.json(?:\.[0-9a-f-]{36}\.tmp)?$/;

export function openCache(cacheDir: string): ParsedFileCache {
  const folder = join(cacheDir, 'parsed');
  let made: Promise<unknown> | null = null;
  return {
    async read(digest) {
      try {
        const cached = JSON.parse(await readFile(metadataPath(cacheDir, digest), 'utf8')) as unknown;
        if (!isMetadata(cached, digest)) return null;
        const { size } = await stat(bodyPath(cacheDir, digest));
        return size === cached.bodyBytes ? cached.parsed : null;
      } catch {
        // Whatever is wrong with the cache, parsing again mends it.
        return null;
      }
    },
    async write(digest, { bodies, ...parsed }) {
      const body = JSON.stringify(bodies);
      const metadata: CachedMetadata = { digest, bodyBytes: Buffer.byteLength(body), parsed };
      made ??= mkdir(folder, { recursive: true });
      await made;
      await writeAtomically(bodyPath(cacheDir, digest), body);
      await writeAtomically(metadataPath(cacheDir, digest), JSON.stringify(metadata));
    },
    async keep(digests) {
      const names = await readdir(folder).catch(() => []);
      const stale = names.filter((name) => ownFile.test(name) && !digests.has(name.slice(0, name.indexOf('.'))));
      await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })));
    },
  };
}

/**
 * HTML and source of one entry.
 *
 * @param entry one without a file of its own (`digest` empty: an experiment without summary) has an empty body
 * @throws where the cache does not hold the body: then the workspace must be ingested again
 */
export async function readBody(cacheDir: string, entry: { readonly digest: string; readonly part: number }): Promise<Body> {
  if (entry.digest === '') return { html: '', markdown: '' };
  const bodies = await readBodies(cacheDir, entry.digest);
  const body = bodies?.[entry.part];
  if (body !== undefined) return body;
  recentBodies.delete(bodyPath(cacheDir, entry.digest));
  // Without its metadata the next ingest parses the file again.
  await rm(metadataPath(cacheDir, entry.digest), { force: true });
  throw new Error('The cache of Priors is damaged. Run the command again.');
}

/**
 * Bodies of the files that were read last: a journal's sections ask for the same file one after the other. A digest names what it stands for, so
 * nothing in here is ever out of date.
 */
const recentBodies = new Map<string, Promise<readonly Body[] | null>>();
const recentFiles = 16;

function readBodies(cacheDir: string, digest: string): Promise<readonly Body[] | null> {
  const path = bodyPath(cacheDir, digest);
  const bodies = recentBodies.get(path) ?? parseBodies(path);
  // Set anew, so that it is the last to be dropped.
  recentBodies.delete(path);
  recentBodies.set(path, bodies);
  const [oldest] = recentBodies.keys();
  if (recentBodies.size > recentFiles && oldest !== undefined) recentBodies.delete(oldest);
  return bodies;
}

async function parseBodies(path: string): Promise<readonly Body[] | null> {
  try {
    const bodies = JSON.parse(await readFile(path, 'utf8')) as unknown;
    return Array.isArray(bodies) && bodies.every(isBody) ? bodies : null;
  } catch {
    return null;
  }
}

/**
 * What a file gives, from the cache or by parsing it, after which it is there. The road from every file to the site, on which credentials are
 * masked: neither the cache nor anything that is made from it holds one.
 */
export async function parseThrough(
  cache: ParsedFileCache,
  source: SourceFile,
): Promise<{ readonly parsed: Metadata; readonly isFresh: boolean }> {
  const cached = await cache.read(source.digest);
  if (cached !== null) return { parsed: cached, isFresh: false };
  const parsed = parseFile(withoutCredentials(source));
  // A table has no bodies, and to read its rows from the cache would take as long as to read the table.
  if (parsed.table === null) await cache.write(source.digest, parsed);
  return { parsed, isFresh: true };
}

/** Writes a file into a folder that is there, so that a reader finds the old one or the new one, never half of one. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}

function metadataPath(cacheDir: string, digest: string): string {
  return join(cacheDir, 'parsed', `${digest}.json`);
}

function bodyPath(cacheDir: string, digest: string): string {
  return join(cacheDir, 'parsed', `${digest}.body.json`);
}

/** Only whole files are ever written, so a file of this digest with these parts is one that this program wrote. */
function isMetadata(value: unknown, digest: string): value is CachedMetadata {
  return (
    isObject(value) &&
    value['digest'] === digest &&
    typeof value['bodyBytes'] === 'number' &&
    isObject(value['parsed']) &&
    Array.isArray(value['parsed']['entries'])
  );
}

function isBody(value: unknown): value is Body {
  return isObject(value) && typeof value['html'] === 'string' && typeof value['markdown'] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
