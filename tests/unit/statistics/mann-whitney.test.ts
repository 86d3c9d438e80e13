import { describe, expect, it } from 'vitest';
import { canReach, mannWhitney } from '#statistics/mann-whitney.ts';

describe('the Mann–Whitney test', () => {
  it("gives what R's documentation prints for the example of Hollander and Wolfe", () => {
    const x = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const y = [1.15, 0.88, 0.9, 0.74, 1.21];
    // wilcox.test(x, y, alternative = "g"): W = 35, p-value = 0.1272.
    expect(mannWhitney(x, y)).toBeCloseTo(0.1272, 4);
  });

  it('is one over the number of choices where all of one side are greater', () => {
    expect(mannWhitney([4, 5, 6], [1, 2, 3])).toBeCloseTo(1 / 20, 14);
    expect(mannWhitney([1, 2, 3], [4, 5, 6])).toBe(1);
  });

  it('counts choices with the shared ranks of equal values', () => {
    // Ranks 1, 2.5, 2.5, 4: of the six pairs only {2.5, 4}, twice, has a sum of 6.5 or more.
    expect(mannWhitney([2, 3], [1, 2])).toBeCloseTo(2 / 6, 14);
    // Of the same ranks all but {1, 2.5}, twice, have a sum of 5 or more.
    expect(mannWhitney([1, 3], [2, 2])).toBeCloseTo(4 / 6, 14);
    expect(mannWhitney([1, 1], [1, 1, 1])).toBe(1);
  });

  it('says nothing of an empty side, or of more values than are counted out', () => {
    expect(mannWhitney([], [1])).toBeNull();
    const many = Array.from({ length: 21 }, (_, index) => index);
    expect(mannWhitney(many, many)).toBeNull();
  });

  it('could reach 5 % with three on either side, but not 4 %', () => {
    expect(canReach(3, 3, 0.05)).toBe(true);
    expect(canReach(3, 3, 0.04)).toBe(false);
    expect(canReach(2, 3, 0.05)).toBe(false);
  });
});
