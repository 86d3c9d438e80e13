import { readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '#checks/run-checks.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph, LinkTarget } from '#graph/knowledge-graph.ts';
import { ingestWorkspace } from '#ingest/ingest-workspace.ts';
import { importFolder, type ImportOutcome } from '#write/import/import-folder.ts';
import { createWorkspace } from '../../../workspace.ts';
import { filesBelow } from '../files-below.ts';

const event = '[2026-01-04 09:30:00] VERIFY_MODEL: the base\nResult: success\n';
/** A repository in the layout of the seeds, with every sort of link. */
const lab: Readonly<Record<string, string | Uint8Array>> = {
  'program.md':
    '---\nproject: Old lab\nstrict: true\nteam: two of us\n---\n\n# Old lab\n\nSee [the table](results.tsv), [[rotary]] and [the code](src/train.py).\n',
  'README.md': '# Old lab\n\n![curve](figures/curve.png) of [rotary](1_ideas/rotary.md#why), and [all ideas](1_ideas/).\n',
  '1_ideas/rotary.md':
    '# Rotary embedding\n\n**Date:** 2026-01-04\n\n## Why\n\nBecause. See `results.tsv` and [the report](../9_reports/2026-01-06_rotary.md).\n',
  '1_ideas/_TEMPLATE.md': '# Title\n',
  '9_reports/2026-01-06_rotary.md':
    '---\ntitle: Rotary holds\ndate: 2026-01-06\noutcome: supported\nidea: rotary\nruns: [187e419]\nowner: someone\n---\r\nIt [fell](../results.tsv).\r\n',
  'engineering/20260104-093000-split.md':
    '# Split\n\n**Date:** 2026-01-04\n**Tags:** training\n\n## Achievement\n\nDone.\n\n## Rationale\n\nNeeded.\n\n## Conclusions\n\n1. Spread fell from 0.004 to 0.001\n',
  'RESEARCH_JOURNAL.md':
    '# Journal\n\n## 2026-01-05: Second\n\n[First](#2026-01-04-first) and [rotary](1_ideas/rotary.md).\n\n## 2026-01-04: First\n\nText with a dead [link](gone.md).\n',
  'results.tsv': 'commit\tval_bpb\tstatus\n187e419\t0.97\tkeep\n',
  'runs/cap_8L/logs/design-experiment.log': event,
  'src/train.py': 'print(1)\n',
  'src/unused.py': 'print(2)\n',
  'figures/curve.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  'human_journal.md': 'Only for me.\n',
};

async function importInto(
  folder: string,
  workspace: string,
  options: { dryRun?: boolean; includePrivate?: boolean } = {},
): Promise<ImportOutcome> {
  return importFolder({ folder, workspace, cacheDir: createWorkspace(), includePrivate: false, dryRun: false, ...options });
}

/** A folder of this name with these files. */
function folderNamed(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  return join(createWorkspace(Object.fromEntries(Object.entries(files).map(([path, content]) => [`${name}/${path}`, content]))), name);
}

async function graphOf(root: string): Promise<KnowledgeGraph> {
  return buildGraph((await ingestWorkspace({ root, cacheDir: createWorkspace(), asOf: null })).content);
}

const bytesBelow = (root: string): Record<string, string> =>
  Object.fromEntries(filesBelow(root).map((path) => [path, readFileSync(join(root, path), 'latin1')]));

describe('an import', { timeout: 30_000 }, () => {
  it('writes canonical entries, and copies what is linked', async () => {
    const workspace = createWorkspace();
    const { report } = await importInto(folderNamed('lab', lab), workspace);
    expect(filesBelow(workspace)).toEqual([
      'experiments/cap-8l/logs/design-experiment.log',
      'ideas/2026-01-04_rotary.md',
      'imports/lab.json',
      'journals/research-journal.md',
      'logs/20260104-093000-split.md',
      'pages/lab/README.md',
      'pages/lab/figures/curve.png',
      'pages/lab/program.md',
      'pages/lab/src/train.py',
      'reports/2026-01-06_rotary.md',
      'results.tsv',
    ]);
    expect(report.skipped).toEqual([
      { path: '1_ideas/_TEMPLATE.md', reason: 'A template is not an entry' },
      { path: 'human_journal.md', reason: 'human_journal.md stays private' },
      { path: 'src/unused.py', reason: 'Nothing that was imported links to it' },
    ]);
    expect(readFileSync(join(workspace, 'ideas/2026-01-04_rotary.md'), 'utf8')).toBe(
      `---\ntitle: Rotary embedding\ndate: 2026-01-04\nmoved:\n  ../9_reports/2026-01-06_rotary.md: ../reports/2026-01-06_rotary.md\n---\n\n${String(lab['1_ideas/rotary.md'])}`,
    );
    expect(report.files.find(({ from }) => from === '1_ideas/rotary.md')).toEqual({
      from: '1_ideas/rotary.md',
      to: 'ideas/2026-01-04_rotary.md',
      kind: 'idea',
      action: 'written',
      reason: null,
      inferred: [
        { key: 'title', value: 'Rotary embedding', from: 'the first heading' },
        { key: 'date', value: '2026-01-04', from: 'a line of the text' },
      ],
      setAside: [],
      moved: 1,
    });
  });

  it('makes frontmatter of what a rendered log says', async () => {
    const workspace = createWorkspace();
    await importInto(folderNamed('lab', lab), workspace);
    const [log] = (await graphOf(workspace)).entries.filter(({ kind }) => kind === 'log');
    expect(log).toMatchObject({
      inferred: [],
      data: { subject: 'Split', date: '2026-01-04', tags: ['training'], conclusions: ['Spread fell from 0.004 to 0.001'] },
    });
  });

  it('makes a canonical log of one in JSON, and keeps the JSON', async () => {
    const json = readFileSync(join(import.meta.dirname, '../../../fixtures/seed-log.json'), 'utf8');
    const workspace = createWorkspace();
    const source = folderNamed('lab', {
      'engineering/20260103-100000-mhc.json': json,
      'engineering/20260102-001720-mhc-paper-analysis.md': '# x\n',
    });
    await importInto(source, workspace);
    const text = readFileSync(join(workspace, 'logs/20260103-100000-mhc.md'), 'utf8');
    expect(text).toContain(`## Imported JSON\n\n\`\`\`json\n${json.trimEnd()}\n\`\`\`\n`);
    const [before, after] = [await graphOf(source), await graphOf(workspace)].map(({ entries }) =>
      entries.find(({ path }) => path.includes('20260103')),
    );
    expect(after?.data).toMatchObject({ ...before?.data, date: before?.date });
    expect(after?.data['moved']).toEqual({ 'engineering/20260102-001720-mhc-paper-analysis.md': '20260102-001720-mhc-paper-analysis.md' });
  });

  it('loses no line of any file', async () => {
    const workspace = createWorkspace();
    const { report } = await importInto(folderNamed('lab', lab), workspace);
    for (const { from, to } of report.files) {
      const lines = new Set(readFileSync(join(workspace, to), 'latin1').split(/\r?\n/));
      const wanted = Buffer.from(lab[from] ?? '')
        .toString('latin1')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      expect(
        wanted.filter((line) => !lines.has(line)),
        from,
      ).toEqual([]);
    }
  });

  it('changes nothing the second time, and says so', async () => {
    const workspace = createWorkspace();
    const source = folderNamed('lab', lab);
    await importInto(source, workspace);
    const before = bytesBelow(workspace);
    const times = filesBelow(workspace).map((path) => statSync(join(workspace, path)).mtimeMs);
    const { report } = await importInto(source, workspace);
    expect(new Set(report.files.map(({ action }) => action))).toEqual(new Set(['unchanged']));
    expect(bytesBelow(workspace)).toEqual(before);
    expect(filesBelow(workspace).map((path) => statSync(join(workspace, path)).mtimeMs)).toEqual(times);
  });

  it('gives the same bytes in another workspace', async () => {
    const source = folderNamed('lab', lab);
    const [first, second] = [createWorkspace(), createWorkspace()];
    await importInto(source, first);
    await importInto(source, second);
    expect(bytesBelow(second)).toEqual(bytesBelow(first));
  });

  it('leaves alone what was changed since, here or there, and writes what is gone again', async () => {
    const workspace = createWorkspace();
    const source = folderNamed('lab', lab);
    await importInto(source, workspace);
    const whole = bytesBelow(workspace);
    writeFileSync(join(workspace, 'ideas/2026-01-04_rotary.md'), 'Mine.\n');
    writeFileSync(join(source, 'results.tsv'), `${String(lab['results.tsv'])}88e6082\t0.96\tkeep\n`);
    rmSync(join(workspace, 'reports'), { recursive: true });
    const { report } = await importInto(source, workspace);
    expect(report.files.filter(({ action }) => action !== 'unchanged').map(({ to, action, reason }) => [to, action, reason])).toEqual([
      ['ideas/2026-01-04_rotary.md', 'kept', 'It was changed in the workspace since it was imported'],
      ['reports/2026-01-06_rotary.md', 'written', null],
      ['results.tsv', 'kept', 'The source has changed since it was imported; delete the file in the workspace to import it again'],
    ]);
    expect(bytesBelow(workspace)).toEqual({ ...whole, 'ideas/2026-01-04_rotary.md': 'Mine.\n' });
  });

  it('goes on where it was killed', async () => {
    const workspace = createWorkspace();
    const source = folderNamed('lab', lab);
    await importInto(source, workspace);
    const whole = bytesBelow(workspace);
    // The record is written first, then the files.
    for (const path of ['ideas/2026-01-04_rotary.md', 'pages/lab/program.md', 'results.tsv']) rmSync(join(workspace, path));
    await importInto(source, workspace);
    expect(bytesBelow(workspace)).toEqual(whole);
  });

  it('never touches what the workspace has, its program least of all', async () => {
    const own = { 'program.md': '# Mine\n', 'results.tsv': 'id\tloss\n1\t2\n', 'ideas/2026-01-04_rotary.md': '# Other\n' };
    const workspace = createWorkspace(own);
    const { report } = await importInto(folderNamed('lab', lab), workspace);
    for (const [path, text] of Object.entries(own)) expect(readFileSync(join(workspace, path), 'utf8')).toBe(text);
    const places = new Map(report.files.map(({ from, to }) => [from, to]));
    expect(places.get('results.tsv')).toMatch(/^results-[0-9a-f]{6}\.tsv$/);
    expect(places.get('1_ideas/rotary.md')).toMatch(/^ideas\/2026-01-04_rotary-[0-9a-f]{6}\.md$/);
    expect((await importInto(folderNamed('lab', lab), workspace)).report.files.every(({ action }) => action === 'unchanged')).toBe(true);
  });

  it('writes nothing in a dry run, not even the folder', async () => {
    const workspace = join(createWorkspace(), 'new');
    const source = folderNamed('lab', lab);
    const { report } = await importInto(source, workspace, { dryRun: true });
    expect(readdirSync(dirname(workspace))).toEqual([]);
    expect((await importInto(source, workspace)).report).toEqual(report);
  });
});

describe('links of imported files', { timeout: 30_000 }, () => {
  it('lead where they led', async () => {
    const source = folderNamed('lab', lab);
    const workspace = createWorkspace({ 'ideas/2026-02-01_rotary.md': '# Another rotary\n', 'results.tsv': 'id\tloss\n1\t2\n' });
    const { report } = await importInto(source, workspace);
    const [before, after] = [await graphOf(source), await graphOf(workspace)];
    const places = new Map(report.files.map(({ from, to }) => [from, to]));
    for (const entry of [...before.entries, ...[...before.wholeFiles.values()].map((whole) => whole.entry)]) {
      const path = places.get(entry.path) ?? '';
      const links = [...after.links].flatMap(([id, all]) => (after.entriesById.get(id)?.path === path ? all : []));
      for (const link of before.links.get(entry.id) ?? []) {
        const wanted = fileOf(before, link.destination);
        const led = links
          .filter(({ target, form }) => target === link.target && form === link.form)
          .map(({ destination }) => fileOf(after, destination));
        if (wanted !== null) expect(new Set(led), `${entry.path}: ${link.target}`).toEqual(new Set([places.get(wanted) ?? wanted]));
      }
    }
    expect(report.links).toEqual({ moved: 9, leftBehind: 0, lost: [] });
  });

  it('to a run lead to that row, though its table has another name now', async () => {
    const workspace = createWorkspace({ 'results.tsv': 'commit\tloss\n187e419\t2\n' });
    await importInto(folderNamed('lab', lab), workspace);
    const graph = await graphOf(workspace);
    const report = graph.entries.find(({ kind }) => kind === 'report');
    const run = graph.links.get(report?.id ?? 'report/none')?.find(({ relation }) => relation === 'runs');
    expect(run?.destination).toMatchObject({ to: 'run', ordinal: 1 });
    expect(run?.destination).not.toMatchObject({ table: 'results' });
  });

  it('are as good or bad as they were: no new problem of a link, and those that led nowhere still do', async () => {
    const source = folderNamed('lab', lab);
    const workspace = createWorkspace();
    await importInto(source, workspace);
    const linkProblems = async (root: string): Promise<string[]> =>
      (await graphOf(root)).problems.filter(({ code }) => /link|reference|anchor/.test(code)).map(({ code }) => code);
    expect(await linkProblems(workspace)).toEqual(await linkProblems(source));
  });

  it('of a report with observations lead where they led, and its title, date and tags are stated', async () => {
    const workspace = createWorkspace();
    const text =
      '# Router verdict\n\n**Date:** 2026-01-08\n**Tags:** moe\n\n![loss](../figures/loss.png)\n\n## Observations\n\n- fell by 0.011\n';
    const source = folderNamed('lab', { '9_reports/verdict.md': text, 'figures/loss.png': 'x' });
    const { report } = await importInto(source, workspace);
    expect(readFileSync(join(workspace, 'reports/2026-01-08_verdict.md'), 'utf8')).toBe(
      `---\ntitle: Router verdict\ndate: 2026-01-08\ntags:\n  - moe\nmoved:\n  ../figures/loss.png: ../pages/lab/figures/loss.png\n---\n\n${text}`,
    );
    expect(report.links).toEqual({ moved: 1, leftBehind: 0, lost: [] });
  });

  it('count as moved or as lost, never as both: what stands in frontmatter that is not read does not help', async () => {
    const source = folderNamed('lab', {
      '1_ideas/2026-01-04_rotary.md': '# Rotary\n',
      'notes.md': '---js\ntitle: Notes\n---\n\n[rotary](1_ideas/2026-01-04_rotary.md)\n',
    });
    const { report } = await importInto(source, createWorkspace());
    expect(report.links).toEqual({
      moved: 0,
      leftBehind: 0,
      lost: [{ path: 'pages/lab/notes.md', target: '1_ideas/2026-01-04_rotary.md' }],
    });
    expect(report.files.find(({ from }) => from === 'notes.md')).toMatchObject({ action: 'written', moved: 0 });
  });

  it('that reference keys state are links: the files they name are imported', async () => {
    const log =
      '---\nsubject: Split\ndate: 2026-01-04\nrelated_files: [src/train.py, data/big.bin]\nreferences: [notes/plan.csv]\n---\n\nSee `src/other.py`.\n';
    const source = folderNamed('lab', {
      'engineering/20260104-093000-split.md': log,
      'src/train.py': 'print(1)\n',
      'src/other.py': 'print(2)\n',
      'notes/plan.csv': 'a,b\n',
      'data/big.bin': new Uint8Array(6_000_000),
    });
    const workspace = createWorkspace();
    const { report } = await importInto(source, workspace);
    expect(report.files.map(({ to }) => to)).toEqual([
      'logs/20260104-093000-split.md',
      'pages/lab/notes/plan.csv',
      'pages/lab/src/train.py',
    ]);
    expect(report.skipped).toEqual([
      { path: 'data/big.bin', reason: 'Something links to it, but it is larger than 5 MB or cannot be read' },
      { path: 'src/other.py', reason: 'Nothing that was imported links to it' },
    ]);
    const graph = await graphOf(workspace);
    const destinations = [...graph.links.values()].flat().filter(({ form }) => form === 'frontmatter');
    expect(
      Object.fromEntries(destinations.map(({ target, destination }) => [target, fileOf(graph, destination) ?? destination.to])),
    ).toEqual({
      'src/train.py': 'pages/lab/src/train.py',
      'data/big.bin': 'outside',
      'notes/plan.csv': 'pages/lab/notes/plan.csv',
    });
  });

  it('to what is not imported lead outside, without being called dead', async () => {
    const source = folderNamed('lab', {
      'a.md': '# A\n\n[data](big.bin), [up](../elsewhere.md), [template](_TEMPLATE.md).\n',
      'big.bin': new Uint8Array(6_000_000),
      '_TEMPLATE.md': 'x',
    });
    const workspace = createWorkspace();
    const { report } = await importInto(source, workspace);
    expect((await graphOf(workspace)).problems).toEqual([]);
    expect(report.links.leftBehind).toBe(1);
    expect(report.skipped).toContainEqual({
      path: 'big.bin',
      reason: 'Something links to it, but it is larger than 5 MB or cannot be read',
    });
  });
});

describe('what a strict workspace would still want', () => {
  it('is what check then says', async () => {
    const workspace = createWorkspace();
    const { strict, report } = await importInto(folderNamed('lab', lab), workspace);
    const paths = new Set(report.files.map(({ to }) => to));
    const said = runChecks(strict).filter(({ path }) => paths.has(path));
    writeFileSync(join(workspace, 'program.md'), '---\nproject: New\nmetric: { name: val_bpb, direction: lower }\nstrict: true\n---\n');
    expect(said).toEqual(runChecks(await graphOf(workspace)).filter(({ path }) => paths.has(path)));
    expect(said.map(({ code, path }) => `${path} ${code}`)).toContain('ideas/2026-01-04_rotary.md missing-key');
  });
});

describe('an import refuses, and writes nothing', () => {
  it('a folder that is missing, that is the workspace, or lies in it', async () => {
    const root = createWorkspace({ 'workspace/old/a.md': '# A\n' });
    const workspace = join(root, 'workspace');
    for (const folder of [join(root, 'gone'), workspace, join(workspace, 'old')])
      await expect(importInto(folder, workspace)).rejects.toThrow();
    expect(filesBelow(root)).toEqual(['workspace/old/a.md']);
  });

  it('a folder whose program.md cannot be understood about what must stay unread', async () => {
    const workspace = createWorkspace();
    await expect(importInto(folderNamed('lab', { 'program.md': '---\nignore: 3\n---\n', 'a.md': 'x' }), workspace)).rejects.toThrow();
    expect(filesBelow(workspace)).toEqual([]);
  });

  it('to write through a link that leaves the workspace', async () => {
    const workspace = createWorkspace();
    const outside = createWorkspace();
    symlinkSync(outside, join(workspace, 'ideas'));
    await expect(importInto(folderNamed('lab', lab), workspace)).rejects.toThrow('outside');
    expect(filesBelow(outside)).toEqual([]);
  });
});

describe('an import leaves out', () => {
  it('a workspace that lies in the folder', async () => {
    const root = folderNamed('lab', { 'a.md': '# A\n', 'content/ideas/2026-01-04_b.md': '# B\n' });
    const workspace = join(root, 'content');
    const { report } = await importInto(root, workspace);
    expect(report.files.map(({ from }) => from)).toEqual(['a.md']);
    expect((await importInto(root, workspace)).report.files.map(({ action }) => action)).toEqual(['unchanged']);
  });

  it('what is private, unless it is told otherwise; then it is still not read', async () => {
    const files = {
      'program.md': '---\nproject: x\npublish: { exclude: [notes/**] }\n---\n',
      'notes/salary.md': '# Salary\n',
      'human_journal.md': 'Only for me.\n',
      'a.md': '# A\n',
    };
    const workspace = createWorkspace();
    const { report } = await importInto(folderNamed('lab', files), workspace);
    expect(report.files.map(({ from }) => from)).toEqual(['a.md', 'program.md']);
    expect(report.skipped.map(({ path }) => path).sort()).toEqual(['human_journal.md', 'notes/salary.md']);
    const all = await importInto(folderNamed('lab', files), workspace, { includePrivate: true });
    expect(all.report.files.map(({ from }) => from)).toEqual(['a.md', 'human_journal.md', 'notes/salary.md', 'program.md']);
    expect((await graphOf(workspace)).content.skipped).toContainEqual(expect.objectContaining({ path: 'pages/lab/human_journal.md' }));
  });

  it('what a symbolic link leads to outside of the folder', async () => {
    const source = folderNamed('lab', { 'a.md': '# A\n\n[secret](secret.txt)\n' });
    symlinkSync(join(createWorkspace({ 'secret.txt': 'secret' }), 'secret.txt'), join(source, 'secret.txt'));
    const workspace = createWorkspace();
    await importInto(source, workspace);
    expect(JSON.stringify(bytesBelow(workspace))).not.toContain('"secret"');
    expect(filesBelow(workspace)).toEqual(['imports/lab.json', 'pages/lab/a.md']);
  });
});

/** The path of a file that a link leads to; null where it leads to none. */
function fileOf(graph: KnowledgeGraph, destination: LinkTarget): string | null {
  switch (destination.to) {
    case 'entry':
      return graph.entriesById.get(destination.id)?.path ?? null;
    case 'run':
    case 'table': {
      const id = destination.to === 'run' ? destination.table : destination.id;
      return graph.results.get(id)?.table.path ?? null;
    }
    case 'file':
    case 'run log':
      return destination.path;
    case 'folder':
    case 'outside':
    case 'unpublished':
    case 'nothing':
      return null;
  }
}
