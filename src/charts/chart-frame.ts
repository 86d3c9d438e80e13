import type * as Plot from '@observablehq/plot';
import type { Range } from './chart-range.ts';
import type { Grades } from './grades.ts';

/** How large a chart is drawn, and under which name. */
export interface Drawing {
  /** Unique on the page: ids within the SVG begin with it. */
  readonly id: string;
  /** Width in CSS pixels at which the text has its natural size. */
  readonly width: number;
}

/** A finished drawing. */
export interface Drawn {
  readonly svg: string;
  /** What is to be said of this drawing only: whole sentences, or empty. */
  readonly note: string;
}

/** Pixels between the drawn values and the frame: room for what lies beyond the range, and for words. */
export const edge = 26;
const margin = { top: 34, right: 16, bottom: 48, left: 64 } as const;

/** Whether a page is so narrow that names stand in the legend only. */
export function isNarrowAt(width: number): boolean {
  return width < 500;
}

/** Size and margins, as Plot wants them. */
export function frameOf(width: number, marginRight: number = margin.right) {
  // The wider, the flatter: 252 at 360, 300 at 520, 378 at 1,080.
  const height = Math.round(Math.max(width * 0.35, Math.min(width * 0.7, 300)));
  return { className: 'chart', width, height, marginTop: margin.top, marginRight, marginBottom: margin.bottom, marginLeft: margin.left };
}

/** How many pixels a scale of values has for its range. */
export function valueHeight(width: number): number {
  return frameOf(width).height - margin.top - margin.bottom - 2 * edge;
}

/** The y scale of a metric. */
export function valueScale(range: Range, grades: Grades, label: string): Plot.ScaleOptions {
  return {
    domain: [range.low, range.high],
    label,
    labelArrow: 'none',
    ticks: [...grades.values],
    tickFormat: grades.textOf,
    nice: false,
    insetTop: edge,
    insetBottom: edge,
  };
}

/** How the name of an x scale stands below its middle. */
export const labelBelow = { labelArrow: 'none', labelAnchor: 'center', labelOffset: 40 } as const;

/** `val_bpb (bits per byte, lower is better)`. */
export function metricLabel(name: string, unit: string | null, direction: 'lower' | 'higher' | null): string {
  const notes = [unit, direction === null ? null : `${direction} is better`].filter((note) => note !== null);
  return notes.length === 0 ? name : `${name} (${notes.join(', ')})`;
}
