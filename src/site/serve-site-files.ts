import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { resolvePath, sendFile, sendText } from './static-server.ts';
import { filesPrefix, mermaidModule, mermaidPrefix, publishableFile, type PublishableFile } from './site-files.ts';
import type { SitePlaces } from './site-places.ts';

/**
 * Serves in `dev` what a build copies, and nothing else: files of the workspace, Mermaid, and the search index from the cache.
 *
 * @param isPublished whether a build of the workspace as it is now would publish this file of it
 */
export function serveSiteFiles(server: ViteDevServer, { workspace, cacheDir }: SitePlaces, isPublished: (path: string) => boolean): void {
  const { base } = server.config;
  server.middlewares.use((request, response, next) => {
    const path = pathBelow(base, request.url ?? '/');
    const answer = path === null ? null : answerAt(path, { workspace, cacheDir, isPublished });
    if (answer === null) {
      next();
      return;
    }
    void answer.then((file) => {
      if (file === null) response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such file.\n');
      else if (file.text === null) sendFile(request, response, file.place);
      else sendText(request, response, file.place, file.text);
    }, next);
  });
}

interface Sources {
  readonly workspace: string;
  readonly cacheDir: string;
  readonly isPublished: (path: string) => boolean;
}

/** The file that stands at a path of the site, null where there is none; at once null for pages and everything else that Astro serves. */
function answerAt(path: string, { workspace, cacheDir, isPublished }: Sources): Promise<PublishableFile | null> | null {
  if (path.startsWith(filesPrefix)) {
    const file = path.slice(filesPrefix.length);
    return isPublished(file) ? publishableFile(workspace, file) : Promise.resolve(null);
  }
  if (path.startsWith(mermaidPrefix)) return placeOnly(Promise.resolve(mermaidModule(path.slice(mermaidPrefix.length))));
  if (path.startsWith('pagefind/')) return placeOnly(resolvePath(join(cacheDir, 'pagefind'), path.slice('pagefind/'.length)));
  return null;
}

async function placeOnly(found: Promise<string | null>): Promise<PublishableFile | null> {
  const place = await found;
  return place === null ? null : { place, text: null };
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
