import type { Results } from '#graph/knowledge-graph.ts';
import { valueOf } from '#graph/results/best-so-far.ts';
import { readMeasure } from '#graph/results/numbers.ts';

/** Computed numbers in the metric's units, with as many decimals as most cells of the table have. */
export interface Amounts {
  /** A value of the metric: `0.9712`. Never what a cell holds, which is shown as written. */
  readonly value: (number: number) => string;
  /** A difference without its sign, with unit: `0.0041 bits per byte`, `1.3 pp`. */
  readonly difference: (number: number) => string;
  /** A spread, with two significant digits and unit. */
  readonly spread: (number: number) => string;
  /** The same without unit, for the second of two. */
  readonly bareSpread: (number: number) => string;
}

/** No line ends between a symbol and its number. */
const space = '\u00A0';

/** So many cells tell how a table writes its values. */
const mostRead = 100;
const mostDecimals = 12;

/** How numbers of a table's main metric are written. */
export function amountsOf({ runs, metric }: Results): Amounts {
  const cells: string[] = [];
  for (const run of runs) {
    if (cells.length === mostRead) break;
    if (metric.name !== null && valueOf(run, metric) !== null) cells.push(run.cells[metric.name] ?? '');
  }
  // Not the most: one odd cell would make every number long.
  const written = cells.map(decimalsOf).toSorted((a, b) => a - b);
  const decimals = written[Math.ceil(written.length * 0.75) - 1] ?? 0;
  const unit = metric.unit ?? readMeasure(cells[0] ?? '')?.unit ?? '';
  const withUnit = (text: string): string => (unit === '' ? text : `${text} ${unit === '%' ? 'pp' : unit}`);
  const difference = (number: number): string => {
    const shown = decimalText(Math.abs(number), decimals);
    return number !== 0 && Number(shown) === 0 ? spreadText(number) : shown;
  };
  return {
    value: (number) => `${decimalText(number, decimals)}${unit === '%' ? '%' : ''}`,
    difference: (number) => withUnit(difference(number)),
    spread: (number) => withUnit(spreadText(number)),
    bareSpread: spreadText,
  };
}

/** `t = 2.13`. */
export function tText(t: number): string {
  return `t${space}=${space}${statisticText(t)}`;
}

/** `3.4 σ`, without sign. */
export function effectText(sigmas: number): string {
  return `${decimalText(Math.abs(sigmas), 1)}${space}σ`;
}

/** A number that is no value of the metric: `2.13`, with its sign. */
export function statisticText(number: number): string {
  return decimalText(number, 2);
}

/** `p = 0.0021`, `p < 0.0001`. */
export function probabilityText(p: number): string {
  return p < 0.0001 ? `p${space}<${space}0.0001` : `p${space}=${space}${Number(p.toPrecision(2)).toString()}`;
}

/** A level of significance: `0.0304`. */
export function levelText(level: number): string {
  return Number(level.toPrecision(3)).toString();
}

/** Two significant digits, none of them lost before the point: `0.0012`, `3.0`, `120`. */
function spreadText(number: number): string {
  const size = Math.abs(number);
  return decimalText(size, size === 0 ? 0 : Math.max(0, 1 - Math.floor(Math.log10(size))));
}

/** Plain where that can be read, with an exponent where it cannot; never `NaN`. */
function decimalText(number: number, decimals: number): string {
  if (!Number.isFinite(number)) return 'unknown';
  const size = Math.abs(number);
  const text =
    size !== 0 && (size >= 1e12 || size < 1e-6)
      ? number.toExponential(2)
      : number.toLocaleString('en-US', {
          minimumFractionDigits: Math.min(decimals, mostDecimals),
          maximumFractionDigits: Math.min(decimals, mostDecimals),
        });
  return text.replace(/^-(?=0(?:\.0*)?$)/, '').replaceAll('-', '−');
}

/** How many decimals a cell is written with: `1.487e-04` has seven. */
function decimalsOf(cell: string): number {
  const [, fraction = '', exponent = '0'] = /(?:\d*\.(\d+)|\d+)(?:e([+-]?\d+))?/i.exec(cell.replaceAll(',', '')) ?? [];
  return Math.min(mostDecimals, Math.max(0, fraction.length - Number(exponent)));
}
