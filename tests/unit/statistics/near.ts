import { expect } from 'vitest';

/** Stands in an expected object for a number that agrees to so many digits after the point. */
export function near(value: number, digits: number): unknown {
  return expect.closeTo(value, digits);
}
