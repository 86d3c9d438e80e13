import { describe, expect, it } from 'vitest';
import { dotsInOnePath } from '#charts/dots-in-one-path.ts';
import { thinMarks } from '#charts/thin-marks.ts';

interface Mark {
  readonly x: number;
  readonly y: number;
}
const place = { x: ({ x }: Mark) => x, y: ({ y }: Mark) => y };
/** Marks all over a picture of 100 by 100 pixels, the same each time. */
const cloud = Array.from({ length: 5000 }, (_, index): Mark => ({ x: (index * 37.7) % 100, y: (index * 61.3) % 100 }));

describe('thinMarks', () => {
  it('keeps all marks where they are few', () => {
    const marks = [
      { x: 1, y: 1 },
      { x: 1, y: 1 },
    ];
    expect(thinMarks(marks, place, 2).map(({ of, count }) => [of, count])).toEqual([
      [marks[0], 1],
      [marks[1], 1],
    ]);
  });

  it('draws no more than asked for, spread as the marks are', () => {
    const drawn = thinMarks(cloud, place, 300);
    expect(drawn.length).toBeLessThanOrEqual(300);
    expect(drawn.length).toBeGreaterThan(100);
    for (const [fromX, fromY] of [
      [0, 0],
      [50, 0],
      [0, 50],
      [50, 50],
    ] as const) {
      const quarter = drawn.filter(({ x, y }) => x >= fromX && x < fromX + 50 && y >= fromY && y < fromY + 50);
      expect(quarter.length).toBeGreaterThan(drawn.length / 6);
    }
  });

  it('counts every mark, drawn or not', () => {
    expect(thinMarks(cloud, place, 300).reduce((sum, { count }) => sum + count, 0)).toBe(cloud.length);
  });

  it('always draws the lowest and the highest mark, and those that should be seen', () => {
    const marks = [...cloud, { x: 50, y: -1 }, { x: 50, y: 100.5 }];
    const seen = cloud[4321];
    const drawn = new Set(thinMarks(marks, { ...place, isFirst: (mark) => mark === seen }, 200).map(({ of }) => of));
    expect([marks.at(-1), marks.at(-2), seen].map((mark) => mark !== undefined && drawn.has(mark))).toEqual([true, true, true]);
  });

  it('leaves out what has no place', () => {
    expect(thinMarks(cloud, { x: () => null, y: place.y }, 10)).toEqual([]);
  });
});

describe('dotsInOnePath', () => {
  /** Where a path's dots are: it moves from each to the next. */
  const placesOf = (path: string): string[] => {
    let [x, y] = [0, 0];
    return [...path.matchAll(/m(-?\d*\.?\d+) ?(-?\d*\.?\d+)h0/g)].map(([, dx, dy]) => {
      [x, y] = [x + Number(dx), y + Number(dy)];
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    });
  };

  it('leads to each dot, in as few letters as a path needs', () => {
    const path = dotsInOnePath(
      [
        { x: 10.5, y: 2 },
        { x: 10, y: 2.4 },
        { x: 0.2, y: 90 },
      ],
      null,
    );
    expect(path).toBe('m10 2.4h0m.5-.4h0m-10.3 88h0');
    expect(placesOf(path)).toEqual(['10.0 2.4', '10.5 2.0', '0.2 90.0']);
  });

  it('does not drift, however many dots there are', () => {
    const dots = cloud.map(({ x, y }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }));
    const expected = dots.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
    expect(placesOf(dotsInOnePath(dots, null)).toSorted()).toEqual(expected.toSorted());
  });

  it('returns to where it began after a cross', () => {
    const path = dotsInOnePath(
      [
        { x: 10, y: 10 },
        { x: 20, y: 10 },
      ],
      4,
    );
    expect(path).toBe('m10 10m-2-2l4 4m0-4l-4 4m12-2m-2-2l4 4m0-4l-4 4');
  });
});
