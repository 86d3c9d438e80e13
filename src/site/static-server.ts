import { createReadStream, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';

/** A built site is served from its folder, below its base path. */
export interface StaticSite {
  readonly folder: string;
  readonly base: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.wasm': 'application/wasm',
};

/** A server for looking at a built site on this machine: pages, right content types, the site's own 404 page. Not for the open network. */
export function createStaticServer(site: StaticSite): Server {
  return createServer((request, response) => {
    respond(site, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

async function respond({ folder, base }: StaticSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const path = decodedPath(request.url ?? '/');
  if (path === base.slice(0, -1) || (path === '/' && base !== '/')) {
    response.writeHead(302, { location: base }).end();
    return;
  }
  const inner = path?.startsWith(base) === true ? path.slice(base.length) : null;
  const place = inner === null ? null : await resolvePath(folder, inner === '' || inner.endsWith('/') ? `${inner}index.html` : inner);
  if (place !== null) {
    sendFile(request, response, place);
    return;
  }
  if (inner !== null && (await resolvePath(folder, `${inner}/index.html`)) !== null) {
    response.writeHead(301, { location: `${encodeURI(path ?? '')}/` }).end();
    return;
  }
  const missing = await resolvePath(folder, '404.html');
  if (missing === null) response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is nothing at this address.\n');
  else sendFile(request, response, missing, 404);
}

/** Sends a file with the content type of its ending. */
export function sendFile(request: IncomingMessage, response: ServerResponse, place: string, status = 200): void {
  writeHead(response, place, statSync(place).size, status);
  if (request.method === 'HEAD') response.end();
  else createReadStream(place).pipe(response);
}

/** Sends something in place of what a file holds. */
export function sendContent(request: IncomingMessage, response: ServerResponse, place: string, content: string | Uint8Array): void {
  writeHead(response, place, Buffer.byteLength(content), 200);
  response.end(request.method === 'HEAD' ? undefined : content);
}

function writeHead(response: ServerResponse, place: string, bytes: number, status: number): void {
  response.writeHead(status, {
    'content-type': contentTypes[extname(place).toLowerCase()] ?? 'application/octet-stream',
    'content-length': bytes,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
}

/** The real place of a file below a folder; null where there is none, or it lies outside (also through a link). */
export async function resolvePath(folder: string, path: string): Promise<string | null> {
  if (path.includes('\0')) return null;
  try {
    const [root, place] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    const inner = relative(root, place);
    return inner === '..' || inner.startsWith(`..${sep}`) || !statSync(place).isFile() ? null : place;
  } catch {
    return null;
  }
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return null;
  }
}
