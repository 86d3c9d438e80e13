import { escapeMarkup, tenth } from './written-marks.ts';

export interface SlopeEnd {
  readonly value: number;
  /** As written, cut to what fits. */
  readonly text: string;
}

export interface SlopeData {
  readonly before: SlopeEnd;
  readonly after: SlopeEnd;
  /** What the picture is, for those who do not see it. */
  readonly label: string;
}

/** In pixels: the picture is as wide as its texts need, so that letters have the same size in all of them. */
const height = 88;
const [top, bottom] = [14, 72];
const [gap, run, letter] = [12, 72, 7.2];

/**
 * One value before and after, on a scale that begins at zero: a change of a thousandth looks flat, as it is. Before is a ring and after a dot, so that
 * the direction does not hang on reading order. A picture of so little needs no scales of Plot.
 */
export function slopeChart({ before, after, label }: SlopeData): string {
  const high = Math.max(0, before.value, after.value);
  const low = Math.min(0, before.value, after.value);
  // Halved first: the range of two huge numbers is no number.
  const span = high / 2 - low / 2 || 1;
  const y = (value: number): number => tenth(bottom - ((value / 2 - low / 2) / span) * (bottom - top));
  const left = Math.ceil(before.text.length * letter) + gap;
  const right = left + run;
  const width = right + gap + Math.ceil(after.text.length * letter);
  const [from, to] = [y(before.value), y(after.value)];
  return [
    `<svg class="chart slope" role="img" aria-label="${escapeMarkup(label)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<path class="slope-zero" d="M${left - 6} ${y(0)}H${right + 6}" fill="none" stroke="currentColor"/>`,
    `<path class="slope-line" d="M${left} ${from}L${right} ${to}" fill="none" stroke="currentColor" stroke-width="2"/>`,
    `<circle class="slope-before" cx="${left}" cy="${from}" r="4.5" stroke="currentColor" stroke-width="2"/>`,
    `<circle class="slope-after" cx="${right}" cy="${to}" r="5.5" fill="currentColor"/>`,
    `<text x="${left - gap}" y="${tenth(from + 4)}" text-anchor="end">${escapeMarkup(before.text)}</text>`,
    `<text x="${right + gap}" y="${tenth(to + 4)}" text-anchor="start">${escapeMarkup(after.text)}</text>`,
    '</svg>',
  ].join('');
}
