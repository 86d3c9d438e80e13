import { describe, expect, it } from 'vitest';
import { calibrate, type CheckedPrediction } from '#statistics/calibration.ts';

const checked = (inDirection: boolean | null, inRange: boolean | null): CheckedPrediction => ({ inDirection, inRange });

describe('calibrate', () => {
  it('counts what went the right way, and what came within its range where one was given', () => {
    const { direction, range } = calibrate([checked(true, true), checked(true, false), checked(false, null), checked(null, true)]);
    expect([direction.hits, direction.of, range.hits, range.of]).toEqual([2, 3, 2, 3]);
  });

  it('gives the interval that so few leave: Wilson, 8 of 10 is 49% to 94%', () => {
    const { direction } = calibrate(Array.from({ length: 10 }, (_, index) => checked(index < 8, null)));
    expect(direction.interval?.low).toBeCloseTo(0.4902, 4);
    expect(direction.interval?.high).toBeCloseTo(0.9433, 4);
  });

  it('says "not enough" below twenty pairs', () => {
    const pairs = (count: number) => calibrate(Array.from({ length: count }, () => checked(true, null)));
    expect([pairs(0).isEnough, pairs(19).isEnough, pairs(20).isEnough]).toEqual([false, false, true]);
    expect(pairs(0).direction.interval).toBeNull();
  });
});
