import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paretoFront } from '#statistics/pareto-front.ts';

describe('the Pareto front', () => {
  const runs = [
    { x: 1, y: 5 },
    { x: 2, y: 3 },
    { x: 3, y: 4 },
    { x: 4, y: 1 },
  ];

  it('is of those that no other one beats in both metrics', () => {
    expect(paretoFront(runs, { x: 'lower', y: 'lower' })).toEqual([0, 1, 3]);
  });

  it('follows the directions', () => {
    expect(paretoFront(runs, { x: 'higher', y: 'higher' })).toEqual([3, 2, 0]);
    expect(paretoFront(runs, { x: 'lower', y: 'higher' })).toEqual([0]);
  });

  it('names all of equal points, and none that is worse in one metric only', () => {
    const points = [
      { x: 1, y: 1 },
      { x: 1, y: 1 },
      { x: 1, y: 2 },
      { x: 2, y: 1 },
    ];
    expect(paretoFront(points, { x: 'lower', y: 'lower' })).toEqual([0, 1]);
  });

  it('leaves out what has no number', () => {
    expect(
      paretoFront(
        [
          { x: Number.NaN, y: 0 },
          { x: 0, y: -Infinity },
          { x: 1, y: 1 },
        ],
        { x: 'lower', y: 'lower' },
      ),
    ).toEqual([2]);
    expect(paretoFront([], { x: 'lower', y: 'lower' })).toEqual([]);
  });

  it('is what comparing every point with every other one gives', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 6 }), y: fc.integer({ min: 0, max: 6 }) });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), (points) => {
        const isBeaten = (a: { x: number; y: number }): boolean => points.some((b) => b.x <= a.x && b.y <= a.y && (b.x < a.x || b.y < a.y));
        const expected = points.flatMap((one, index) => (isBeaten(one) ? [] : [index]));
        expect(paretoFront(points, { x: 'lower', y: 'lower' }).toSorted((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
