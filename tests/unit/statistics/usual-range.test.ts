import { describe, expect, it } from 'vitest';
import { usualRange } from '#statistics/usual-range.ts';

describe('usualRange', () => {
  it('leaves values far off beyond it, and goes no further than the values do', () => {
    const values = Float64Array.from({ length: 101 }, (_, index) => index);
    // From 5 to 95 and 45 to both sides; then from 4 to 96 and 46 to both sides.
    expect(usualRange(values)).toEqual({ low: 0, high: 100 });
    expect(usualRange(Float64Array.of(...values, 10_000, -10_000))).toEqual({ low: -42, high: 142 });
  });

  it('is the whole range where most values agree, one value for one, nothing for none', () => {
    expect(usualRange(Float64Array.of(...new Array<number>(40).fill(1), 2))).toEqual({ low: 1, high: 2 });
    expect(usualRange(Float64Array.of(3))).toEqual({ low: 3, high: 3 });
    expect(usualRange(new Float64Array())).toBeNull();
  });
});
