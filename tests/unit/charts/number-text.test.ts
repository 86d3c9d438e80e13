import { describe, expect, it } from 'vitest';
import { gradesOf } from '#charts/grades.ts';
import { stepText } from '#charts/number-text.ts';

describe('stepText', () => {
  it.each([
    [0.975, 0.005, '0.975'],
    [1, 0.01, '1.00'],
    [1250, 50, '1,250'],
    [-3.5, 0.5, '−3.5'],
    [0.25, 0.25, '0.25'],
    [1e-20, 0.1, '0'],
    [2.5e-9, 5e-10, '2.5e−9'],
    [3e12, 1e12, '3e12'],
    [1e300, 5e299, '1e300'],
  ])('writes %d in steps of %d as %s', (value, step, text) => {
    expect(stepText(value, step)).toBe(text);
  });
});

describe('gradesOf', () => {
  const textsOf = (low: number, high: number, about: number) => {
    const { values, textOf } = gradesOf({ low, high }, about);
    return values.map(textOf);
  };

  it('are round numbers within the range, all of them different to read', () => {
    expect(textsOf(0.9697, 0.9979, 5)).toEqual(['0.970', '0.975', '0.980', '0.985', '0.990', '0.995']);
    expect(textsOf(0, 100, 5)).toEqual(['0', '20', '40', '60', '80', '100']);
    expect(textsOf(-1, 1, 4)).toEqual(['−1.0', '−0.5', '0', '0.5', '1.0']);
  });

  it.each([
    [0.9e-300, 1.1e-300],
    [-1e300, 1e300],
    [1e15, 1e15 + 1e6],
    [0, 1e-310],
    [Number.MIN_VALUE, 2 * Number.MIN_VALUE],
  ])('are finite and few from %d to %d', (low, high) => {
    const texts = textsOf(low, high, 5);
    expect(texts.length).toBeLessThan(20);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.join(' ')).not.toMatch(/NaN|Infinity/);
  });
});
