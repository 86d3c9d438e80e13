import { describe, expect, it } from 'vitest';
import { findRoot } from '#statistics/find-root.ts';
import { firstWhere } from '#statistics/first-where.ts';

describe('a root', () => {
  it.each([
    ['of a line', (x: number) => x - 0.3, 0.3],
    ['of a curve', (x: number) => x ** 3 - 2, Math.cbrt(2)],
    ['of a step with slopes that mislead', (x: number) => Math.tanh(1e4 * (x - 0.7)), 0.7],
    ['where all is flat', (x: number) => (x - 0.25) ** 9, 0.25],
    ['whose lower end is infinite', (x: number) => Math.log(x), 1],
  ])('%s is found', (_, f, root) => {
    expect(findRoot(f, 0, 2)).toBeCloseTo(root, 12);
  });

  it('may be an end', () => {
    expect(findRoot((x) => x, 0, 1)).toBe(0);
    expect(findRoot((x) => x - 1, 0, 1)).toBe(1);
  });

  it('that lies outside gives the nearer end', () => {
    expect(findRoot((x) => x + 1, 0, 1)).toBe(0);
    expect(findRoot((x) => x - 3, 0, 1)).toBe(1);
  });
});

describe('the first whole number for which something holds', () => {
  it('is found, at the ends too', () => {
    for (const first of [2, 3, 77, 100]) expect(firstWhere(2, 100, (n) => n >= first)).toBe(first);
  });

  it('is null where it holds for none, or where there are none', () => {
    expect(firstWhere(2, 100, () => false)).toBeNull();
    expect(firstWhere(5, 4, () => true)).toBeNull();
  });
});
