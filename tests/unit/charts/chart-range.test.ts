import { describe, expect, it } from 'vitest';
import { chartRange } from '#charts/chart-range.ts';

describe('chartRange', () => {
  it('is the extent of the runs that were not discarded', () => {
    expect(chartRange([1, 3])).toEqual({ low: 1, high: 3 });
  });

  it('takes in discarded runs nearby and leaves out those that went astray', () => {
    expect(chartRange([1, 3], [5, 700])).toEqual({ low: 1, high: 5 });
  });

  it('is that of the discarded ones where nothing else is', () => {
    expect(chartRange([], [5, 7])).toEqual({ low: 5, high: 7 });
  });

  it('has room around a single value and without any', () => {
    expect(chartRange([2])).toEqual({ low: 1.9, high: 2.1 });
    expect(chartRange([])).toEqual({ low: 0, high: 1 });
  });

  it('leaves out a kept run that lies far outside of many others, and keeps all of few', () => {
    const many = Array.from({ length: 20 }, (_, index) => 1 + index / 100);
    expect(chartRange([...many, 1e6])).toEqual({ low: 1, high: 1.19 });
    expect(chartRange([1, 2, 1e6])).toEqual({ low: 1, high: 1e6 });
  });

  it('keeps the way from a bad start to a good end', () => {
    const fell = [10, 4, 2, 1.5, 1.2, ...Array.from({ length: 20 }, (_, index) => 1 + index / 50)];
    expect(chartRange(fell).high).toBe(10);
  });

  it('widens for lines by its own width at most', () => {
    expect(chartRange([1, 3], [], [0.5])).toEqual({ low: 0.5, high: 3 });
    expect(chartRange([1, 3], [], [-100, 100])).toEqual({ low: -1, high: 5 });
  });

  it.each([
    ['overflow', [-1.7e308, 1.7e308]],
    ['vanish', [5e-324, 1e-310]],
    ['cannot be told apart', [1e15, 1e15 + 0.125]],
    ['are no numbers', [NaN, Infinity, -Infinity]],
  ])('is finite and wide enough where values %s', (_, values) => {
    const { low, high } = chartRange(values);
    expect(Number.isFinite(high - low)).toBe(true);
    expect(high - low).toBeGreaterThan(Math.abs(high) * 1e-10);
  });
});
