import { describe, expect, it } from 'vitest';
import { mergedMarks } from '#charts/merge-marks.ts';

const mark = (x: number, y: number, beyond: 'top' | null = null) => ({ x, y, beyond });
const cloud = Array.from({ length: 60_000 }, (_, index) => mark((index * 7919) % 10_007, (index * 104_729) % 9973));

describe('mergedMarks', () => {
  it('leaves few marks as they are', () => {
    const few = [mark(1, 1), mark(1, 1)];
    expect(mergedMarks(few, () => false)).toEqual(few.map((of) => ({ of, count: 1 })));
  });

  it('makes one of very many that no page can tell apart, and counts them all', () => {
    const merged = mergedMarks(cloud, () => false);
    expect(merged.length).toBeLessThanOrEqual(20_000);
    expect(merged.reduce((sum, { count }) => sum + count, 0)).toBe(60_000);
  });

  it('keeps what must be seen, and what lies beyond an edge apart from what lies at it', () => {
    const seen = cloud[12_345];
    const beyond = mark(5000, 9972, 'top');
    const drawn = new Set(
      mergedMarks([...cloud, mark(5000, 9972), beyond], (each) => each === seen || each === beyond).map(({ of }) => of),
    );
    expect([seen, beyond].map((each) => each !== undefined && drawn.has(each))).toEqual([true, true]);
  });

  it('holds for numbers whose range is none', () => {
    const huge = cloud.map(({ x, y }, index) => mark(index === 0 ? 1.7e308 : index === 1 ? -1.7e308 : x, y));
    expect(mergedMarks(huge, () => false).reduce((sum, { count }) => sum + count, 0)).toBe(60_000);
  });
});
