import type { Direction } from '#schemas/program.ts';
import type { Table } from '#schemas/results.ts';
import { isMissing, isPlainNumber, readMeasure } from './numbers.ts';

/**
 * The cells of one column, and what they are when taken together. Everything is found out when it is first asked for and then kept: a table can have a
 * million cells, and many ask.
 */
export class ColumnContent {
  /** As written, one a row. */
  readonly cells: readonly string[];
  #isNumeric: boolean | null = null;
  #numbers: Numbers | null = null;
  #values: readonly (number | null)[] | null = null;

  constructor(cells: readonly string[]) {
    this.cells = cells;
  }

  /** Whether most cells that hold anything hold a number. */
  get isNumeric(): boolean {
    return (this.#isNumeric ??= mostAreNumbers(this.cells));
  }

  /** The unit of most of its numbers, empty for bare ones; null where most cells are no numbers. */
  get unit(): string | null {
    return this.isNumeric ? (this.commonestUnit ?? null) : null;
  }

  /** The numbers in that unit, by row; others have none, as `2 GB` is not less than `16 MB`. */
  get values(): readonly (number | null)[] {
    return (this.#values ??= this.isNumeric ? this.numbersInUnit : this.cells.map(() => null));
  }

  /** Of whatever numbers there are the unit of most; undefined without any. */
  get commonestUnit(): string | undefined {
    return this.#read().unit;
  }

  /** The numbers in the commonest unit, by row. */
  get numbersInUnit(): readonly (number | null)[] {
    return this.#read().values;
  }

  #read(): Numbers {
    return (this.#numbers ??= readNumbers(this.cells));
  }
}

interface Numbers {
  readonly unit: string | undefined;
  readonly values: readonly (number | null)[];
}

/** The content of each column of a table; a ragged row is without the cells that it lacks. */
export function columnContents({ columns, rows }: Table): ColumnContent[] {
  return columns.map((_, index) => new ColumnContent(rows.map(({ cells }) => cells[index] ?? '')));
}

function mostAreNumbers(cells: readonly string[]): boolean {
  let present = 0;
  let numbers = 0;
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    present += 1;
    if (isPlainNumber(cell) || readMeasure(cell) !== null) numbers += 1;
  }
  return numbers * 2 > present;
}

function readNumbers(cells: readonly string[]): Numbers {
  const uses = new Map<string, number>();
  const units = new Map<number, string>();
  let bare = 0;
  const numbers = cells.map((cell, row) => {
    // Most numbers are plain ones.
    const measure = isPlainNumber(cell) ? null : readMeasure(cell);
    if (measure === null || measure.unit === '') {
      const value = measure === null ? (isPlainNumber(cell) ? Number(cell) : null) : measure.value;
      if (value !== null && (bare += 1) === 1) uses.set('', 0);
      return value;
    }
    units.set(row, measure.unit);
    uses.set(measure.unit, (uses.get(measure.unit) ?? 0) + 1);
    return measure.value;
  });
  if (bare > 0) uses.set('', bare);
  const unit = [...uses].reduce<[string, number] | undefined>((best, use) => (best && best[1] >= use[1] ? best : use), undefined)?.[0];
  if (units.size === 0) return { unit, values: numbers };
  return { unit, values: numbers.map((value, row) => ((units.get(row) ?? '') === unit ? value : null)) };
}

/**
 * The numbers of one metric column, judged as a whole: null where a cell is missing, no number, in another unit than most cells, or a
 * stand-in for "no measurement":
 * - zero in a row that crashed;
 * - `999`, `9999`, … far outside the column's other values;
 * - `0.0…` where less is better and all other values are positive, and either lie within one order of magnitude or are all so large that
 *   they do not fade into zero at its number of decimals (a quantity that was not measured).
 *
 * @param crashed by row, whether its status says that it crashed
 * @param direction of the column as far as it is known; where more is better, zero is a value like others
 */
export function readMetricColumn(
  { cells, numbersInUnit }: ColumnContent,
  crashed: readonly boolean[],
  direction: Direction | null,
): (number | null)[] {
  const comparable = numbersInUnit.map((value, row) => (crashed[row] === true && value === 0 ? null : value));
  const [nines, ordinary] = [new Set<number>(), new Extremes()];
  for (const [row, value] of comparable.entries()) {
    if (value === null) continue;
    if (isNines(cells[row] ?? '')) nines.add(row);
    else if (value !== 0) ordinary.add(value);
  }
  const { smallest, largest, count } = ordinary;
  const mayBeAGap = direction !== 'higher' && count >= 3 && smallest > 0;
  const isGap = (cell: string): boolean => {
    const decimals = /\d\.(0+)$/.exec(cell.trim())?.[1]?.length ?? 0;
    return decimals > 0 && (largest <= smallest * 10 || smallest >= 10 ** (3 - decimals));
  };
  return comparable.map((value, row) => {
    if (value !== null && nines.has(row) && Math.abs(value) > largest * 5) return null;
    return value === 0 && mayBeAGap && isGap(cells[row] ?? '') ? null : value;
  });
}

/** The least of some numbers, and how far the farthest lies from zero. */
class Extremes {
  count = 0;
  smallest = Infinity;
  largest = 0;

  add(value: number): void {
    this.count += 1;
    this.smallest = Math.min(this.smallest, value);
    this.largest = Math.max(this.largest, Math.abs(value));
  }
}

function isNines(cell: string): boolean {
  return cell.includes('999') && /^[+\-−]?9{3,}(?:\.[09]*)?$/.test(cell.trim());
}
