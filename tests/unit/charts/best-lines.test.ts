import { describe, expect, it } from 'vitest';
import { bestLines, stepPath } from '#charts/best-lines.ts';

const at = (x: number, value: number | null, stated: { readonly counts?: boolean; readonly stratum?: string } = {}) => ({
  x,
  run: { value, counts: true, stratum: 'a', ...stated },
});
const recordsOf = (...args: Parameters<typeof bestLines>) =>
  bestLines(...args).map(({ stratum, records, end }) => [stratum, records.map(({ x }) => x), end]);

describe('bestLines', () => {
  it('takes what is better than all before it, which equal is not', () => {
    const runs = [at(1, 3), at(2, 3), at(3, 4), at(4, 2)];
    expect(recordsOf(runs, 'lower')).toEqual([['a', [1, 4], 4]]);
    expect(recordsOf(runs, 'higher')).toEqual([['a', [1, 3], 4]]);
    expect(recordsOf(runs, null)).toEqual([]);
  });

  it('passes over what does not count or has no value', () => {
    expect(recordsOf([at(1, 3), at(2, 1, { counts: false }), at(3, null), at(4, 2)], 'lower')).toEqual([['a', [1, 4], 4]]);
  });

  it('compares only within one stratum', () => {
    const runs = [at(1, 1), at(2, 5, { stratum: 'b' }), at(3, 4, { stratum: 'b' }), at(4, 2)];
    expect(recordsOf(runs, 'lower')).toEqual([
      ['a', [1], 4],
      ['b', [2, 3], 3],
    ]);
  });
});

describe('stepPath', () => {
  const place = { x: (value: number) => value, y: (value: number) => value };
  const range = { low: 0, high: 100 };
  const pathOf = (...points: readonly [number, number][]) =>
    stepPath({ stratum: 'a', records: points.map(([x, value]) => at(x, value)), end: 50 }, range, place);

  it('runs along each best until the next, and to the end', () => {
    expect(pathOf([1, 90], [10, 50], [20, 40])).toBe('M1 90H10V50H20V40H50');
  });

  it('makes one stroke of steps within half a pixel', () => {
    expect(pathOf([1, 90], [10, 50], [10.2, 45], [10.4, 44], [20, 40])).toBe('M1 90H10V44H20V40H50');
    expect(pathOf([1, 90], [1.2, 80])).toBe('M1 90V80H50');
  });

  it('runs along the edge where values lie beyond it', () => {
    expect(pathOf([1, 900], [10, 50], [20, -3])).toBe('M1 100H10V50H20V0H50');
  });

  it('is nothing where there is no place', () => {
    expect(stepPath({ stratum: 'a', records: [at(1, 2)], end: 3 }, range, { x: () => null, y: () => null })).toBe('');
  });
});
