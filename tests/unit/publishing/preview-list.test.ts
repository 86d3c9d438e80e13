import { expect, it } from 'vitest';
import { readPreviewList, withPreview, writePreviewList } from '#publishing/preview-list.ts';

const megabytes = (number: number): number => number * 1024 * 1024;

it('reads what it wrote', () => {
  const previews = [
    { number: 9, bytes: 10 },
    { number: 7, bytes: 0 },
  ];
  expect(readPreviewList(writePreviewList(previews))).toEqual(previews);
});

it('lets previews take no more room together than a site can give, newest first', () => {
  const earlier = [5, 4, 3, 2, 1].map((number) => ({ number, bytes: megabytes(150) }));
  const kept = withPreview(earlier, { number: 6, bytes: megabytes(150) }, 20);
  expect(kept.map(({ number }) => number)).toEqual([6, 5, 4, 3]);
});

it('counts a preview that is published again once, as the newest', () => {
  const earlier = [3, 2, 1].map((number) => ({ number, bytes: 1 }));
  expect(withPreview(earlier, { number: 1, bytes: 5 }, 3)).toEqual([
    { number: 1, bytes: 5 },
    { number: 3, bytes: 1 },
    { number: 2, bytes: 1 },
  ]);
});
