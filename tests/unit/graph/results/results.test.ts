import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselinesOf } from '#graph/results/baselines.ts';
import { betterButDiscarded } from '#graph/results/best-so-far.ts';
import { columnNames } from '#graph/results/columns.ts';
import { buildResults } from '#graph/results/results.ts';
import type { Program } from '#schemas/program.ts';

/** A table from lines whose cells are divided by two or more spaces. */
function results(lines: readonly string[], program: Partial<Program> = {}) {
  const [columns = [], ...rows] = lines.map((line) => line.trim().split(/ {2,}/));
  const table = {
    id: 'results',
    path: 'results.tsv',
    columns,
    headerLine: 1,
    notes: [],
    rows: rows.map((cells, index) => ({ ordinal: index + 1, line: index + 2, lastLine: index + 2, cells })),
  };
  return buildResults(table, program);
}
const rolesOf = (built: ReturnType<typeof results>) => Object.fromEntries(built.columns.map(({ name, role }) => [name, role]));
const bestOf = (built: ReturnType<typeof results>) => built.runs.filter((run) => run.bestSoFar).map((run) => run.ordinal);

describe('buildResults', () => {
  const autoresearch = results([
    'commit    val_bpb   memory_gb  status   description',
    'baseline  0.997900  44.0       keep     baseline',
    'bea057b   0.986041  43.9       keep     halve batch',
    '187e419   0.982603  60.2       discard  add 5% warmup',
    '0640555   0.000000  0.0        crash    out of memory',
    '88e6082   0.984000  60.2       keep     deeper',
  ]);

  it('guesses roles from names and whole columns, and says that they are guesses', () => {
    expect(rolesOf(autoresearch)).toEqual({
      commit: 'commit',
      val_bpb: 'metric',
      memory_gb: 'metric',
      status: 'status',
      description: 'description',
    });
    expect(autoresearch.columns.every((column) => column.roleSource === 'guessed')).toBe(true);
    expect(autoresearch.metric).toEqual({ name: 'val_bpb', direction: 'lower', directionSource: 'guessed', statedIn: null, unit: null });
  });

  it('keeps commits as text and cells as written', () => {
    expect(autoresearch.runs.map((run) => run.commit)).toEqual(['baseline', 'bea057b', '187e419', '0640555', '88e6082']);
    expect(autoresearch.runs[0]?.cells).toMatchObject({ val_bpb: '0.997900' });
    expect(autoresearch.runs[0]?.values).toEqual({ val_bpb: 0.9979, memory_gb: 44 });
  });

  it('gives runs their ids, lines, statuses and descriptions', () => {
    expect(autoresearch.runs[2]).toMatchObject({
      id: 'run/results/3',
      ordinal: 3,
      line: 4,
      status: 'discard',
      rawStatus: 'discard',
      description: 'add 5% warmup',
      ragged: false,
    });
    expect(autoresearch.counts).toEqual({ baseline: 0, keep: 3, discard: 1, crash: 1, running: 0, planned: 0, other: 0 });
  });

  it('never lets a crash or a discarded run be the best so far', () => {
    expect(bestOf(autoresearch)).toEqual([1, 2, 5]);
    expect(autoresearch.best?.ordinal).toBe(5);
    expect(betterButDiscarded(autoresearch).map((run) => run.ordinal)).toEqual([3]);
  });

  it('does not call an equal value better', () => {
    expect(bestOf(results(['id  loss  status', 'a  0.5  keep', 'b  0.5  keep']))).toEqual([1]);
  });

  it('counts every scored run where no status tells kept from discarded', () => {
    expect(bestOf(results(['id  acc  seed', 'a  0.5  1', 'b  0.7  2', 'c  n/a  3', 'd  0.6  4']))).toEqual([1, 2]);
  });

  it('ranks nothing where the direction is unknown', () => {
    const built = results(['id  metric', 'a  1', 'b  2']);
    expect(built.metric).toEqual({ name: 'metric', direction: null, directionSource: 'unknown', statedIn: null, unit: null });
    expect(built.best).toBeNull();
  });

  it('ranks nothing in a long-form table, whose values are of different metrics', () => {
    expect(results(['run  metric  value', 'a  loss  0.5', 'a  accuracy  0.9']).best).toBeNull();
  });

  it('takes metric and direction from the program', () => {
    const built = results(['id  widgets  loss', 'a  3  0.5', 'b  4  0.6'], {
      metric: { name: 'widgets', direction: 'higher', unit: 'pieces' },
    });
    expect(built.metric).toEqual({
      name: 'widgets',
      direction: 'higher',
      directionSource: 'declared',
      statedIn: 'program.md',
      unit: 'pieces',
    });
    expect(built.columns.map((column) => column.roleSource)).toEqual(['guessed', 'declared', 'guessed']);
    expect(built.best?.ordinal).toBe(2);
  });

  it('takes roles of one table from its declaration', () => {
    const tables = [
      { path: 'results.tsv', metric: 'loss', direction: 'higher' as const, roles: { note: 'status' as const, loss: 'metric' as const } },
    ];
    const built = results(['id  note  loss', 'a  keep  0.5', 'b  keep  0.6'], { tables });
    expect(rolesOf(built)).toEqual({ id: 'id', note: 'status', loss: 'metric' });
    expect(built.metric).toMatchObject({ name: 'loss', direction: 'higher', directionSource: 'declared' });
    expect(built.best?.ordinal).toBe(2);
  });

  it('does not borrow the direction of one table for another', () => {
    const tables = [{ path: 'other.tsv', metric: 'loss', direction: 'higher' as const }];
    expect(results(['id  loss', 'a  0.5'], { tables }).metric).toMatchObject({ direction: 'lower', directionSource: 'guessed' });
  });

  it('tells ids, parents, seeds and times by name and content', () => {
    expect(
      rolesOf(
        results([
          'exp_id  date  parent_commit  commit  verdict  seed  time  status',
          'a-1  2026-03-28  —  df152a4  correct  1337  12.5  keep',
        ]),
      ),
    ).toEqual({
      exp_id: 'id',
      date: 'time',
      parent_commit: 'parent',
      commit: 'commit',
      verdict: 'parameter',
      seed: 'seed',
      time: 'metric',
      status: 'status',
    });
  });

  it('reads the status from the column that holds statuses', () => {
    const built = results(['id  kept  loss', 'a  True  0.5', 'b  False  0.4']);
    expect(rolesOf(built)).toMatchObject({ kept: 'status' });
    expect(built.best?.ordinal).toBe(1);
  });

  it('marks ragged rows, keeps their surplus, and ranks them only where the status can be read', () => {
    const built = results(['id  loss  status', 'a  0.5  keep', 'b  0.4  keep  more', 'c  0.3', 'd  keep  0.1']);
    expect(built.runs.map((run) => run.ragged)).toEqual([false, true, true, false]);
    expect(built.runs[1]?.surplus).toEqual(['more']);
    expect(built.runs[2]?.cells).toEqual({ id: 'c', loss: '0.3', status: '' });
    expect(bestOf(built)).toEqual([1, 2]);
  });

  it('never calls a discarded run the best, also where nothing was kept', () => {
    expect(results(['id  loss  status', 'a  0.5  discard', 'b  0.4  revert']).best).toBeNull();
  });

  it('takes the direction from a comment of the table', () => {
    const built = results(['id  metric  status', 'a  1  keep', 'b  2  keep']);
    const table = { ...built.table, notes: [{ key: 'metric_direction', value: 'higher_is_better', line: 1 }] };
    expect(buildResults(table, {}).metric).toMatchObject({ direction: 'higher', directionSource: 'declared', statedIn: 'the table' });
    expect(buildResults(table, {}).best?.ordinal).toBe(2);
  });

  it('takes name and direction from columns that say the same in every row', () => {
    const built = results(['run_id  metric_name  metric_value  metric_direction', 'a  separation  0.9  max', 'b  separation  0.8  max']);
    expect(built.nature).toEqual({ rows: 'runs' });
    expect(built.metric).toMatchObject({ name: 'metric_value', direction: 'higher' });
  });

  it('reads a column of flags', () => {
    const built = results(['id  acc  kept', 'a  0.5  1', 'b  0.7  0', 'c  0.6  1']);
    expect(built.runs.map((run) => run.status)).toEqual(['keep', 'discard', 'keep']);
    expect(built.best?.ordinal).toBe(3);
  });

  it.each([
    ['val_bpb', ['commit  train_loss  val_bpb  memory_gb  status  description', 'a1b2c3d  1.2  0.97  44.0  keep  first try']],
    ['metric', ['iteration  commit  metric  delta  guard  status  description', '1  a1b2c3d  5.0  +1  -  keep  a change']],
    ['accuracy', ['exp  time_s  accuracy_std  accuracy  notes', 'a  3.5  0.01  0.9  something longer']],
    ['combined_loss', ['commit  policy_loss  combined_loss  top1_acc  status', 'a1b2c3d  1.0  3.5  0.4  keep']],
    ['toffoli', ['commit  toffoli  qubits  correct', 'a1b2c3d  5.5  12  OK', 'b1b2c3d  5.25  12  OK', 'c1b2c3d  5.75  12  OK']],
    // Few runs were measured by f1; a cost counts only where no column tells quality.
    ['acc', ['id  f1  acc  memory_gb  status', 'a  -  0.1  0.0  keep', 'b  -  0.2  0.0  keep', 'c  0.5  0.3  44.0  keep']],
    ['val_bpb', ['id  val_bpb  memory_gb  status', 'a  N/A  0.0  crash', 'b  N/A  0.0  crash', 'c  0.97  44.0  keep']],
  ])('finds the metric %s', (name, lines) => {
    expect(results(lines).metric.name).toBe(name);
  });

  it('takes the column called description for it, whatever stands before', () => {
    expect(results(['commit  hypothesis  loss  description', 'a1b2c3d  because  0.5  deeper']).runs[0]?.description).toBe('deeper');
  });

  it('knows roles from content alone where the table has no header', () => {
    const table = {
      ...results(['column 1  column 2  column 3  column 4']).table,
      headerLine: 0,
      rows: [
        ['HEAD', '3.30', 'keep', 'first measurement of all'],
        ['88e6082', '5.29', 'discard', 'warm cache, not reproducible'],
        ['187e419', '4.10', 'keep', 'fused dispatch of two kernels'],
        ['0640555', '4.20', 'keep', 'fused dispatch of three kernels'],
        ['0640556', '4.05', 'discard', 'fused dispatch of four kernels'],
      ].map((cells, index) => ({ ordinal: index + 1, line: index + 1, lastLine: index + 1, cells })),
    };
    const built = buildResults(table, {});
    expect(built.columns.map(({ role }) => role)).toEqual(['commit', 'parameter', 'status', 'description']);
    expect(built.counts).toMatchObject({ keep: 3, discard: 2 });
  });

  it('guesses the roles of a table that has only a header', () => {
    expect(rolesOf(results(['timestamp  commit  val_bpb  memory_gb  status  description']))).toEqual({
      timestamp: 'time',
      commit: 'commit',
      val_bpb: 'metric',
      memory_gb: 'metric',
      status: 'status',
      description: 'description',
    });
  });

  it('guesses roles from whole rows, whatever ragged ones hold', () => {
    const ragged = ['x  1  2  3  4  5', 'y  1  2  3  4  5', 'z  1  2  3  4  5'];
    const built = results([
      'commit  loss  status  notes',
      ...['a  0.5  keep  first', 'b  0.6  keep  second', 'c  0.7  keep  third'],
      ...ragged,
      ...ragged,
    ]);
    expect(rolesOf(built)).toEqual({ commit: 'commit', loss: 'metric', status: 'status', notes: 'description' });
    expect(built.best?.ordinal).toBe(1);
  });

  it('survives columns named like parts of objects', () => {
    const built = results(['__proto__  constructor  loss', 'a  b  0.5']);
    expect(Object.entries(built.runs[0]?.cells ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['loss', '0.5'],
    ]);
  });
});

describe('rows that are no runs', () => {
  const steps = Array.from({ length: 60 }, (_, step) => `${step * 100}  ${(4 - step / 20).toFixed(2)}  0.001`);

  it('are steps of a curve: none is best, none is counted', () => {
    const built = results(['step  loss  lr', ...steps]);
    expect(built.nature).toEqual({ rows: 'curve', step: 'step' });
    expect([built.best, built.runs.some((run) => run.bestSoFar), Object.values(built.counts)]).toEqual([
      null,
      false,
      [0, 0, 0, 0, 0, 0, 0],
    ]);
    expect(built.runs).toHaveLength(60);
  });

  it.each([
    ['a table with a status', ['step  loss  status', ...steps.map((line) => line.replace('0.001', 'keep'))]],
    ['a table with descriptions', ['iteration  loss  notes', '1  0.5  deeper', '2  0.4  wider']],
    ['a short list of iterations', ['iteration  loss', '1  0.5', '2  0.4']],
    ['a step column that goes back', ['step  loss', '100  0.5', '200  0.4', '100  0.6']],
    ['rows with an id', ['run  step  loss', 'a  100  0.5', 'b  200  0.4', 'c  300  0.6']],
  ])('but %s lists runs', (_, lines) => {
    expect(results(lines).nature).toEqual({ rows: 'runs' });
  });

  it('are measurements: each metric has its own best; one row or an unknown direction has none', () => {
    const built = results([
      'run  metric  value',
      ...['a  loss  0.5', 'a  accuracy  0.9', 'b  loss  0.4', 'b  accuracy  0.8', 'b  widgets  3', 'a  widgets  4', 'a  wer  7.1'],
    ]);
    expect(built.nature).toEqual({ rows: 'measurements', key: 'metric', value: 'value' });
    expect(built.best).toBeNull();
    expect(built.facets).toEqual([
      { name: 'loss', rows: 2, direction: 'lower', directionSource: 'guessed', best: 'run/results/3' },
      { name: 'accuracy', rows: 2, direction: 'higher', directionSource: 'guessed', best: 'run/results/2' },
      { name: 'widgets', rows: 2, direction: null, directionSource: 'unknown', best: null },
      { name: 'wer', rows: 1, direction: 'lower', directionSource: 'guessed', best: null },
    ]);
  });
});

describe('any table', () => {
  const cell = fc.constantFrom(
    '',
    '—',
    '0.98',
    '0.000000',
    '999',
    'inf',
    'keep',
    'crash',
    'baseline',
    'discard',
    '187e419',
    '16.46 MB',
    'p<0.05',
  );
  const column = fc.constantFrom('commit', 'loss', 'acc', 'status', 'kept', 'description', 'seed', '', 'lr', '__proto__');

  it('never has a crashed, running or planned run as its best, and each best so far is better than the one before', () => {
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 5 }),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
        (columns, rows) => {
          const built = results([columns.join('  ')]);
          const table = {
            ...built.table,
            columns,
            rows: rows.map((cells, index) => ({ ordinal: index + 1, line: index + 2, lastLine: index + 2, cells })),
          };
          const { runs, best, metric } = buildResults(table, {});
          const steps = runs.filter((run) => run.bestSoFar);
          expect(best).toBe(steps.at(-1) ?? null);
          for (const run of steps) expect(['crash', 'running', 'planned']).not.toContain(run.status);
          const values = steps.map((run) => run.values[metric.name ?? ''] ?? NaN);
          expect(values).toEqual([...new Set(values)].sort((a, b) => (metric.direction === 'lower' ? b - a : a - b)));
        },
      ),
    );
  });
});

describe('columnNames', () => {
  it('makes names unique and non-empty', () => {
    expect(columnNames(['loss', '', 'loss', ' loss (2) '])).toEqual(['loss', 'column 2', 'loss (2)', 'loss (2) (2)']);
  });
});

describe('baselinesOf', () => {
  const baselines = (...lines: string[]) => {
    const { runs, source } = baselinesOf(results(lines));
    return [source, runs.map((run) => run.ordinal)];
  };

  it('goes by the status first', () => {
    expect(baselines('id  loss  status', 'baseline  1  keep', 'b  2  baseline', 'c  3  baseline')).toEqual(['status', [2, 3]]);
  });

  it('then by an id or description that begins with the word', () => {
    expect(baselines('id  loss  description', 'a  1  baseline: unmodified', 'baseline_leaky  2  variant')).toEqual(['name', [1]]);
  });

  it('then takes the first scored row, and says so', () => {
    expect(baselines('id  loss', 'a  n/a', 'b  2', 'c  1')).toEqual(['first scored row', [2]]);
  });
});
