import { tenth } from './written-marks.ts';

const [width, height] = [96, 10] as const;

/** A share as a bar: an outline that is filled as far as it goes. The page has the numbers beside it, so that the picture says nothing new. */
export function shareBar(done: number, total: number): string {
  const filled = total === 0 ? 0 : tenth((width - 2) * Math.min(1, done / total));
  return [
    `<svg class="share-bar" aria-hidden="true" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect class="share-whole" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="currentColor"/>`,
    `<rect class="share-done" x="1" y="1" width="${filled}" height="${height - 2}" fill="currentColor"/>`,
    '</svg>',
  ].join('');
}
