import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { knowledgeChangesSchema } from '#schemas/knowledge-changes.ts';
import { createResearchProject, type ResearchProject } from '../research-project.ts';
import { createWorkspace, runPriors, type Outcome } from '../workspace.ts';

const base = '/tiny/preview/pr-3/';
const out = join(createWorkspace(), 'site');
const cache = createWorkspace();

let project: ResearchProject;
let commit: string;
let build: Outcome;

const priors = (...args: readonly string[]): Promise<Outcome> =>
  runPriors([...args, '--workspace', project.root, '--cache', cache], { env: { SOURCE_DATE_EPOCH: '' } });
const preview = ['build', '--out', out, '--base', base, '--base-ref', 'main', '--pull-request', '3'] as const;
const read = (path: string): string => readFileSync(join(out, path), 'utf8');
const pages = (): string[] => readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));

/** A branch that reports three runs, with a link that leads nowhere; it also edits an idea, proposes another and renames a paper. */
beforeAll(async () => {
  project = createResearchProject();
  const { git, write, edit } = project;
  git('checkout', '--quiet', '-b', 'exp/gated-mlp');
  write('train.py', '# gated\n');
  commit = project.commit(14, 'exp(gated-mlp): gate the MLP');
  const rows = ['0.950', '0.951', '0.949'].map((value, seed) => `${commit}\t${value}\tkeep\t${seed + 1}\tgated mlp\n`);
  edit('results.tsv', (text) => text + rows.join(''));
  write(
    'reports/2026-01-14_gated-mlp-tested.md',
    '---\ntitle: Gated MLP tested\ndate: 2026-01-14\nidea: gated-mlp\nruns: [run/results/31, run/results/32, run/results/33]\noutcome: supported\ncontradicts: [longer-warmdown-tested]\n---\n\n## Observations\n\n- val_bpb falls from 0.963 to 0.950. See [the plan](plan.md).\n',
  );
  edit('ideas/2026-01-02_gated-mlp.md', (text) => text.replace('How.', 'How: with one more matrix.'));
  write(
    'ideas/2026-01-14_rotary-values.md',
    '---\ntitle: Rotary values\ndate: 2026-01-14\nhypothesis: It lowers val_bpb\n---\n\nRotate them, too.\n',
  );
  git('mv', 'papers/muon.md', 'papers/muon-optimizer.md');
  project.commit(14, 'Report on the gated MLP');
  build = await priors(...preview, '--keep-going');
}, 180_000);

describe('a pull request that reports three runs and breaks a link', () => {
  it('gets the comment that says what changes in knowledge', async () => {
    const { code, stdout } = await priors('diff', 'main', '--preview', `https://lab.example${base}`);
    expect(code).toBe(0);
    const at = (path: string): string => `<https://lab.example${base}${path}>`;
    const short = (ref: string): string => project.git('rev-parse', ref).slice(0, 7);
    // What a finding is called depends on its words alone, and says nothing to a reader.
    expect(stdout.replaceAll(/#f-[0-9a-f]{8}/g, '#f-…').split('\n')).toEqual([
      '<!-- priors:knowledge-changes -->',
      '',
      `### 3 new runs; best val\\_bpb 0.963 → 0.949, suggestive, 3 runs; 1 idea and 1 report added; 1 idea changed; 1 paper renamed; “Gated mlp” running → supported; 1 new finding; 1 finding contradicted; 1 new error. · [Preview](${at('')})`,
      '',
      '#### Problems',
      '',
      '- ❌ `reports/2026-01-14_gated-mlp-tested.md:12` The link to "plan.md" leads nowhere (`dead-link`)',
      '',
      `#### Results: [results.tsv](${at('results/results/')})`,
      '',
      '3 new runs.',
      '',
      `Best val\\_bpb: 0.963 → [0.949](${at('results/results/33/')}) (suggestive, 3 runs; lower is better).`,
      '',
      '| run | val\\_bpb | status | verdict | description |',
      '| ---: | ---: | --- | --- | --- |',
      `| [31](${at('results/results/31/')}) | 0.950 | keep |  | gated mlp |`,
      `| [32](${at('results/results/32/')}) | 0.951 | keep |  | gated mlp |`,
      `| [33](${at('results/results/33/')}) | 0.949 | keep | suggestive | gated mlp |`,
      '',
      '#### Ideas that changed state',
      '',
      `- [Gated mlp](${at('ideas/2026-01-02-gated-mlp/')}): running → **supported**, since the report “Gated MLP tested” says supported`,
      '',
      '#### Entries',
      '',
      `- **added** idea [Rotary values](${at('ideas/2026-01-14-rotary-values/')}) \`ideas/2026-01-14_rotary-values.md\``,
      `- **added** report [Gated MLP tested](${at('reports/2026-01-14-gated-mlp-tested/')}) \`reports/2026-01-14_gated-mlp-tested.md\``,
      `- **changed** idea [Gated mlp](${at('ideas/2026-01-02-gated-mlp/')}) \`ideas/2026-01-02_gated-mlp.md\`, +4 −0 words`,
      `- **renamed** paper [Muon](${at('papers/muon-optimizer/')}) \`papers/muon-optimizer.md\`, was \`papers/muon.md\``,
      '',
      '#### Findings contradicted',
      '',
      `- It was measured. ([Longer warmdown tested](${at('reports/2026-01-06-longer-warmdown-tested/#f-…')})), by [Gated MLP tested](${at('reports/2026-01-14-gated-mlp-tested/')})`,
      '',
      '#### New findings',
      '',
      `- val\\_bpb falls from 0.963 to 0.950. See the plan. ([Gated MLP tested](${at('reports/2026-01-14-gated-mlp-tested/#f-…')}))`,
      '',
      '#### Has this been tried?',
      '',
      `- [Rotary values](${at('ideas/2026-01-14-rotary-values/')}) is like [Rotary embeddings](${at('ideas/2026-01-02-rotary-embeddings/')}): words rotary`,
      `- [Rotary values](${at('ideas/2026-01-14-rotary-values/')}) is like [Rotary embeddings tested](${at('reports/2026-01-04-rotary-embeddings-tested/')}): words rotary`,
      '',
      `<sub>From \`${short('main')}\` (main) to \`${short('HEAD')}\`.</sub>`,
      '',
    ]);
  });

  it('fails the check at the broken link, as text and as annotations', async () => {
    const text = await priors('check', '--base-ref', 'main');
    expect(text).toMatchObject({ code: 1 });
    expect(text.stdout).toContain('reports/2026-01-14_gated-mlp-tested.md:12');
    expect(text.stdout).toContain('1 error, 0 warnings');
    const github = await priors('check', '--base-ref', 'main', '--format', 'github');
    expect(github).toMatchObject({ code: 1 });
    expect(github.stdout).toMatch(/^::error file=reports\/2026-01-14_gated-mlp-tested\.md,line=12,/m);
  });

  it('is not built because of the error, unless that is asked for; the exit code tells either way', async () => {
    const elsewhere = join(createWorkspace(), 'site');
    const refused = await priors(...preview.with(2, elsewhere));
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain('Nothing was built.');
    expect(existsSync(elsewhere)).toBe(false);
    expect(build).toMatchObject({ code: 1 });
    expect(build.stderr).toContain('Built in spite of errors.');
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  }, 120_000);
});

describe('its preview', () => {
  it('says on every page what it is and where it came from, and asks search engines to pass by', () => {
    expect(pages().length).toBeGreaterThan(50);
    for (const page of pages()) {
      const html = read(page);
      expect(html, page).toContain('Preview of pull request #3');
      expect(html, page).toContain(project.git('rev-parse', 'HEAD').slice(0, 7));
      expect(html, page).toContain('<meta name="robots" content="noindex">');
    }
  });

  it('marks new, changed and moved entries on their pages and in lists', () => {
    const mark = (path: string): string[] =>
      [...read(path).matchAll(/<span class="since-badge" data-since="(\w+)"/g)].map(([, is]) => is ?? '');
    expect(mark('ideas/2026-01-14-rotary-values/index.html')[0]).toBe('new');
    expect(mark('reports/2026-01-14-gated-mlp-tested/index.html')[0]).toBe('new');
    expect(mark('ideas/2026-01-02-gated-mlp/index.html')[0]).toBe('changed');
    expect(mark('papers/muon-optimizer/index.html')[0]).toBe('renamed');
    expect(mark('ideas/2026-01-02-rotary-embeddings/index.html')).toEqual([]);
    expect(mark('reports/index.html')).toEqual(['new']);
    expect(mark('results/results/31/index.html')[0]).toBe('new');
    expect(mark('results/results/30/index.html')).toEqual([]);
  });

  it('shows word by word what changed in an entry', () => {
    expect(read('ideas/2026-01-02-gated-mlp/index.html')).toContain('How</span><ins>: with one more matrix</ins><span>.');
    expect(read('papers/muon-optimizer/index.html')).toContain('It was <code>papers/muon.md</code>');
    expect(read('ideas/2026-01-14-rotary-values/index.html')).not.toContain('word-changes');
  });

  it('marks the new rows of the table, also in the data that its script loads', () => {
    const rows = [...read('results/results/index.html').matchAll(/<tr id="run-(\d+)" class="fresh"/g)].map(([, ordinal]) => ordinal);
    expect(rows).toEqual(['31', '32', '33']);
    const folder = join(out, 'results/results/data');
    const manifest = readdirSync(folder).find((name) => name.startsWith('manifest')) ?? '';
    expect(JSON.parse(readFileSync(join(folder, manifest), 'utf8'))).toMatchObject({ fresh: [31, 32, 33] });
  });

  it('lists on its first page what changes, and has all of it as a page and as JSON', () => {
    expect(read('index.html')).toContain('In this preview');
    expect(read('index.html')).toContain('3 new runs; best val_bpb 0.963 → 0.949, suggestive, 3 runs');
    expect(read('changes/index.html')).toContain('The link to &quot;plan.md&quot; leads nowhere');
    const json = JSON.parse(read('api/changes.json')) as unknown;
    expect(knowledgeChangesSchema.safeParse(json).success).toBe(true);
    expect(json).toMatchObject({ tables: [{ added: 3, url: '/results/results/' }] });
  });

  it('links nowhere but below its own base path, to what is there, and brings its search', () => {
    for (const page of pages()) {
      for (const [, address = ''] of read(page).matchAll(/\s(?:href|src)="(\/[^"#?]*)/g)) {
        expect(address, page).toMatch(new RegExp(`^${base}`));
        const path = decodeURIComponent(address.slice(base.length));
        const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        expect(existsSync(join(out, file)), `${page} → ${address}`).toBe(true);
      }
    }
    expect(existsSync(join(out, 'pagefind/pagefind.js'))).toBe(true);
  });
});

it('a site without a base has none of this', async () => {
  const { git } = project;
  git('checkout', '--quiet', 'main');
  const site = join(createWorkspace(), 'site');
  expect(await priors('build', '--out', site)).toMatchObject({ code: 0 });
  expect(readFileSync(join(site, 'index.html'), 'utf8')).not.toMatch(/class="preview-banner"|In this preview|noindex/);
  expect(existsSync(join(site, 'changes'))).toBe(false);
  expect(existsSync(join(site, 'api/changes.json'))).toBe(false);
}, 120_000);

it('a number of a pull request without anything to compare with is wrong use', async () => {
  expect(await priors('build', '--out', join(createWorkspace(), 'site'), '--pull-request', '3')).toMatchObject({ code: 2 });
});
