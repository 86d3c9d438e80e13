import { describe, expect, it } from 'vitest';
import { placedNoise } from '#charts/noise-marks.ts';
import { placedRuns } from '#charts/placed-runs.ts';
import { drawBestSoFar, gradesOnY, makeNoise, makeRun, orderOf } from './make-chart.ts';

const range = { low: 0, high: 1 };
const runs = [
  makeRun(1, 0.99, 'baseline'),
  makeRun(2, 0.98, 'kept'),
  makeRun(3, null, 'crashed'),
  makeRun(4, 0.97, 'kept', { isBaseline: true }),
  makeRun(5, 0.985, 'discarded'),
  makeRun(6, null, 'other'),
];
const frontier = [
  { runs: 1, value: 0.95 },
  { runs: 2, value: 0.9 },
];
const placed = (noise = makeNoise({ frontier }), some = runs) => placedNoise(noise, placedRuns(some, orderOf(some), range, 'lower'), range);

describe('the noise in a chart', () => {
  it('is a band around the mean of the baselines, from the first run to the last', () => {
    expect(placed()?.band).toEqual({ x1: 1, x2: 6, y1: 0.988, y2: 0.992 });
    expect(placed()?.mean).toBe(0.99);
  });

  it('has a frontier that counts scored runs beside the baselines, guessed ones too, and lasts to the end', () => {
    expect(placed()?.frontier).toEqual([
      { x: 2, y: 0.95 },
      { x: 5, y: 0.9 },
      { x: 6, y: 0.9 },
    ]);
  });

  it('is only of the runs of its own evaluation', () => {
    const some = [
      makeRun(1, 0.5, 'kept', { stratum: 'old' }),
      makeRun(2, 0.98, 'kept'),
      makeRun(3, 0.9, 'kept'),
      makeRun(4, 0.1, 'kept', { stratum: 'old' }),
    ];
    expect(placed(makeNoise({ frontier }), some)).toMatchObject({ band: { x1: 2, x2: 3 }, frontier: [{ x: 2 }, { x: 3 }, { x: 3 }] });
    expect(placed(makeNoise({ stratum: 'none' }), some)).toBeNull();
  });

  it('stays within the picture', () => {
    expect(placed(makeNoise({ mean: 5, reach: 1e300, frontier: [{ runs: 1, value: -1e300 }] }))).toMatchObject({
      band: { y1: 0, y2: 1 },
      mean: 1,
      frontier: [{ y: 0 }, { y: 0 }],
    });
  });

  it('is named beside its lines on a wide page, and only in the legend on a narrow one', () => {
    const noise = makeNoise({ frontier });
    const wide = drawBestSoFar(runs, { noise, width: 1080 }).svg;
    expect(wide).toContain('baselines ± 2σ');
    expect(wide).toContain('null frontier 0.9000');
    expect(drawBestSoFar(runs, { noise, width: 360 }).svg).not.toMatch(/>(?:baselines ±|null frontier)/);
  });

  it('lets the axis reach the frontier, but not flatten the runs for it', () => {
    const lowest = (value: number) =>
      Math.min(...gradesOnY(drawBestSoFar(runs, { noise: makeNoise({ frontier: [{ runs: 1, value }] }) }).svg));
    expect(lowest(0.962)).toBeLessThan(0.97);
    expect(lowest(-50)).toBeGreaterThan(0.9);
  });

  it('is drawn faintly where sigma is known only roughly', () => {
    expect(drawBestSoFar(runs, { noise: makeNoise({ isRough: true }) }).svg).toContain('class="noise-band rough"');
    expect(drawBestSoFar(runs, { noise: makeNoise() }).svg).toContain('class="noise-band"');
    expect(drawBestSoFar(runs).svg).not.toContain('noise-band');
  });

  it('falls with the runs where they are not evenly spaced', () => {
    const axis = { kind: 'hours', label: 'hours', positions: [0, 1, 1.1, 1.2, 9, 9.1] } as const;
    const near = makeNoise({ frontier: frontier.map((point) => ({ ...point, value: 0.975 - point.runs / 1000 })) });
    const [, path = ''] = /class="null-frontier"[^>]*><path d="([^"]*)"/.exec(drawBestSoFar(runs, { noise: near, axis }).svg) ?? [];
    const ys = [...path.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
    // Level until the second run comes, then down at once.
    expect(ys[0]).toBe(ys[1]);
    expect(ys[2]).toBeGreaterThan(Number(ys[1]));
  });
});
