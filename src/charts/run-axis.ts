import type * as Plot from '@observablehq/plot';
import { isNarrowAt, labelBelow } from './chart-frame.ts';
import { extent, type Range } from './chart-range.ts';
import { gradesOf } from './grades.ts';

/** What runs are drawn along: their order in the file, when they were made, or the hours that had passed. */
export interface RunAxis {
  readonly kind: 'order' | 'date' | 'hours';
  readonly label: string;
  /** By run; dates in milliseconds since 1970 as the text says them, without a zone. Null: the run is not drawn. */
  readonly positions: readonly (number | null)[];
}

/** The x scale of such an axis, as Plot wants it. */
export interface AxisScale extends Plot.ScaleOptions {
  readonly domain: [number, number];
}

export function axisScale({ kind, label, positions }: RunAxis, width: number): AxisScale {
  const found = extent(positions.flatMap((position) => position ?? [])) ?? { low: 0, high: 1 };
  const domain = domainOf(kind, found);
  const base = { label, ...labelBelow, domain } as const;
  const few = isNarrowAt(width);
  switch (kind) {
    case 'order':
      return {
        ...base,
        ticks: gradesOf({ low: domain[0], high: domain[1] }, few ? 4 : 8).values.filter((value) => Number.isInteger(value)),
        tickFormat: (ordinal: number) => ordinal.toLocaleString('en-US'),
      };
    case 'hours': {
      const { values, textOf } = gradesOf({ low: domain[0], high: domain[1] }, few ? 4 : 8);
      return { ...base, ticks: [...values], tickFormat: textOf };
    }
    case 'date': {
      let before: Date | null = null;
      const tickFormat = (date: Date, index: number): string => {
        const text = dateTick(date, index === 0 ? null : before);
        before = date;
        return text;
      };
      // Below two lines of text.
      return { ...base, labelOffset: 46, type: 'utc', ticks: few ? 3 : 7, tickFormat };
    }
  }
}

function domainOf(kind: RunAxis['kind'], { low, high }: Range): [number, number] {
  if (kind === 'order') return [low - 0.5, high + 0.5];
  const room = low === high ? (kind === 'date' ? 3_600_000 : 0.5) : (high - low) * 0.01;
  return [low - room, high + room];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A grade of a time axis: what changes from grade to grade, and below it what changed since the grade before and is not said yet. */
function dateTick(date: Date, before: Date | null): string {
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}`;
  const year = String(date.getUTCFullYear());
  const isNewYear = before?.getUTCFullYear() !== date.getUTCFullYear();
  const isNewDay = isNewYear || before.getUTCMonth() !== date.getUTCMonth() || before.getUTCDate() !== date.getUTCDate();
  if (!isNewDay) return clock(date);
  if (date.getTime() % 86_400_000 !== 0) return `${clock(date)}\n${day}${isNewYear ? ` ${year}` : ''}`;
  return isNewYear ? `${day}\n${year}` : day;
}

/** `09:30`. */
function clock(date: Date): string {
  return date.toISOString().slice(11, 16);
}
