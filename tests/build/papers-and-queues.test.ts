import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { createWorkspace, runPriors, type Outcome } from '../workspace.ts';

/** Stands in the environment of a job and in the path of its folder. */
const secret = 'quokka';

const task = (id: number, further: object): object => ({
  id,
  command: 'just eval rotary',
  path: `/home/${secret}/lab/rotary`,
  envs: { TOKEN: secret },
  label: 'Q: does rotary help? H: expect -0.01 bpb',
  ...further,
});

const workspace = createWorkspace({
  'papers/2512.24880.md': '# Hyper-Connections\n\nZhenda Xie, Yixuan Wei\n\nThe text.\n',
  'papers/2512.24880_analysis.argdown': '[Rotary wins]: \\<b> p\\<0.05. {credence: 0.92}\n  - [Not below 512]: Short contexts.\n',
  'papers/broken.argdown': '[A]: a\n\n  + [B]\n',
  'ideas/rotary.md': '---\ntitle: Rotary\npapers: [arXiv:2512.24880v2]\n---\n\nAs arXiv:2512.24880 says.\n',
  'queue.json': JSON.stringify({ tasks: { 12: task(12, { status: { Done: { result: 'Success' } } }) } }, null, 2),
  'runs/queue.json': JSON.stringify({ tasks: { 1: task(1, {}) } }, null, 2).slice(0, -20),
});
const out = createWorkspace();
let build: Outcome;

beforeAll(async () => {
  build = await runPriors(['build', '--workspace', workspace, '--out', join(out, 'site'), '--cache', createWorkspace()]);
}, 120_000);

const read = (path: string): string => readFileSync(join(out, 'site', path), 'utf8');

it('builds the pages of papers, of maps without a paper, and of jobs', () => {
  expect(build, build.stderr).toMatchObject({ code: 0 });
  expect(read('papers/index.html')).toMatch(/Hyper-Connections[^]*Zhenda Xie, Yixuan Wei/);
  expect(read('jobs/index.html')).toMatch(/id="job-queue-12"[^]*does rotary help\?[^]*expect -0\.01 bpb/);
  expect(read('index.html')).toContain('href="/jobs/"');
});

it('draws a map without a script, lists it, and keeps its source', () => {
  const page = read('papers/2512-24880/index.html');
  expect(page).toContain('<svg class="argument-diagram"');
  expect(page).toMatch(/attacked by[^]*Not below 512/);
  expect(page).toContain('credence 0.92');
  expect(page).toMatch(/<pre[^>]*>\[Rotary wins\]: \\&lt;b/);
  expect(page).not.toContain('<b>');
});

it('shows the source of an invalid map, and where it is wrong', () => {
  const page = read('papers/broken/index.html');
  expect(page).toContain('no valid Argdown');
  expect(page).toContain('<code>3:3</code>');
  expect(page).toMatch(/<pre[^>]*>\[A\]: a/);
});

it('leads from a reference to the paper, and from the paper to what refers to it', () => {
  expect(read('ideas/rotary/index.html')).toMatch(/href="\/papers\/2512-24880\/"[^>]*>\s*Hyper-Connections/);
  expect(read('papers/2512-24880/index.html')).toMatch(/Linked from[^]*Rotary/);
});

it('publishes nothing of the environment of a job or of the machine, of a damaged queue neither', () => {
  const files = filesBelow(join(out, 'site')).filter((path) => /\.(?:html|json|md|xml)$/.test(path));
  expect(files.filter((path) => readFileSync(path, 'utf8').includes(secret))).toEqual([]);
  expect(read('pages/queue/index.html')).toContain('not published');
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
