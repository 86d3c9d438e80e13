import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { writeSearchIndex } from './search-index.ts';
import { sitePlaces } from './site-places.ts';

const contentTypes: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/**
 * Serves `/pagefind/` in `dev`. The index is made when a browser first asks for it, and again when the workspace was read anew since: what nobody
 * searches costs nothing, and what is searched is never old.
 */
export function devSearch(): AstroIntegration {
  return {
    name: 'priors-dev-search',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const index = currentIndex();
        server.middlewares.use((request, response, next) => {
          const path = pathBelowPagefind(request, server.config.base);
          if (path === null) next();
          else
            serve(index, path, response).catch((reason: unknown) => {
              logger.error(reason instanceof Error ? reason.message : String(reason));
              response.writeHead(503).end();
            });
        });
      },
    },
  };
}

type Index = (fresh: boolean) => Promise<string>;

/** The folder of the index; with `fresh` it is brought up to date before. */
function currentIndex(): Index {
  let built: { readonly revision: number; readonly folder: Promise<string> } | null = null;
  return async (fresh) => {
    const { cacheDir } = sitePlaces();
    if (built !== null && !fresh) return built.folder;
    const revision = (await stat(join(cacheDir, 'ingest.json'))).mtimeMs;
    if (built?.revision === revision) return built.folder;
    const outFolder = join(cacheDir, 'search');
    const current = { revision, folder: writeSearchIndex(cacheDir, outFolder).then(() => join(outFolder, 'pagefind')) };
    built = current;
    // A failure is told now and tried again at the next request.
    current.folder.catch(() => (built = null));
    return current.folder;
  };
}

/** The file that is asked for, relative to the index; null where the request is about something else. */
function pathBelowPagefind({ url = '' }: IncomingMessage, base: string): string | null {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  // Vite takes the base path off before middlewares see the address, Astro puts it back for some.
  const prefix = [`${base.replace(/\/$/, '')}/pagefind/`, '/pagefind/'].find((candidate) => path.startsWith(candidate));
  return prefix === undefined ? null : path.slice(prefix.length);
}

async function serve(index: Index, path: string, response: ServerResponse): Promise<void> {
  // Every page load asks for these two first; the rest is named by its content.
  const folder = await index(path === 'pagefind.js' || path === 'pagefind-entry.json');
  const file = join(folder, path);
  const content = relative(folder, file).startsWith('..') ? null : await readFile(file).catch(() => null);
  if (content === null) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': contentTypes[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' }).end(content);
}
