import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace, runPriors, type Outcome } from '../workspace.ts';

const program = '---\nproject: Tiny\nmetric: { name: val_bpb, direction: lower }\nstrict: true\n---\n\n# Tiny\n';
const idea = '---\ntitle: Rotary position embedding\ndate: 2026-01-04\nhypothesis: Lowers val_bpb by 0.01\n---\n\nText.\n';
/** The "Full Example Entry" of the seed `engineering-log-template.md`, byte for byte. */
const seedLog = readFileSync(join(import.meta.dirname, '../fixtures/seed-log.json'), 'utf8');

function strictWorkspace(files: Readonly<Record<string, string>> = {}): {
  root: string;
  run: (args: readonly string[], input?: string) => Promise<Outcome>;
} {
  const root = createWorkspace({ 'program.md': program, ...files });
  const cache = ['--cache', createWorkspace()];
  return {
    root,
    run: (args, input = '') =>
      runPriors([...args, '--workspace', root, ...(args[0] === 'record' || args[0] === 'event' ? [] : cache)], { input }),
  };
}

const calls: readonly (readonly [kind: string, args: readonly string[]])[] = [
  [
    'log',
    [
      '--subject',
      'Faster parser: "twice"',
      '--achievement',
      'One pass',
      '--rationale',
      'Half of the time',
      '--tag',
      'performance',
      '--before',
      'build=9.1s',
      '--delta',
      '-4.5s',
      '--commit',
      '0640555',
    ],
  ],
  [
    'idea',
    ['--title', 'Gated units', '--hypothesis', 'Lowers val_bpb by 0.01', '--expected', '-0.01', '--rating', '7', '--mechanism', 'Gates.'],
  ],
  [
    'report',
    [
      '--title',
      'Rotary holds',
      '--outcome',
      'supported',
      '--idea',
      'rotary-position-embedding',
      '--observation',
      'Fell by 0.01',
      '--inference',
      'Distance matters',
      '--claim',
      'Others say so',
    ],
  ],
  [
    'progress',
    ['--title', 'Week one', '--phase', 'Foundation', '--from', '2026-01-01', '--to', '2026-01-07', '--completed', 'Parser (2.5 hours)'],
  ],
  [
    'paper',
    [
      '--title',
      'RoFormer',
      '--authors',
      'Jianlin Su, Yu Lu',
      '--year',
      '2021',
      '--arxiv',
      '2104.09864',
      '--trust',
      'adoption=wide',
      '--body',
      'Text.',
    ],
  ],
  ['experiment', ['rotary-base', '--idea', 'rotary-position-embedding', '--goal', 'Find the base', '--run', 'base 1,000']],
  ['journal', ['--title', 'Baselines', '--text', 'Three, see [the idea](../ideas/2026-01-04_rotary-position-embedding.md).']],
];

describe('what new writes', { timeout: 60_000 }, () => {
  it.each(calls)('passes a strict check: %s from options and from its template', async (kind, args) => {
    const { root, run } = strictWorkspace({ 'ideas/2026-01-04_rotary-position-embedding.md': idea });
    const first = await run(['new', kind, ...args]);
    expect(first, first.stderr).toMatchObject({ code: 0, stderr: '' });
    const template = await runPriors(['new', kind, '--template']);
    const json = kind === 'idea' ? template.stdout.replace('"Rotary position embedding"', '"Another idea"') : template.stdout;
    const second = await run(['new', kind, ...(kind === 'experiment' ? ['another'] : []), '--json', '-', '--date', '2026-01-05'], json);
    expect(second, second.stderr).toMatchObject({ code: 0, stderr: '' });
    for (const { stdout } of [first, second]) expect(readFileSync(join(root, stdout.trim()), 'utf8')).not.toBe('');
    const check = await run(['check', '--max-warnings', '0']);
    expect(check, check.stdout).toMatchObject({ code: 0 });
  });

  it("takes the seed's JSON as it stands", async () => {
    // The log that it refers to.
    const { root, run } = strictWorkspace({
      'engineering/20260102-001720-mhc-paper-analysis.md':
        '---\nsubject: Paper\ndate: 2026-01-02\ntags: [research]\n---\n\n## Achievement\n\nRead.\n\n## Rationale\n\nNeeded.\n',
    });
    const outcome = await run(['new', 'log', '--json', '-', '--date', '2026-01-03T10:00:00'], seedLog);
    expect(outcome, outcome.stderr).toMatchObject({
      code: 0,
      stdout: 'engineering/20260103-100000-mhc-orthogonal-projection-for-codegenmesh-training.md\n',
    });
    expect(await run(['check'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(root, outcome.stdout.trim()), 'utf8')).toContain('  - abc1234\n');
  });

  it.each([
    [
      'what is missing, with the vocabulary',
      ['log', '--subject', 'x', '--achievement', 'y', '--rationale', 'z'],
      /lacks "tags"[\s\S]*The vocabulary is: architecture, training/,
    ],
    ['a date that does not exist', ['idea', '--title', 'x', '--hypothesis', 'y', '--date', '2026-02-30'], /2026-02-30/],
    [
      'a word that is not one of the outcomes',
      ['report', '--title', 'x', '--outcome', 'suported', '--idea', 'rotary'],
      /Did you mean "supported"/,
    ],
    [
      'a reference that leads nowhere',
      ['report', '--title', 'x', '--outcome', 'refuted', '--idea', 'rotary-positon-embedding'],
      /Did you mean/,
    ],
    [
      'a training without what was measured',
      ['log', '--subject', 'x', '--achievement', 'y', '--rationale', 'z', '--tag', 'training'],
      /has "params", "epochs", .* missing here/,
    ],
    ['a section that is missing', ['log', '--subject', 'x', '--achievement', 'y', '--tag', 'training'], /Rationale/],
    ['an experiment without a name', ['experiment', '--goal', 'x'], /needs a name/],
    ['an experiment outside its folder', ['experiment', '../x'], /cannot be the name/],
    ['a journal text with a dead link', ['journal', '--title', 'x', '--text', '[gone](gone.md)'], /gone\.md/],
  ])('is nothing where it would be wrong: it names %s', async (_, args, message) => {
    const { run } = strictWorkspace({ 'ideas/2026-01-04_rotary-position-embedding.md': idea });
    const outcome = await run(['new', ...args]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(message);
    const check: unknown = JSON.parse((await run(['check', '--format', 'json'])).stdout);
    expect(check).toMatchObject({ files: [{ path: 'ideas/2026-01-04_rotary-position-embedding.md' }, { path: 'program.md' }] });
  });

  it('is two files where two processes write the same entry in the same second', async () => {
    const { run } = strictWorkspace();
    const args = [
      'new',
      'log',
      '--subject',
      'Same',
      '--achievement',
      'a',
      '--rationale',
      'b',
      '--tag',
      'research',
      '--date',
      '2026-01-04T09:30:00',
    ];
    const outcomes = await Promise.all([run(args), run(args)]);
    for (const outcome of outcomes) expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
    expect(new Set(outcomes.map(({ stdout }) => stdout)).size).toBe(2);
    expect(await run(['check'])).toMatchObject({ code: 0 });
  });
});

describe('new experiment', { timeout: 60_000 }, () => {
  it('adds a summary to a folder of run logs, and never a second one', async () => {
    const { root, run } = strictWorkspace({ 'experiments/caps/scaffold.log': '[2026-01-04 09:30:00] START\n' });
    expect(await run(['new', 'experiment', 'caps', '--goal', 'Find out'])).toMatchObject({
      code: 0,
      stdout: 'experiments/caps/experiment_summary.md\n',
    });
    expect(readFileSync(join(root, 'experiments/caps/experiment_summary.md'), 'utf8')).toContain('title: caps\n');
    const again = await run(['new', 'experiment', 'caps', '--goal', 'Once more']);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('has a summary');
  });
});

describe('new paper', { timeout: 60_000 }, () => {
  it('takes its text from a file or from standard input', async () => {
    const { root, run } = strictWorkspace({ 'pages/su.md': '# Text\n' });
    const first = await run(['new', 'paper', '--title', 'One', '--file', join(root, 'pages/su.md')]);
    const second = await run(['new', 'paper', '--title', 'Two', '--file', '-'], 'Abstract.\n');
    expect(first, first.stderr).toMatchObject({ code: 0, stdout: 'papers/one.md\n' });
    expect(second, second.stderr).toMatchObject({ code: 0, stdout: 'papers/two.md\n' });
    expect(readFileSync(join(root, 'papers/one.md'), 'utf8')).toBe('---\ntitle: One\n---\n\n# Text\n');
    expect(readFileSync(join(root, 'papers/two.md'), 'utf8')).toBe('---\ntitle: Two\n---\n\nAbstract.\n');
  });
});

describe('record', { timeout: 60_000 }, () => {
  const table = 'commit\tval_bpb\tstatus\tNext Steps\n';

  it('takes columns as options, cells that clash by name, and JSON', async () => {
    const { root, run } = strictWorkspace({ 'results.tsv': table });
    expect(await run(['record', '--commit', '0640555', '--val_bpb', '-0.50', '--status=keep', '--cell', 'Next Steps=a=b'])).toMatchObject({
      code: 0,
      stdout: 'run/results/1\n',
    });
    expect(await run(['record', '--json', '-'], '{"commit": "187e419", "val_bpb": 0.9700}')).toMatchObject({
      code: 0,
      stdout: 'run/results/2\n',
    });
    expect(readFileSync(join(root, 'results.tsv'), 'utf8')).toBe(`${table}0640555\t-0.50\tkeep\ta=b\n187e419\t0.9700\t\t\n`);
  });

  it.each([
    ['an unknown column', ['--comit', 'x'], /Did you mean "commit"/],
    ['a column without a value', ['--commit', '--status', 'keep'], /has no value/],
    ['a column given twice', ['--commit', 'a', '--cell', 'commit=b'], /twice/],
    ['a word that belongs to nothing', ['--commit', 'a', 'b'], /Unexpected "b"/],
    ['text for a metric', ['--commit', 'a', '--val_bpb', 'low'], /expected a number/],
    ['a slip in the status', ['--commit', 'a', '--status', 'keeep'], /Did you mean "keep"/],
    ['a table without a header', ['--commit', 'a', '--table', 'deep/other.tsv'], /no header/],
    ['a table outside the workspace', ['--commit', 'a', '--table', '../results.tsv'], /outside the workspace/],
  ])('refuses %s with exit code 2 and writes nothing', async (_, args, message) => {
    const { root, run } = strictWorkspace({ 'results.tsv': table });
    const outcome = await run(['record', ...args]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(message);
    expect(readFileSync(join(root, 'results.tsv'), 'utf8')).toBe(table);
  });

  it('adds to a table with any header, in a folder, with CRLF and no final newline, and warns of an unknown status', async () => {
    const odd = 'commit\tp<0.05\tloss\tloss\tstatus\r\na1b2c3d\t1\t2\t3\tkeep';
    const { root, run } = strictWorkspace({ 'sweeps/lr 0.1.tsv': odd });
    const outcome = await run(
      ['record', '--table', 'sweeps/lr 0.1.tsv', '--json', '-', '--cell', 'loss (2)=4', '--p<0.05', '0.5', '--status=phase two'],
      '{"commit": "0640555", "loss (1)": 1e-3}',
    );
    expect(outcome).toMatchObject({ code: 0, stdout: 'run/sweeps-lr 0.1/2\n' });
    expect(outcome.stderr).toMatch(/^Warning: The status "phase two" counts as "other"/m);
    expect(readFileSync(join(root, 'sweeps/lr 0.1.tsv'), 'utf8')).toBe(`${odd}\r\n0640555\t0.5\t1e-3\t4\tphase two\r\n`);
  });

  it('loses no row when eight processes write at once', async () => {
    const { root, run } = strictWorkspace({ 'results.tsv': table.trimEnd() });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => run(['record', '--commit', `c${index}`, '--val_bpb', '0.9'])),
    );
    for (const outcome of outcomes) expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
    const rows = readFileSync(join(root, 'results.tsv'), 'utf8').split('\n').slice(1, -1);
    expect(rows.sort()).toEqual(Array.from({ length: 8 }, (_, index) => `c${index}\t0.9\t\t`));
    expect(new Set(outcomes.map(({ stdout }) => stdout)).size).toBe(8);
  });
});

describe('event', { timeout: 60_000 }, () => {
  it('writes a log that passes a strict check', async () => {
    const { root, run } = strictWorkspace();
    const outcome = await run([
      'event',
      'cap_8L',
      'CHECK_DISK',
      'Disk: space',
      '--result',
      '2.1T',
      '--command',
      'df -h',
      '--explanation',
      'why',
      '--field',
      'Input=a: b',
      '--date',
      '2026-01-04T09:30:00',
    ]);
    expect(outcome).toMatchObject({ code: 0, stdout: 'experiments/cap_8L/design-experiment.log\n' });
    expect(readFileSync(join(root, outcome.stdout.trim()), 'utf8')).toBe(
      '[2026-01-04 09:30:00] CHECK_DISK: Disk: space\nCommand: df -h\nInput: a: b\nResult: 2.1T\nExplanation: why\n',
    );
    expect(await run(['check', '--max-warnings', '0'])).toMatchObject({ code: 0 });
  });

  it('refuses an experiment outside the workspace', async () => {
    const { run } = strictWorkspace();
    expect(await run(['event', '../x', 'CHECK_DISK'])).toMatchObject({ code: 2, stdout: '' });
  });
});
