import { escapeMarkup, tenth } from './written-marks.ts';

export interface StripStage {
  readonly name: string;
  /** What was logged without a long pause, in seconds since the beginning of the strip; a stretch may be as short as a moment. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
  /** The long pauses within. */
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
}

export interface StageStripData {
  readonly stages: readonly StripStage[];
  /** Length of the strip in seconds. */
  readonly seconds: number;
  readonly begin: string;
  readonly end: string;
  /** What the strip shows, for those who do not see it. */
  readonly label: string;
}

const size = { row: 22, bar: 10, names: 76, foot: 22, least: 3 } as const;

/**
 * When each stage was at work, on one scale of time: filled while events follow each other, a dashed line over a pause. A picture of so little needs
 * no scales of Plot.
 */
export function stageStrip({ stages, seconds, begin, end, label }: StageStripData, width: number): string {
  const height = stages.length * size.row + size.foot;
  const room = width - size.names;
  const x = (at: number): number => tenth(size.names + (seconds === 0 ? 0 : (at / seconds) * (room - size.least)));
  const rows = stages.map(({ name, stretches, pauses }, index) => {
    const middle = index * size.row + size.row / 2;
    return [
      `<text class="strip-stage" y="${middle + 4}">${escapeMarkup(name)}</text>`,
      ...pauses.map(
        ({ from, to }) => `<path class="stage-gap" d="M${x(from)} ${middle}H${x(to)}" stroke="currentColor" stroke-dasharray="3 3"/>`,
      ),
      ...stretches.map(({ from, to }) => {
        const wide = Math.max(size.least, tenth(x(to) - x(from)));
        return `<rect class="stage-time" x="${x(from)}" y="${middle - size.bar / 2}" width="${wide}" height="${size.bar}" fill="currentColor"/>`;
      }),
    ].join('');
  });
  const foot = height - size.foot;
  return [
    `<svg class="chart stage-strip" role="img" aria-label="${escapeMarkup(label)}" viewBox="0 0 ${width} ${height}">`,
    `<path class="chart-grid" d="M${size.names} 0V${foot}M${width} 0V${foot}" stroke="currentColor"/>`,
    ...rows,
    `<text x="${size.names}" y="${height - 6}">${escapeMarkup(begin)}</text>`,
    `<text x="${width}" y="${height - 6}" text-anchor="end">${escapeMarkup(end)}</text>`,
    '</svg>',
  ].join('');
}
