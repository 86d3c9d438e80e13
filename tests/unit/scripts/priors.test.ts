import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { ReportDocument } from '#diagnostics/report-json.ts';
import { afterAll, describe, expect, it, vi } from 'vitest';

// Each test starts the command anew, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'priors-command-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const command = resolve('scripts/priors.ts');

function priors(parameters: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { FORCE_COLOR: _, SOURCE_DATE_EPOCH: __, ...inherited } = process.env;
  const env = { ...inherited, NO_COLOR: '1', ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...parameters], { cwd: folder, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Writes a workspace and gives its place. */
function workspace(name: string, files: Readonly<Record<string, readonly string[]>>): string {
  for (const [path, lines] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${lines.join('\n')}\n`);
  }
  return join(folder, name);
}

const fiveMistakes = {
  'program.md': ['---', 'project: Smaller models', 'metric: { name: val_bpb, direction: lower }', 'strict: true', '---'],
  'ideas/2026-01-04_rotary.md': [
    '---',
    'title: Rotary',
    'date: 2026-02-30',
    'hypothesys: It helps',
    '---',
    '',
    'See [the other](gone.md).',
  ],
  'results.tsv': ['commit\tval_bpb\tstatus', '187e419\t0.99'],
};

describe('priors check', () => {
  it('reports every mistake at its line, all in one run, and nothing but JSON on standard output', () => {
    const { status, stdout, stderr } = priors(['check', '--workspace', workspace('mistakes', fiveMistakes), '--format', 'json']);
    // The shape is what the expectations below are about.
    const report = JSON.parse(stdout) as ReportDocument;
    expect(report.diagnostics.map(({ code, path, line, severity }) => `${severity} ${path}:${line} ${code}`)).toEqual([
      'error ideas/2026-01-04_rotary.md:1 missing-key',
      'error ideas/2026-01-04_rotary.md:3 impossible-date',
      'error ideas/2026-01-04_rotary.md:4 unknown-key',
      'error ideas/2026-01-04_rotary.md:7 dead-link',
      'error results.tsv:2 ragged-row',
    ]);
    expect(report.summary).toEqual({ errors: 5, warnings: 0 });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('underlines the text that is wrong and says what was meant', () => {
    const { stdout } = priors(['check', '--workspace', workspace('mistakes', fiveMistakes)]);
    expect(stdout).toContain('  4 | hypothesys: It helps\n    | ^^^^^^^^^^\n  hint: Did you mean "hypothesis"?');
    expect(stdout).toMatch(/\n5 errors, 0 warnings in 3 files\n$/);
  });

  it('ends with 0 where only warnings are left, unless there are more than allowed', () => {
    const root = workspace('lenient', { 'notes.md': ['# Notes', '', 'See [the other](gone.md).'] });
    expect(priors(['check', '--workspace', root]).status).toBe(0);
    expect(priors(['check', '--workspace', root, '--max-warnings', '0'])).toMatchObject({
      status: 1,
      stderr: 'Too many warnings: 1; --max-warnings allows 0.\n',
    });
  });

  it('is content with a clean workspace', () => {
    const root = workspace('clean', { 'notes.md': ['# Notes'], 'results.tsv': ['commit\tval_bpb', '187e419\t0.99'] });
    expect(priors(['check', '--workspace', root])).toEqual({ status: 0, stdout: 'No problems in 2 files (1 entry, 1 run).\n', stderr: '' });
  });

  it('names a workspace that is missing as it was typed', () => {
    const { stdout } = priors(['check', '--workspace', './research/gone', '--format', 'json']);
    expect(stdout).toContain('There is no folder \\"./research/gone\\" to read');
    expect(stdout).not.toContain(folder);
  });

  it('reports a workspace that is missing, empty or a file', () => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    for (const [place, code] of [
      ['gone', 'missing-workspace'],
      ['empty', 'empty-workspace'],
      [command, 'missing-workspace'],
    ] as const) {
      const { status, stdout } = priors(['check', '--workspace', place]);
      expect(stdout).toContain(code);
      expect(status).toBe(1);
    }
  });
});

describe('priors', () => {
  it.each([
    [['chekc'], '(Did you mean check?)'],
    [['check', '--formt', 'json'], '(Did you mean --format?)'],
    [['check', '--format', 'xml'], 'Allowed choices are text, json, github.'],
    [['check', '--max-warnings', 'few'], 'Expected a number from 0.'],
    [['check', '--as-of', '2026-02-30'], 'Unexpected "2026-02-30" for --as-of, expected a date'],
    [['check', 'surplus'], 'too many arguments'],
    [['new', 'thing'], 'A kind can be one of: log, idea, report, progress, paper, experiment, journal.'],
    [['new', 'log', '--json', '{bad'], "Pipe it in: echo '{"],
    [['event', 'sweep', 'TRAIN', '--log', 'design.md', '--workspace', '.'], 'Write the name without it: --log "design".'],
    [[], 'Usage: priors'],
  ])('used wrongly (%j) ends with 2 and says how to use it', (parameters, said) => {
    const { status, stdout, stderr } = priors(parameters);
    expect(stderr).toContain(said);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('takes SOURCE_DATE_EPOCH for seconds and nothing else', () => {
    expect(priors(['check', '--workspace', 'gone'], { SOURCE_DATE_EPOCH: 'yesterday' })).toMatchObject({ status: 2 });
  });

  it('shows help with an example for every subcommand', () => {
    const { stdout } = priors(['--help']);
    const subcommands = [...stdout.matchAll(/^ {2}([a-z]+)(?= )/gm)].map(([, name = '']) => name).filter((name) => name !== 'priors');
    expect(subcommands).toEqual([
      'dev',
      'build',
      'preview',
      'check',
      'diff',
      'new',
      'record',
      'event',
      'import',
      'init',
      'doctor',
      'publish',
      'github',
      'bench',
    ]);
    for (const name of subcommands) {
      const help = priors([name, '--help']);
      expect(help.stdout).toContain(`$ priors ${name}`);
      expect(help.status).toBe(0);
    }
  });

  it('says what the machine refused, without a stack trace', () => {
    const root = workspace('clean', { 'notes.md': ['# Notes'] });
    const { status, stderr } = priors(['check', '--workspace', root, '--cache', join(root, 'notes.md')]);
    expect(stderr).toMatch(/^The machine refused: ENOTDIR/);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(status).toBe(1);
  });
});
