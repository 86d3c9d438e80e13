import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace, runPriors, type Outcome } from '../workspace.ts';

/** Stands in every file that is excluded, as a title, a tag, a value and text, and in the names of those that nothing links to. */
const secret = 'quagga';
/** Stands in the full text of a paper, as text, heading, formula, diagram and link. */
const paperText = 'numbat';
/** Stands in the human journal. */
const humanText = 'wombat';
/** Part of the name of an ignored file. */
const ignoredName = 'dugong';
/** Made up, and joined here so that no scanner takes it for a leak. */
const token = ['gh', 'p_', 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5'].join('');
const published = 'okapi';

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>${secret}</title></svg>`;

function idea(title: string, body: string): string {
  return `---\ntitle: ${title}\ndate: 2026-01-04\nhypothesis: ${title} helps\ntags: [${title.split(' ')[0] ?? ''}-tag]\n---\n\n${body}\n`;
}

const secretText = `The ${secret} text. It links to [the idea](../ideas/open.md) and to [nothing](${secret}-nowhere.md).`;
const event = (text: string): string => `[2026-01-02 10:00:00] VERIFY_MODEL: ${text}\nResult: ${text}\n`;

const files: Readonly<Record<string, string>> = {
  'program.md': [
    '---',
    'title: The program',
    'project: Smaller models',
    'metric: { name: val_bpb, direction: lower }',
    'publish:',
    `  exclude: ["**/*${secret}*", private, "**/linked-*"]`,
    `ignore: ["${ignoredName}*"]`,
    '---',
    '',
    `# The program\n\nAbout the ${published}.`,
    '',
  ].join('\n'),

  'ideas/open.md': idea(
    `${published} idea`,
    [
      `An ${published}. [The words of one link](linked-idea.md), [the words of another](../linked-results.tsv), [a third](../linked-lab_journal.md),`,
      '[a run log](../experiments/half/linked-scaffold.log), [an experiment](../experiments/linked-sweep/), [a folder](../private/), [a run](run/linked-results/1).',
      '![The picture](../figures/linked-plot.svg) ![Another](../figures/alias.svg)',
      '[Almost](quaggb-idea.md) and [[twin]].',
      `The key is ${token}.`,
    ].join('\n\n'),
  ),
  'ideas/linked-idea.md': idea(`${secret} one`, secretText),
  [`ideas/2026-01-01_${secret}-idea.md`]: idea(`${secret} two`, secretText),
  'private/twin.md': `# Twin ${secret}\n\n${secretText}\n`,
  'notes/twin.md': `# Twin\n\nAn ${published}.\n`,
  'ideas/same.md': idea(`${published} same`, 'One.'),
  'private/ideas/same.md': idea(`${secret} same`, secretText),
  [`reports/2026-01-05_${secret}.md`]: `---\ntitle: ${secret} report\ndate: 2026-01-05\noutcome: supported\nidea: open\n---\n\n${secretText}\n`,
  [`logs/20260104-093000-${secret}.md`]: `---\nsubject: ${secret} log\ndate: 2026-01-04\ntags: [${secret}-tag]\n${secret}: unknown\n---\n\n## Achievement\n\n${secretText}\n\n## Rationale\n\nWhy.\n`,
  [`progress/2026-01-06_${secret}.md`]: `---\ntitle: ${secret} week\ndate: 2026-01-06\n---\n\n${secretText}\n`,
  'linked-lab_journal.md': `# ${secret} journal\n\n## 2026-01-07: ${secret} day\n\n${secretText}\n`,
  [`journals/${secret}.md`]: `# Journal\n\n## 2026-01-08: ${secret} day\n\n${secretText}\n`,
  'JOURNAL.md': `# Journal\n\n## 2026-01-09: ${published} day\n\nSaid ${token}.\n`,
  [`papers/${secret}.md`]: `---\ntitle: ${secret} paper\nauthors: [A. ${secret}]\n---\n\n${secretText}\n`,
  [`papers/${secret}_analysis.argdown`]: `[${secret} claim]: The ${secret} holds.\n  + <${secret} argument>: Because.\n`,
  'papers/open.md': [
    '---',
    `title: An ${published} paper`,
    'authors: [B. Author]',
    'year: 2024',
    'url: https://example.org/paper',
    '---',
    '',
    `# An ${published} paper`,
    '',
    `## Abstract of the ${paperText}`,
    '',
    `The ${paperText} is [here](../ideas/open.md), $x_{${paperText}}$, and [there](${paperText}.md).`,
    '',
    '```mermaid',
    `graph TD; A[${paperText}] --> B`,
    '```',
    '',
  ].join('\n'),
  'papers/linked-other.md': `---\ntitle: ${secret} other\n---\n\n${secretText}\n`,
  'papers/linked-other_analysis.argdown': `[${secret} other claim]: Text.\n`,
  'experiments/linked-sweep/experiment_summary.md': `# ${secret} sweep\n\n${secretText}\n`,
  'experiments/linked-sweep/design-experiment.log': event(`${secret} sweep`),
  [`experiments/${secret}-runs/design-experiment.log`]: event(secret),
  'experiments/half/design-experiment.log': event(`${published} half`),
  'experiments/half/linked-scaffold.log': event(`${secret} half`).replace('2026', '2025'),
  'experiments/half/steps.jsonl': `{"timestamp":"2026-01-03T10:00:00Z","action":"RUN","result":"${token}"}\n`,
  [`${secret}-steps.jsonl`]: `{"timestamp":"2026-01-03T10:00:00Z","action":"RUN","result":"${secret}"}\n`,
  'linked-results.tsv': `commit\tval_bpb\tstatus\tdescription\n187e419\t0.9979\tbaseline\t${secret} row\n`,
  [`${secret}.tsv`]: `commit\tval_bpb\tstatus\t${secret}\n187e419\t0.5\tkeep\t${secret}\n`,
  'results.tsv': `commit\tval_bpb\tstatus\tdescription\n0640555\t0.9979\tbaseline\t${published} row\n88e6082\t0.9\tkeep\t${token}\n`,
  'private/queue.json': JSON.stringify({
    tasks: { 0: { id: 0, command: secret, label: secret, status: 'Queued', path: '/', group: 'default' } },
  }),
  [`private/log_${secret}.json`]: JSON.stringify({ subject: secret, date: '2026-01-04', achievement: secret, rationale: secret }),
  [`notes/${secret}.md`]: `# ${secret} notes\n\n${secretText}\n`,
  'figures/linked-plot.svg': picture,
  'figures/open.svg': picture.replace(secret, published),
  'notes/open.md': `# Notes\n\n![A picture](../figures/open.svg)\n\nAn ${published}.\n`,
  'notes/Human_Journal.md': `# Mine\n\nThe ${humanText}.\n`,
  'notes/human-journal.txt': `The ${humanText}.\n`,
  [`${ignoredName}-plan.md`]: '# Plan\n\nNot read.\n',
};

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

interface Written {
  readonly path: string;
  readonly text: string;
}

/** Every file below a folder; what is compressed also as it is before. */
function filesBelow(folder: string): Written[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => {
      const path = join(item.parentPath, item.name);
      const bytes = readFileSync(path);
      const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return { path: path.slice(folder.length + 1), text: (isCompressed ? gunzipSync(bytes) : bytes).toString('latin1') };
    });
}

function holding(folder: string, word: string): string[] {
  return filesBelow(folder)
    .filter(({ path, text }) => `${path}\n${text}`.toLowerCase().includes(word.toLowerCase()))
    .map(({ path }) => path);
}

describe('a workspace that keeps something private', () => {
  const out = join(createWorkspace(), 'site');
  const cache = createWorkspace();
  let root = '';
  let built: Outcome;
  let checked: Outcome;

  beforeAll(async () => {
    root = createWorkspace(files);
    symlinkSync('../ideas/linked-idea.md', join(root, 'notes/alias.md'));
    symlinkSync('linked-plot.svg', join(root, 'figures/alias.svg'));
    symlinkSync('Human_Journal.md', join(root, 'notes/mine.md'));
    checked = await runPriors(['check', '--format', 'json', '--workspace', root, '--cache', cache]);
    built = await runPriors(['build', '--workspace', root, '--out', out, '--cache', cache]);
  }, 120_000);

  it('is built, and says how much is not published', () => {
    expect(built.stderr).not.toContain('Nothing was built');
    expect(built).toMatchObject({ code: 0 });
    expect(built.stdout).toMatch(/; \d\d files are not published, as program\.md says/);
  });

  it('shows nothing of an excluded file anywhere', () => {
    expect(holding(out, secret)).toEqual([]);
  });

  it('shows the words of links to excluded files, and no link', () => {
    const page = readFileSync(join(out, 'ideas/open/index.html'), 'utf8');
    for (const words of ['The words of one link', 'the words of another', 'a third', 'a run log', 'an experiment', 'a run']) {
      expect(page).toMatch(new RegExp(`<a(?: title="[^"]*")?>${words}</a>`));
    }
    expect(page).not.toMatch(/<img[^>]*(?:plot|alias)/);
    expect(page).toContain('The picture');
  });

  it('does not call those links dead', () => {
    const health = reportOf(readFileSync(join(out, 'api/health.json'), 'utf8'));
    expect(health.diagnostics.filter(({ code }) => code === 'dead-link').map(({ message }) => message)).toEqual([
      'The link to "quaggb-idea.md" leads nowhere',
    ]);
  });

  it('publishes of the diagnostics of excluded files the number only, while check shows them all', () => {
    const health = reportOf(readFileSync(join(out, 'api/health.json'), 'utf8'));
    const whole = reportOf(checked.stdout);
    expect(whole.diagnostics.filter(({ path }) => path.includes(secret)).length).toBeGreaterThan(5);
    expect(health.withheld?.problems).toBe(whole.diagnostics.length - health.diagnostics.length);
    expect(health.withheld?.files).toBe(whole.files.length - health.files.length);
    expect(health.summary.errors + health.summary.warnings).toBe(health.diagnostics.length);
  });

  it('publishes the metadata of a paper and not its text', () => {
    expect(holding(out, paperText)).toEqual([]);
    const page = readFileSync(join(out, 'papers/open/index.html'), 'utf8');
    for (const shown of [`An ${published} paper`, 'B. Author', '2024', 'https://example.org/paper']) expect(page).toContain(shown);
    expect(readFileSync(join(out, 'papers/open.md'), 'utf8')).toBe(
      `---\ntitle: An ${published} paper\nauthors:\n  - B. Author\nyear: "2024"\nurl: https://example.org/paper\n---\n`,
    );
  });

  it('never reads a human journal, not even into the cache', () => {
    expect(holding(out, humanText)).toEqual([]);
    expect(holding(cache, humanText)).toEqual([]);
  });

  it('does not name what is not read', () => {
    expect(holding(out, ignoredName)).toEqual([]);
  });

  it('masks credentials everywhere, in the table that is copied and in the cache too', () => {
    expect(holding(out, token)).toEqual([]);
    expect(holding(cache, token)).toEqual([]);
    expect(readFileSync(join(out, 'files/results.tsv'), 'utf8')).toBe(
      (files['results.tsv'] ?? '').replace(token, '•'.repeat(token.length)),
    );
    expect(readFileSync(join(out, 'ideas/open.md'), 'utf8')).toContain(`The key is ${'•'.repeat(token.length)}.`);
    const { diagnostics } = reportOf(checked.stdout);
    expect(diagnostics.filter(({ code }) => code === 'credential').map(({ path, line, column }) => `${path}:${line}:${column}`)).toEqual([
      'JOURNAL.md:5:6',
      'experiments/half/steps.jsonl:1:62',
      'ideas/open.md:16:12',
      'results.tsv:3:18',
    ]);
  });

  it('shows in the terminal a line with a credential without it', async () => {
    const { stdout } = await runPriors(['check', '--workspace', root, '--cache', cache]);
    expect(stdout).toContain(`Said ${'•'.repeat(token.length)}.`);
    expect(stdout).not.toContain(token);
  }, 30_000);

  it('shows everything else', () => {
    const shown = holding(out, published);
    for (const path of [
      'ideas/open/index.html',
      'ideas/open.md',
      'timeline/index.html',
      'api/entries.json',
      'feed.xml',
      'api/runs/results.json',
    ])
      expect(shown).toContain(path);
    expect(shown.some((path) => path.endsWith('.pf_fragment'))).toBe(true);
    expect(readFileSync(join(out, 'experiments/half/index.html'), 'utf8')).toContain(`${published} half`);
    expect(readFileSync(join(out, 'files/figures/open.svg'), 'utf8')).toBe(files['figures/open.svg']);
  });

  it('serves in dev what a build would publish, and no other file of it', async () => {
    const port = await freePort();
    const dev = spawn(process.execPath, ['scripts/priors.ts', 'dev', '--workspace', root, '--cache', cache, '--port', String(port)]);
    const get = (path: string): Promise<Response> => fetch(`http://localhost:${port}/${path}`);
    try {
      await expect
        .poll(
          () =>
            get('files/results.tsv').then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: 50_000, interval: 250 },
        )
        .toBe(200);
      expect(await (await get('files/results.tsv')).text()).not.toContain(token);
      for (const path of [
        'files/linked-results.tsv',
        'files/figures/linked-plot.svg',
        'files/figures/alias.svg',
        'files/notes/Human_Journal.md',
      ])
        expect(`${path} ${(await get(path)).status}`).toBe(`${path} 404`);
      for (const path of ['notes/Human_Journal.md', 'ideas/linked-idea.md']) expect((await get(`@fs${root}/${path}`)).status).toBe(403);
      expect((await get('ideas/linked-idea/')).status).toBe(404);
      expect(await (await get('api/health.json')).text()).not.toContain(secret);
    } finally {
      dev.kill();
    }
  }, 60_000);

  it('is not built while nobody can tell what must stay private', async () => {
    const damaged = createWorkspace({ ...files, 'program.md': (files['program.md'] ?? '').replace('exclude:', 'exlude:') });
    const outcome = await runPriors([
      'build',
      '--workspace',
      damaged,
      '--out',
      join(createWorkspace(), 'site'),
      '--cache',
      createWorkspace(),
    ]);
    expect(outcome).toMatchObject({ code: 1 });
    expect(outcome.stderr).toContain('unusable-publish');
  }, 30_000);

  it('is written to without changing a credential that stands there', async () => {
    const journal = await runPriors([
      'new',
      'journal',
      '--workspace',
      root,
      '--file',
      'JOURNAL.md',
      '--title',
      'Next day',
      '--text',
      'More.',
      '--cache',
      cache,
    ]);
    const row = await runPriors([
      'record',
      '--workspace',
      root,
      '--commit',
      '0f1e2d3',
      '--val_bpb',
      '0.8',
      '--status',
      'keep',
      '--description',
      token,
    ]);
    const log = await runPriors(['event', 'half', 'NOTE', `Used ${token}`, '--workspace', root]);
    expect([journal.stderr, row.stderr, log.stderr, journal.code, row.code, log.code]).toEqual(['', '', '', 0, 0, 0]);
    expect(readFileSync(join(root, 'JOURNAL.md'), 'utf8')).toContain(`Said ${token}.\n`);
    expect(readFileSync(join(root, 'JOURNAL.md'), 'utf8')).toContain('Next day');
    expect(readFileSync(join(root, 'results.tsv'), 'utf8')).toBe(`${files['results.tsv'] ?? ''}0f1e2d3\t0.8\tkeep\t${token}\n`);
    expect(readFileSync(join(root, 'experiments/half/design-experiment.log'), 'utf8')).toContain(`Used ${token}`);
  }, 30_000);
});

interface Report {
  readonly summary: { readonly errors: number; readonly warnings: number };
  readonly diagnostics: readonly {
    readonly code: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  readonly files: readonly unknown[];
  readonly withheld?: { readonly files: number; readonly problems: number };
}

function reportOf(text: string): Report {
  // What is not as it should be fails the comparisons.
  return JSON.parse(text) as Report;
}
