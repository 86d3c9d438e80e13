import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { sparkline } from '#charts/sparkline.ts';

const size = { width: 100, height: 20 };
const drawn = (...values: (number | null)[]) =>
  sparkline(
    Float64Array.from(values, (value) => value ?? NaN),
    Uint32Array.from(values.keys()),
    size,
  );

describe('a sparkline', () => {
  it('runs over the rows, the greatest value at the top', () => {
    expect(drawn(1, 3, 2)).toEqual({ path: 'M0 20h0L50 0L100 10', n: 3, min: 1, median: 2, max: 3 });
  });

  it('has a gap where a row has no value, and a dot for a value alone', () => {
    expect(drawn(1, null, 3, null, null)?.path).toBe('M0 20h0M50 0h0');
  });

  it('is flat where nothing changes, and in the middle for one row', () => {
    expect(drawn(5, 5)?.path).toBe('M0 10h0L100 10');
    expect(drawn(5)?.path).toBe('M50 10h0');
  });

  it('is nothing where no row has a value', () => {
    expect([drawn(), drawn(null, null)]).toEqual([null, null]);
  });

  it('goes in the order of the rows that are shown', () => {
    expect(sparkline(Float64Array.of(1, 2, 3), Uint32Array.of(2, 0), size)).toMatchObject({ path: 'M0 0h0L100 20', n: 2, median: 2 });
  });

  it('is thinned to its extremes, while its summary is of every row', () => {
    const values = Array.from({ length: 100_000 }, (_, row) => (row === 54_321 ? 1_000 : row === 12_345 ? -1_000 : row % 7));
    const line = drawn(...values);
    expect(line).toMatchObject({ n: 100_000, min: -1_000, median: 3, max: 1_000 });
    expect(line?.path.match(/[ML]/g)?.length).toBeLessThanOrEqual(200);
    expect(line?.path).toMatch(/ 0L/);
    expect(line?.path).toMatch(/ 20L/);
  });

  it('never holds NaN or leaves its frame, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: -1e300, max: 1e300 })), { maxLength: 500 }), (values) => {
        const path = drawn(...values)?.path ?? '';
        expect(path).not.toContain('NaN');
        for (const [, x, y] of path.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(size.width);
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(size.height);
        }
      }),
    );
  });
});
