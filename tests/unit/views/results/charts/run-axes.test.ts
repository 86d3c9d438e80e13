import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { runAxes } from '#views/results/charts/run-axes.ts';
import { readTime } from '#views/results/charts/written-time.ts';
import { makeContent, makeTable } from '../../../graph/make-content.ts';

const axesOf = (...lines: readonly string[]) => {
  const [results] = buildGraph(makeContent({ tables: [makeTable('results.tsv', ...lines)] })).results.values();
  if (results === undefined) throw new Error('the graph has no table');
  return runAxes(results);
};
const kindsOf = (...lines: readonly string[]) => axesOf(...lines).map(({ axis }) => axis.kind);

describe('readTime', () => {
  const noon = Date.UTC(2026, 3, 27, 12);

  it.each([
    ['2026-04-27 12:00', noon],
    ['2026-04-27T12:00:00Z', noon],
    ['2026-04-27T12:00:00.123+09:00', noon],
    ['2026-04-27 12:00 EDT', noon],
    ['2026/04/27 12:00:00', noon],
    ['20260427-120000', noon],
    ['2026-04-27', noon - 12 * 3_600_000],
    ['1777291200', Date.UTC(2026, 3, 27, 12)],
    ['1777291200000', Date.UTC(2026, 3, 27, 12)],
  ])('takes %s as it is written, without a zone', (text, at) => {
    expect(readTime(text)?.at).toBe(at);
  });

  it.each(['', '2026-02-30', '2026-13-01', '2026-04-27 25:00', '0001-01-01', '12:30', 'yesterday', '300.1', '2026-04-27 12:00; DROP'])(
    'does not read %s',
    (text) => {
      expect(readTime(text)).toBeNull();
    },
  );
});

describe('runAxes', () => {
  it('are the order alone where the table tells no time', () => {
    expect(axesOf('commit\tval_bpb\tstatus', 'a\t1\tkeep', 'b\t2\tkeep')).toEqual([
      { axis: { kind: 'order', label: 'run', positions: [1, 2] }, name: 'by order', remark: '' },
    ]);
  });

  it('have dates, and the hours between them where a time of day is written', () => {
    const [, date, hours] = axesOf(
      'commit\tval_bpb\tstatus\tdate',
      'a\t1\tkeep\t2026-01-01 10:00',
      'b\t2\tkeep\t2026-01-01 11:30',
      'c\t2\tkeep\t',
    );
    expect(date).toMatchObject({
      axis: { kind: 'date', positions: [Date.UTC(2026, 0, 1, 10), Date.UTC(2026, 0, 1, 11, 30), null] },
      remark: '',
    });
    expect(hours).toMatchObject({
      axis: { kind: 'hours', positions: [0, 1.5, null] },
      remark: 'Hours are those on the clock since the earliest date, whatever ran in them.',
    });
  });

  it('have no hours where there are only days, or days of several zones', () => {
    expect(kindsOf('commit\tval_bpb\tstatus\tdate', 'a\t1\tkeep\t2026-01-01', 'b\t2\tkeep\t2026-01-02')).toEqual(['order', 'date']);
    expect(kindsOf('commit\tval_bpb\tstatus\tdate', 'a\t1\tkeep\t2026-01-01T10:00Z', 'b\t2\tkeep\t2026-01-02T10:00+02:00')).toEqual([
      'order',
      'date',
    ]);
  });

  it('have no dates where most cells are none, or all are the same', () => {
    const header = 'commit\tval_bpb\tstatus\tdate';
    expect(kindsOf(header, 'a\t1\tkeep\t2026-01-01', 'b\t2\tkeep\t2026-01-01')).toEqual(['order']);
    expect(kindsOf(header, 'a\t1\tkeep\t2026-01-01', 'b\t2\tkeep\t', 'c\t2\tkeep\t', 'd\t2\tkeep\t', 'e\t2\tkeep\t2026-01-02')).toEqual([
      'order',
    ]);
  });

  it('say where dates run backwards', () => {
    const [, date] = axesOf('commit\tval_bpb\tstatus\tdate', 'a\t1\tkeep\t2026-01-02', 'b\t2\tkeep\t2026-01-01', 'c\t2\tkeep\t2026-01-03');
    expect(date?.remark).toBe('1 run is dated before the one above in the file; here all stand in the order of their dates.');
  });

  it('have the hours that the runs took where a column says it, in whatever unit, and say what they are', () => {
    const hoursOf = (name: string, ...cells: readonly string[]) =>
      axesOf(`commit\tval_bpb\tstatus\t${name}`, ...cells.map((cell) => `a\t1\tkeep\t${cell}`)).find(({ axis }) => axis.kind === 'hours');
    expect(hoursOf('train_seconds', '1800', '3600', '-')).toEqual({
      axis: { kind: 'hours', label: 'hours of train_seconds, summed', positions: [0.5, 1.5, 1.5] },
      name: 'by hours',
      remark: 'Hours are the sum of train_seconds over the runs so far: 1.5 in all. 1 run that states none counts as none.',
    });
    expect(hoursOf('duration', '30 min', '90 min')?.axis.positions).toEqual([0.5, 2]);
    expect(hoursOf('total_minutes', '30', '-30')?.axis.positions).toEqual([0.5, 0.5]);
    // Nobody says in what; a part of a run; no time at all; nothing passes.
    for (const [name, ...cells] of [
      ['duration', '30', '90'],
      ['ingest_seconds', '1', '2'],
      ['memory_gb', '1', '2'],
      ['train_seconds', '0', '0'],
    ] as const)
      expect(hoursOf(name, ...cells)).toBeUndefined();
  });
});
