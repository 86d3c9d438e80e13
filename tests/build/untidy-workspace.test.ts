import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStaticServer } from '#site/static-server.ts';
import { createWorkspace, runPriors, type Outcome } from '../workspace.ts';

const page = '# Title\n\nText.\n';
const table = 'commit\tval_bpb\tstatus\n187e419\t0.99\tkeep\n';

/** Names as people and programs give them. */
const oddNames = [
  'Bash &.md',
  'Bash &&.md',
  'Bash.md',
  "a&b;c$d?e*f%g#h+i'j(k)l>m=n!o.md",
  '100% sure.md',
  '%2e%2e.md',
  'a b/c d.md',
  '-dash.md',
  '実験.md',
  'تجربة.md',
  'Cafe\u0301.md',
  '🙂.md',
  'line\nfeed.md',
  'back\\slash.md',
  '<script>.md',
  '404.md',
  'index.md',
  'README.md',
  'a/README.md',
  'b/README.md',
  `${'long '.repeat(48)}.md`,
  'ideas/Bash &.md',
  'ideas/Bash &&.md',
];

const badFiles: Readonly<Record<string, string | Uint8Array>> = {
  'empty.md': '',
  'nul.md': Buffer.from('# N\0ul\n\n\u001b[2J\n'),
  'bytes.md': Buffer.from(Array.from({ length: 4096 }, (_, index) => index % 256)),
  'utf16.tsv': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]),
  'trace.tsv': 'Traceback (most recent call last):\n  File "train.py", line 3\n',
  'train.log': 'step 1 loss 3.2\n',
  'queue.json': '{broken',
  'ideas/yaml.md': '---\ntitle: "x\n---\n\nText.\n',
  'papers/x.argdown': '[a]: {broken\n',
  'long-line.md': `${'x'.repeat(3_000_000)}\n`,
  'script.md': '# <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n',
};

const files: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(oddNames.map((name) => [name, page])),
  ...badFiles,
  'journals/2026 & more.md': '# J\n\n## 2026-01-04: 100% & more?\n\nx\n\n## 2026-01-03: #1\n\ny\n',
  'results/a b%.tsv': table,
  'exp &1/design.log': '[2026-01-04 09:30:00] VERIFY_MODEL: Llama\nResult: there\n',
  'links.md': '# Links\n\n[a](<Bash &.md>) [b](Bash%20&&.md) [c](100%25%20sure.md) [d](実験.md) [e](<a b/c d.md>) [[Bash &&]]\n',
};

let built: Outcome;
let out: string;
let root: string;

beforeAll(async () => {
  root = createWorkspace(files);
  symlinkSync('.', join(root, 'loop'));
  symlinkSync('loop.md', join(root, 'loop.md'));
  out = join(createWorkspace(), 'site');
  built = await runPriors(['build', '--workspace', root, '--out', out, '--cache', createWorkspace()]);
}, 300_000);

const servers: ReturnType<typeof createStaticServer>[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

interface Health {
  readonly diagnostics: readonly { readonly path: string; readonly code: string }[];
  readonly files: readonly { readonly path: string; readonly diagnostics: number; readonly unaccounted: readonly number[] }[];
  readonly skipped: readonly { readonly path: string }[];
  readonly assets: readonly string[];
}

it('builds, whatever the files are called and whatever is in them', () => {
  expect(built.code, built.stdout + built.stderr).toBe(0);
  expect(existsSync(join(out, 'index.html'))).toBe(true);
});

it('accounts for every file, and finds no line that is in nothing without a diagnostic', () => {
  const health = readHealth();
  const known = [...health.files.map(({ path }) => path), ...health.skipped.map(({ path }) => path), ...health.assets];
  const all = Object.keys(files).map((path) => path.normalize('NFC'));
  expect(all.filter((path) => !known.includes(path))).toEqual([]);
  expect(health.diagnostics.filter(({ code }) => code === 'unread-line')).toEqual([]);
  for (const { path, diagnostics } of health.files) {
    expect(diagnostics).toBe(health.diagnostics.filter((diagnostic) => diagnostic.path === path).length);
  }
});

it('finds the links to files with odd names', () => {
  expect(readHealth().diagnostics.filter(({ path }) => path === 'links.md')).toEqual([]);
});

it('has a page for every entry, which can be reached from the first page, and no address that leads nowhere', async () => {
  const server = createStaticServer({ folder: out, base: '/' }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  // A server that listens on a port has an address with one.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { reached, dead } = await crawl(origin);
  expect(dead).toEqual([]);
  // Priors wrote it, in the shape of its contract.
  const { entries } = readJson('api/entries.json') as { readonly entries: readonly { readonly path: string; readonly url: string }[] };
  expect(entries.filter(({ url }) => !reached.has(url))).toEqual([]);
  const withPage = new Set(entries.map(({ path }) => path));
  expect(Object.keys(badFiles).filter((path) => path.endsWith('.md') && !withPage.has(path))).toEqual([]);
}, 120_000);

/** Follows every link of every page from the first one on. */
async function crawl(origin: string): Promise<{ readonly reached: ReadonlySet<string>; readonly dead: readonly string[] }> {
  const reached = new Set<string>();
  const dead: string[] = [];
  const next = ['/'];
  for (let address = next.pop(); address !== undefined; address = next.pop()) {
    if (reached.has(address)) continue;
    reached.add(address);
    const response = await fetch(origin + address);
    const text = await response.text();
    if (!response.ok) dead.push(address);
    if (response.headers.get('content-type')?.includes('html') !== true) continue;
    for (const [, written = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const url = new URL(written.replace(/&amp;|&#x26;|&#38;/g, '&'), origin + address);
      if (url.origin === origin) next.push(url.pathname);
    }
  }
  return { reached, dead };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(out, path), 'utf8')) as unknown;
}

function readHealth(): Health {
  // Priors wrote it, in the shape of its contract.
  return readJson('api/health.json') as Health;
}
