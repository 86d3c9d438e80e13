import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { mayBePublished } from '#views/published-files.ts';
import { resolvePath, sendFile } from './static-server.ts';
import { filesPrefix, mermaidModule, mermaidPrefix, publishablePlace } from './site-files.ts';
import type { SitePlaces } from './site-places.ts';

/** Serves in `dev` what a build copies: files of the workspace, Mermaid, and the search index from the cache. */
export function serveSiteFiles(server: ViteDevServer, { workspace, cacheDir }: SitePlaces): void {
  const { base } = server.config;
  server.middlewares.use((request, response, next) => {
    void placeOf(pathBelow(base, request.url ?? '/'), workspace, cacheDir).then((place) => {
      if (place === null) next();
      else sendFile(request, response, place);
    }, next);
  });
}

/** The file on disk that stands at a path of the site; null for pages and everything else that Astro serves. */
async function placeOf(path: string | null, workspace: string, cacheDir: string): Promise<string | null> {
  if (path === null) return null;
  if (path.startsWith(filesPrefix)) {
    const file = path.slice(filesPrefix.length);
    return mayBePublished(file) ? publishablePlace(workspace, file) : null;
  }
  if (path.startsWith(mermaidPrefix)) return mermaidModule(path.slice(mermaidPrefix.length));
  if (path.startsWith('pagefind/')) return resolvePath(join(cacheDir, 'pagefind'), path.slice('pagefind/'.length));
  return null;
}

/** The decoded path behind the base path. Vite may have taken the base away already. */
function pathBelow(base: string, url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
    return path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//, '');
  } catch {
    return null;
  }
}
