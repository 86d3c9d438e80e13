import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { judged, row } from './judged-table.ts';

const baselines = [
  'loss    status    description',
  '1.000   baseline  unmodified, seed 1',
  '1.010   baseline  unmodified, seed 2',
  '0.990   baseline  unmodified, seed 3',
  '1.005   baseline  unmodified, seed 4',
  '0.995   baseline  unmodified, seed 5',
];

describe('noise', () => {
  it('is pooled over the baselines and the replicates after the first of each other configuration', () => {
    const { judgement } = judged([...baselines, '0.9    keep     wider', '0.95   keep     wider, seed 2', '0.93   keep     wider, seed 3']);
    const { noise } = judgement.current ?? {};
    // Of five baselines 4 degrees, Σ(x−mean)² = 0.00025; of the two fresh replicates 1, 0.0002.
    expect(noise?.degrees).toBe(5);
    expect(noise?.sigma).toBeCloseTo(Math.sqrt(0.00045 / 5), 10);
    expect(noise?.groups).toMatchObject([
      { of: 'baselines', runs: [1, 2, 3, 4, 5].map(row) },
      { of: 'replicates', runs: [7, 8].map(row) },
    ]);
  });

  it('has an interval: three baselines leave it between 0.52 and 6.28 times what was seen', () => {
    const { noise } = judged(baselines.slice(0, 4)).judgement.current ?? {};
    expect((noise?.low ?? 0) / (noise?.sigma ?? 1)).toBeCloseTo(0.52, 2);
    expect((noise?.high ?? 0) / (noise?.sigma ?? 1)).toBeCloseTo(6.28, 2);
  });

  it('is unknown with fewer than two degrees of freedom, and without any spread', () => {
    const two = judged(['loss  status    description', '1.0  baseline  a', '1.1  baseline  a', '0.5  keep  b']);
    expect(two.judgement.current).toMatchObject({
      noise: null,
      noiseMissing: 'too few replicates',
      frontier: null,
      bestVerdict: 'noise unknown',
    });
    expect(two.verdicts).toEqual([null, null, 'noise unknown']);
    const same = judged(['loss  status    description', ...Array<string>(4).fill('1.0  baseline  a'), '0.5  keep  b']);
    expect(same.judgement.current).toMatchObject({ noise: null, noiseMissing: 'no spread', bestVerdict: 'noise unknown' });
  });

  it('takes of rows with the same seed only the first, and says where they differ', () => {
    const { judgement, of } = judged([
      'loss   seed  width  status',
      '1.000  1     8      baseline',
      '1.010  2     8      baseline',
      '0.990  3     8      baseline',
      '0.990  3     8      baseline',
      '0.970  3     8      baseline',
    ]);
    expect(judgement.current?.noise?.degrees).toBe(2);
    expect(of(1)?.configuration?.replicates).toEqual([1, 2, 3].map(row));
    expect(judgement.disagreements).toEqual([{ first: row(3), other: row(5), seed: '3' }]);
  });

  it('is the seeds of the first configuration where a table names no baseline, and says that they are guessed', () => {
    const { judgement } = judged([
      'run_id  seed  provider  val_bpb',
      'a  1337  H100  1.1586',
      'b  1338  H100  1.1553',
      'c  1339  H100  1.1571',
    ]);
    expect(judgement.current).toMatchObject({ baselines: { source: 'first scored row', runs: [1, 2, 3].map(row) }, noise: { degrees: 2 } });
  });

  it('comes neither from crashes nor from what is still to be run', () => {
    const { judgement } = judged([...baselines, '0.000  crash  wider', '0.1  planned  wider', '0.2  running  wider']);
    expect(judgement.current).toMatchObject({ runs: 8, scored: 5 });
    expect(judgement.byRun.has(row(6))).toBe(false);
  });
});

describe('a configuration', () => {
  const configurationOf = (lines: readonly string[], ordinal: number) => judged(lines).of(ordinal)?.configuration?.runs;

  it('is the same where only seed, run and replicate words and their numbers differ', () => {
    for (const [one, other] of [
      ['wider, seed 1', 'wider, seed 2'],
      ['wider (run 1)', 'Wider (run #2)'],
      ['wider replicate 1 of 3', 'wider replicate 2 of 3'],
      ['wider', 'rerun: wider'],
    ] as const) {
      expect(configurationOf(['loss  status  description', '1  baseline  base', `0.9  keep  ${one}`, `0.8  keep  ${other}`], 2)).toEqual(
        [2, 3].map(row),
      );
    }
  });

  it('differs where a setting does, and where a row says nothing', () => {
    expect(configurationOf(['loss  lr  width  status', '1  1e-3  8  baseline', '0.9  1e-3  9  keep', '0.9  1e-4  9  keep'], 2)).toEqual([
      row(2),
    ]);
    expect(configurationOf(['loss  status', '1  baseline', '0.9  keep', '0.9  keep'], 2)).toEqual([row(2)]);
  });

  it('is the group cell where there is one', () => {
    expect(configurationOf(['loss  group  description  status', '1  g0  a  baseline', '0.9  g1  b  keep', '0.8  g1  c  keep'], 2)).toEqual(
      [2, 3].map(row),
    );
  });
});

describe('what a run is compared with', () => {
  it('is the best kept run before it', () => {
    const { of } = judged([...baselines, '0.98  keep  wider', '0.97  discard  deeper', '0.96  keep  both']);
    expect(of(6)?.comparison).toMatchObject({ incumbent: row(3), by: 'best before', against: 'baselines', n: 5 });
    expect(of(8)?.comparison).toMatchObject({ incumbent: row(6), by: 'best before', against: 'one run', n: 1 });
    // A single incumbent was itself selected: t = Δ/(s·√2).
    const sigma = Math.sqrt(0.00025 / 4);
    expect(of(8)?.comparison?.t).toBeCloseTo(0.02 / (sigma * Math.SQRT2), 8);
    expect(of(6)?.comparison?.t).toBeCloseTo(0.02 / (sigma * Math.sqrt(1 + 1 / 5)), 8);
  });

  it('is the parent where the table names one, by id or by commit, cut short or not', () => {
    const { of } = judged([
      'id  commit   parent_commit  loss  status',
      'a   1111111  -              1.0   baseline',
      'b   2222222  11111112       0.9   keep',
      'c   3333333  1111111        0.8   keep',
      'd   4444444  a              0.7   keep',
      'e   5555555  99999999       0.6   keep',
    ]);
    expect([2, 3, 4, 5].map((ordinal) => of(ordinal)?.comparison?.incumbent)).toEqual([row(1), row(1), row(1), row(4)]);
    expect(of(3)?.comparison?.by).toBe('parent');
  });

  it('survives parents that go in circles, name themselves or nothing', () => {
    const { verdicts } = judged([
      'id  parent  loss  status',
      'a  b  1.0  keep',
      'b  a  0.9  keep',
      'c  c  0.8  keep',
      'd  nowhere  0.7  keep',
    ]);
    expect(verdicts).toEqual([null, 'noise unknown', 'noise unknown', 'noise unknown']);
  });

  it('is what the first run of its configuration was compared with, for replicates', () => {
    const { of } = judged([...baselines, '0.9  keep  wider', '0.93  discard  wider, seed 2']);
    expect(of(7)?.comparison?.incumbent).toBe(row(3));
  });
});

describe('verdicts', () => {
  it('call the best suggestive only beyond what luck gives after so many runs', () => {
    const luck = judged([...baselines, '0.975  keep  wider']);
    expect(luck.of(6)?.verdict).toBe('suggestive');
    // The same value is no news as the best of thirty.
    const others = Array.from({ length: 29 }, (_, index) => `1.0${String(index).padStart(2, '0')}  discard  try ${'x'.repeat(index + 1)}`);
    const many = judged([...baselines, ...others, '0.975  keep  wider']);
    expect(many.judgement.current).toMatchObject({ bestVerdict: 'within noise', frontier: { runs: 30, baselines: 5 } });
    expect(many.judgement.current?.frontier?.c).toBeCloseTo(5.37, 2);
  });

  it('are the same for a metric of which more is better', () => {
    const flipped = [...baselines, '0.975  keep  wider'].map((line) =>
      line.replace('loss', 'accuracy').replace(/^\d\.\d+/, (value) => (2 - Number(value)).toFixed(3)),
    );
    const { of, judgement } = judged(flipped);
    expect(of(6)?.verdict).toBe('suggestive');
    expect(judgement.current?.frontier?.value).toBeCloseTo(
      1 + (judgement.current?.frontier?.c ?? 0) * (judgement.current?.noise?.sigma ?? 0),
      10,
    );
  });

  const wins = [0.9, 0.91, 0.905, 0.9, 0.91, 0.905];
  const replicated = (count: number) => wins.slice(0, count + 1).map((loss, index) => `${loss}  keep  wider, seed ${index + 1}`);

  it('wait for five fresh replicates, of which the first run is none', () => {
    const four = judged([...baselines, ...replicated(4)]).of(6);
    expect(four?.confirmation).toMatchObject({ have: 4, need: 5, test: null });
    expect(four?.verdict).toBe('suggestive');
    const five = judged([...baselines, ...replicated(5)]);
    expect(five.of(6)?.confirmation?.test).toMatchObject({
      position: 1,
      against: 'baselines',
      runs: [7, 8, 9, 10, 11].map(row),
      passed: true,
    });
    expect(five.of(6)?.confirmation?.test?.level).toBeCloseTo(0.0304, 4);
    expect(five.verdicts.slice(5)).toEqual(Array(6).fill('confirmed'));
  });

  it('are compared by rank too, where so few values could reach the level', () => {
    // All five are better than all five baselines: one of the 252 ways to choose five of ten.
    expect(judged([...baselines, ...replicated(5)]).of(6)?.confirmation?.test?.mannWhitney).toBeCloseTo(1 / 252, 12);
    // Two of seven can be chosen in 21 ways: 4.8 % at best.
    const two = judged([...baselines, ...replicated(2)], { seedsOf: () => 2 }).of(6)?.confirmation?.test;
    expect(two).toMatchObject({ position: 1, mannWhitney: null });
  });

  it('wait for as many replicates as the idea asks for', () => {
    const { of } = judged([...baselines, ...replicated(3)], { seedsOf: (id) => (id === row(6) ? 3 : null) });
    expect(of(6)).toMatchObject({ verdict: 'confirmed', confirmation: { have: 3, need: 3 } });
  });

  it('test once: what comes later changes nothing', () => {
    const lines = [...baselines, ...replicated(5)];
    const before = judged(lines).of(6)?.confirmation?.test;
    const after = judged([...lines, '1.4  discard  wider, seed 7', '1.5  discard  wider, seed 8']).of(6)?.confirmation?.test;
    expect({ ...after }).toEqual({ ...before });
  });

  it('are stricter for each further configuration that is tested', () => {
    const second = Array.from({ length: 6 }, (_, index) => `0.8${index % 3}  keep  deeper, seed ${index + 1}`);
    const { of } = judged([...baselines, ...replicated(5), ...second]);
    expect(of(12)?.confirmation?.test).toMatchObject({ position: 2, against: 'incumbent', otherRuns: [7, 8, 9, 10, 11].map(row) });
    expect(of(12)?.confirmation?.test?.level).toBeCloseTo(0.0304 / 4, 4);
  });

  it('do not call a run better or worse than noise allows', () => {
    const { of } = judged([...baselines, '0.9  keep  wider', '1.002  discard  deeper', '2.0  discard  broken', '0.895  discard  other']);
    expect(of(7)).toMatchObject({ verdict: null, comparison: { standing: 'behind' } });
    expect(of(8)).toMatchObject({ verdict: null, comparison: { standing: 'behind' } });
    expect(of(9)).toMatchObject({ verdict: 'within noise', comparison: { standing: 'within noise' } });
  });

  it('are not told across a change of the evaluation', () => {
    const evaluations = { aaaaaaa: 'one', bbbbbbb: 'two', ccccccc: 'two' };
    const { verdicts, judgement, results } = judged(
      [
        'commit   loss   status    description',
        'aaaaaaa  0.10   baseline  base',
        'nocommit 0.05   keep      wider',
        'bbbbbbb  1.00   baseline  base',
        'bbbbbbb  1.01   baseline  base',
        'bbbbbbb  0.99   baseline  base',
        'ccccccc  0.90   keep      wider',
      ].map((line) => line.replace(/^(\S+) +/, '$1  ')),
      { evaluations },
    );
    expect(results.runs.map(({ stratum }) => stratum)).toEqual(['one', 'unknown', 'two', 'two', 'two', 'two']);
    expect(results.best?.ordinal).toBe(6);
    expect(verdicts).toEqual(['not comparable', 'not comparable', null, null, null, 'suggestive']);
    expect(judgement.strata.map(({ id }) => id)).toEqual(['one', 'unknown', 'two']);
  });
});

describe('what else is known of a stratum', () => {
  it('counts keeps against those that luck alone gives', () => {
    const { keeps } = judged([...baselines, '0.98  keep  a', '0.99  discard  b', '0.97  keep  c']).judgement.current ?? {};
    expect(keeps?.seen).toBe(2);
    expect(keeps?.byLuck).toBeCloseTo(1 / 6 + 1 / 7 + 1 / 8, 10);
  });

  it('names the configurations that cannot be told from the best, best first', () => {
    const { judgement } = judged([...baselines, '0.901  keep  a', '0.900  keep  b', '0.5  discard  c', '0.899  keep  d']);
    expect(judgement.current?.tied).toEqual([row(9), row(7), row(6)]);
  });

  it('lists kept runs that nobody repeated, largest effect first', () => {
    const { judgement } = judged([
      ...baselines,
      '0.99  keep  a',
      '0.90  keep  b',
      '0.89  keep  c',
      '0.88  discard  d',
      '0.889  keep  c, seed 2',
    ]);
    expect(judgement.current?.debt.map(({ run }) => run)).toEqual([row(7), row(6)]);
  });

  it('says whether the noise is below the effect that matters', () => {
    expect(judged(baselines, { minEffect: 0.1 }).judgement.current?.gate).toEqual({ effect: 0.1, state: 'passes', more: null });
    expect(judged(baselines, { minEffect: 0.001 }).judgement.current?.gate).toMatchObject({ state: 'fails' });
    expect(judged(baselines, { minEffect: 0.01 }).judgement.current?.gate).toMatchObject({ state: 'not settled' });
  });

  it('says how many replicates would settle the best', () => {
    const { settling } = judged([...baselines, '0.985  keep  a']).judgement.current ?? {};
    // 1.9 σ against the baselines, at the first level.
    expect(settling?.effect).toBeCloseTo(0.015 / Math.sqrt(0.00025 / 4), 6);
    expect(settling).toMatchObject({ replicates: 6, detectable: null });
  });
});

describe('tables of which little is known', () => {
  it.each([
    ['no runs', ['loss  status']],
    ['no metric', ['name  note', 'a  b', 'c  d']],
    ['no direction', ['id  metric', 'a  1', 'b  2']],
    ['nothing scored', ['loss  status', '0.0  crash', 'n/a  crash']],
  ] as const)('%s', (reason, lines) => {
    expect(judged(lines).judgement.unjudged).toBe(reason);
  });

  it('has one row: it is the baseline, and nothing is known of it', () => {
    expect(judged(['loss  status', '0.5  keep']).judgement).toMatchObject({ unjudged: null, current: { noise: null, bestVerdict: null } });
  });

  it('never throws, never tells a number that is none, and never praises without noise', () => {
    const cell = fc.constantFrom('1', '1.1', '0.9', '1e300', '-1e300', '1e-300', '0', 'nan', 'inf', '', '12%', '7 ms', 'x');
    const line = fc.tuple(
      cell,
      fc.constantFrom('keep', 'discard', 'crash', 'baseline', '?'),
      fc.constantFrom('a', 'b', 'a seed 1', 'c'),
      fc.constantFrom('1', '2', '3', ''),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('loss', 'accuracy'), (rows, metric) => {
        const table = [`${metric}  status  description  parent`, ...rows.map((cells) => cells.map((text) => text || '-').join('  '))];
        const { judgement, verdicts } = judged(table);
        const numbers = JSON.stringify([judgement.strata, [...judgement.byRun]], (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'NOT A NUMBER' : value,
        );
        expect(numbers).not.toContain('NOT A NUMBER');
        if ((judgement.current?.noise ?? null) === null) expect(verdicts).not.toContain('suggestive');
      }),
    );
  });
});
