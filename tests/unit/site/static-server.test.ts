import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStaticServer } from '#site/static-server.ts';

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'priors-server-'));
  await mkdir(join(folder, 'site/ideas/研究'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site/index.html'), 'home');
  await writeFile(join(folder, 'site/404.html'), 'nothing here');
  await writeFile(join(folder, 'site/ideas/研究/index.html'), 'idea');
  await writeFile(join(folder, 'site/a b.md'), '# a');
  await symlink(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
  server = createStaticServer({ folder: join(folder, 'site'), base: '/base/' });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Unlike `fetch`, sends a path as it is, dots and all. */
function get(path: string, method = 'GET'): Promise<{ status: number; type: string; location: string; body: string }> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          location: response.headers.location ?? '',
          body,
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

it.each([
  ['/base/', 200, 'text/html; charset=utf-8', 'home'],
  ['/base/?q=1', 200, 'text/html; charset=utf-8', 'home'],
  ['/base/ideas/%E7%A0%94%E7%A9%B6/', 200, 'text/html; charset=utf-8', 'idea'],
  ['/base/a%20b.md', 200, 'text/markdown; charset=utf-8', '# a'],
  ['/base/nothing/', 404, 'text/html; charset=utf-8', 'nothing here'],
  ['/other/', 404, 'text/html; charset=utf-8', 'nothing here'],
  ['/base/../../secret.txt', 404, 'text/html; charset=utf-8', 'nothing here'],
  ['/base/%2e%2e/secret.txt', 404, 'text/html; charset=utf-8', 'nothing here'],
  ['/base/..%2fsecret.txt', 404, 'text/html; charset=utf-8', 'nothing here'],
  ['/base/link.txt', 404, 'text/html; charset=utf-8', 'nothing here'],
  ['/base/%00', 404, 'text/html; charset=utf-8', 'nothing here'],
  ['/base/%', 404, 'text/html; charset=utf-8', 'nothing here'],
])('answers %s with %i', async (path, status, type, body) => {
  expect(await get(path)).toMatchObject({ status, type, body });
});

it.each([
  ['/', 302, '/base/'],
  ['/base', 302, '/base/'],
  ['/base/ideas/%E7%A0%94%E7%A9%B6', 301, '/base/ideas/%E7%A0%94%E7%A9%B6/'],
])('leads %s to where the page is', async (path, status, location) => {
  expect(await get(path)).toMatchObject({ status, location });
});

it('only reads', async () => {
  expect((await get('/base/', 'POST')).status).toBe(405);
  expect(await get('/base/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});
