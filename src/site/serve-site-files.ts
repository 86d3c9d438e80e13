import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { resolvePath, sendContent, sendFile } from './static-server.ts';
import { filesPrefix, mermaidModule, mermaidPrefix, publishableFile } from './site-files.ts';
import type { SitePlaces } from './announced-site.ts';
import { downloadsPrefix } from './table-downloads.ts';

/** What a build puts beside its pages. */
export interface SiteFiles {
  readonly places: SitePlaces;
  /** Whether a build of the workspace as it is now would publish this file of it. */
  readonly isPublished: (path: string) => boolean;
  /** The download of a table at a path below `api/runs/`, null where there is none. */
  readonly downloadAt: (path: string) => string | Uint8Array | null;
}

/** Serves in `dev` what a build puts beside its pages, and nothing else: files of the workspace, downloads of tables, Mermaid, the search index. */
export function serveSiteFiles(server: ViteDevServer, files: SiteFiles): void {
  const { base } = server.config;
  server.middlewares.use((request, response, next) => {
    const path = pathBelow(base, request.url ?? '/');
    const answer = path === null ? null : answerAt(path, files);
    if (answer === null) {
      next();
      return;
    }
    void answer.then((file) => {
      if (file === null) response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such file.\n');
      else if (file.text === null) sendFile(request, response, file.place);
      else sendContent(request, response, file.place, file.text);
    }, next);
  });
}

/** What is sent, and under which name: that of its ending says what it is. */
interface Answer {
  readonly place: string;
  /** Null for what the file at that place holds. */
  readonly text: string | Uint8Array | null;
}

/** The file that stands at a path of the site, null where there is none; at once null for pages and everything else that Astro serves. */
function answerAt(path: string, { places: { workspace, cacheDir }, isPublished, downloadAt }: SiteFiles): Promise<Answer | null> | null {
  if (path.startsWith(filesPrefix)) {
    const file = path.slice(filesPrefix.length);
    return isPublished(file) ? publishableFile(workspace, file) : Promise.resolve(null);
  }
  if (path.startsWith(downloadsPrefix)) {
    const text = downloadAt(path.slice(downloadsPrefix.length));
    return Promise.resolve(text === null ? null : { place: path, text });
  }
  if (path.startsWith(mermaidPrefix)) return placeOnly(Promise.resolve(mermaidModule(path.slice(mermaidPrefix.length))));
  if (path.startsWith('pagefind/')) return placeOnly(resolvePath(join(cacheDir, 'pagefind'), path.slice('pagefind/'.length)));
  return null;
}

async function placeOnly(found: Promise<string | null>): Promise<Answer | null> {
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
