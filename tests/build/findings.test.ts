import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { findingAnchor } from '#schemas/finding-text.ts';
import { createWorkspace, runPriors, type Outcome } from '../workspace.ts';

const better = 'Rotary lowers `val_bpb` by 0.011';
const failure = 'Diverges above 24 steps';
const observation = 'val_bpb fell from 0.990 to 0.972 on [run 2](run/results/2).';
const inference = 'Distance matters more than position.';
const claim = 'Rotary extrapolates, says arXiv:2104.09864.';

const workspace = createWorkspace({
  'program.md': '---\nproject: Rotary\nmetric:\n  name: val_bpb\n  direction: lower\n---\n',
  'results.tsv': 'commit\tval_bpb\tstatus\na1b2c3d\t0.990\tbaseline\nb2c3d4e\t0.972\tkeep\nc3d4e5f\t1.200\tcrash\n',
  'logs/20260104-093000-rotary.md': [
    '---',
    'subject: Rotary',
    'date: 2026-01-04T09:30:00',
    'tags: [architecture]',
    'conclusions:',
    `  - "${better}"`,
    '  - Training was more stable',
    `metrics: { failure_mode: ${failure} }`,
    '---',
    '',
    '## Achievement',
    '',
    'Rotary.',
  ].join('\n'),
  'reports/2026-01-05_rotary.md': [
    '---',
    'title: Rotary, with warmup',
    'date: 2026-01-05',
    'idea: none',
    'outcome: supported',
    `supersedes: ["logs/20260104-093000-rotary#${findingAnchor(better)}"]`,
    '---',
    '',
    'The [log](../logs/20260104-093000-rotary.md) forgot the warmup.',
    '',
    '## Observations',
    '',
    `- ${observation}`,
    '- Memory rose to 50.1 GB: [run 3](run/results/3).',
    '',
    '## Inferences',
    '',
    inference,
  ].join('\n'),
  'journals/journal.md': `# Journal\n\n## 2026-01-06: What they say\n\nClaim from Su et al.: ${claim}\nObservation: it took 12 minutes.\n\nSee [the fall](../reports/2026-01-05_rotary.md#${findingAnchor(observation)}).\n`,
});
const out = createWorkspace();
let build: Outcome;

beforeAll(async () => {
  build = await runPriors(['build', '--workspace', workspace, '--out', join(out, 'site'), '--cache', createWorkspace()]);
}, 120_000);

const read = (path: string): string => readFileSync(join(out, 'site', path), 'utf8');

it('gives every finding its place on the page of its entry', () => {
  expect(build, build.stderr).toMatchObject({ code: 0 });
  const log = read('logs/20260104-093000-rotary/index.html');
  expect(log).toContain(`<li id="${findingAnchor(better)}">`);
  expect(log).toContain(`<div class="failure-mode" id="${findingAnchor(failure)}">`);
  const report = read('reports/2026-01-05-rotary/index.html');
  expect(report).toContain(`<li id="${findingAnchor(observation)}">val_bpb fell`);
  expect(report).toContain(`<p id="${findingAnchor(inference)}">Distance`);
  const journal = read('journals/journal/2026-01-06-what-they-say/index.html');
  expect(journal).toContain(`<p id="${findingAnchor(claim)}">Claim from`);
  expect(journal).toContain(`<span id="${findingAnchor('it took 12 minutes')}"></span>Observation`);
  expect(journal).toContain(`href="/reports/2026-01-05-rotary/#${findingAnchor(observation)}"`);
});

it('keeps the places apart on the page of a whole file', () => {
  expect(read('journals/journal/index.html')).toContain(`id="entry.2026-01-06-what-they-say.${findingAnchor(claim)}"`);
});

it('lists every finding at an address that is there', () => {
  // What the file holds is held by tests of its view.
  const { findings } = JSON.parse(read('api/findings.json')) as { findings: { id: string; url: string; sort: string }[] };
  expect(findings.map(({ sort }) => sort).toSorted()).toEqual([
    'claim',
    'conclusion',
    'conclusion',
    'failure',
    'inference',
    'observation',
    'observation',
    'observation',
  ]);
  const list = read('findings/index.html');
  for (const { id, url } of findings) {
    const [path = '', anchor = ''] = url.split('#');
    expect(id.endsWith(`#${anchor}`)).toBe(true);
    expect(list).toContain(`href="${url}"`);
    expect(read(`${path.slice(1)}index.html`)).toContain(`id="${anchor}"`);
  }
});

it('says beside a finding that it is superseded, by what and why', () => {
  for (const page of [read('findings/index.html'), read('logs/20260104-093000-rotary/index.html')]) {
    expect(page).toMatch(/data-why="superseded"[^]*Superseded by[^]*href="\/reports\/2026-01-05-rotary\/"[^]*forgot the warmup/);
    expect(page.match(/data-why="superseded"/g)).toHaveLength(1);
  }
});

it('says above a text which of its statements rest on runs that do not count', () => {
  expect(read('reports/2026-01-05-rotary/index.html')).toMatch(
    /id="entry-caveats"[^]*Rests on[^]*run 3[^]*which crashed[^]*href="#f-[^]*Memory rose/,
  );
});

it('keeps claims of others apart, with their source', () => {
  expect(read('findings/claims/index.html')).toMatch(/Rotary extrapolates[^]*Su et al\.[^]*arxiv\.org\/abs\/2104\.09864/);
  expect(read('findings/claims/index.html')).not.toContain('Distance matters');
  expect(read('index.html')).toContain('href="/findings/"');
});

it('leads from the search to the findings', () => {
  const folder = join(out, 'site/pagefind');
  expect(JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8'))).toMatchObject({
    // The log, the report, the journal entry, the program, three runs and eight findings.
    languages: { en: { page_count: 15 } },
  });
});
