import { describe, expect, it } from 'vitest';
import { durationText } from '#views/duration-text.ts';

describe('durationText', () => {
  it.each([
    [0, '0 s'],
    [45, '45 s'],
    [80, '1 min 20 s'],
    [120, '2 min'],
    [7500, '2 h 5 min'],
    [3605, '1 h'],
    [273_600, '3 d 4 h'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});
