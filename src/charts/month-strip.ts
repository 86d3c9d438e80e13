import { tenth } from './written-marks.ts';

const [width, height] = [124, 8] as const;

/**
 * The days of a month as a strip, with a stretch of them filled. Without a name: the page says the days beside it.
 *
 * @param from the first filled day, from 1
 * @param to the last one
 * @param days how many days the month has
 */
export function monthStrip(from: number, to: number, days: number): string {
  const x = (day: number): number => tenth((day / days) * width);
  return [
    `<svg class="month-strip" aria-hidden="true" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect class="month-days" y="3" width="${width}" height="2" fill="currentColor"/>`,
    `<rect class="month-sprint" x="${x(from - 1)}" width="${tenth(x(to) - x(from - 1))}" height="${height}" rx="1.5" fill="currentColor"/>`,
    '</svg>',
  ].join('');
}
