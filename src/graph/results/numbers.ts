import type { Direction } from '#schemas/program.ts';

/** A number as written in a cell, with what stands behind it. */
export interface Measure {
  readonly value: number;
  /** `%`, `µs`, `MB`; empty for a bare number. */
  readonly unit: string;
}

/** Words that stand for "no value" (formats.md, "Missing"), lower-cased. */
const missingWords = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  '−',
  '?',
  'na',
  'n/a',
  'n_a',
  'n.a.',
  'nan',
  'null',
  'none',
  'nil',
  'tbd',
  'todo',
  'timeout',
]);

const numeral = /^[~≈]?\s?([+\-−]?)[$€£¥]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)(?:e([+\-−]?\d+))?(.*)$/i;

const longestMissing = Math.max(...Array.from(missingWords, (word) => word.length));

const plainNumber = /^-?\d{1,15}(?:\.\d{1,20})?$/;

/** What may follow a number: a unit, a spread (`± 0.02`), a remark in parentheses, a mark. */
const tail = /^\s?(%|[a-zµμ°Ω][a-zµμ°Ω/]{0,11}[²³]?|[×x])?\s?[*†‡]?(?:\s?(?:±|\+\/-)\s?[\d.,]+(?:e[+-]?\d+)?\s?%?)?(?:\s\(.*\))?$/i;

/** Whether a cell says that it has no value. */
export function isMissing(cell: string): boolean {
  const word = cell.trim();
  return word.length <= longestMissing && missingWords.has(word.toLowerCase());
}

/**
 * Reads a number in text (formats.md, "Numbers in text"): `+486.18`, `$14.50`, `-85.29%`, `1.487e-04`, `23µs`, `16.46 MB`, `~78%`, `11,048`, `−3`, `1.2 ± 0.1`.
 * A percentage keeps its number (`-85.29%` is -85.29 with unit `%`).
 *
 * @returns null for anything else: words, hashes (`88e6082` overflows), infinities, `±9999`
 */
export function readMeasure(cell: string): Measure | null {
  // Most numbers are plain ones, and a table can have a million.
  if (plainNumber.test(cell)) return { value: Number(cell), unit: '' };
  const match = numeral.exec(cell.trim());
  if (!match) return null;
  const [, sign = '', digits = '', exponent = '0', rest = ''] = match;
  const ending = tail.exec(rest);
  if (!ending) return null;
  const value = Number(`${plainSign(sign)}${digits.replaceAll(',', '')}e${exponent.replace('−', '-')}`);
  return Number.isFinite(value) ? { value, unit: (ending[1] ?? '').replace('μ', 'µ') } : null;
}

function plainSign(sign: string): string {
  return sign === '−' ? '-' : sign;
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
export function readMetricColumn(cells: readonly string[], crashed: readonly boolean[], direction: Direction | null): (number | null)[] {
  const measures = cells.map(readMeasure);
  const unit = commonestUnit(measures);
  const comparable = measures.map((measure, row) => {
    if (measure === null || measure.unit !== unit) return null;
    return crashed[row] && measure.value === 0 ? null : measure.value;
  });
  const ordinary = comparable.filter((value, row) => value !== null && value !== 0 && !isNines(cells[row] ?? '')).map(Number);
  // Not Math.max(...ordinary): a table can have more rows than a call takes arguments.
  const largest = ordinary.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const smallest = ordinary.reduce((min, value) => Math.min(min, value), Infinity);
  const mayBeAGap = direction !== 'higher' && ordinary.length >= 3 && smallest > 0;
  return comparable.map((value, row) => {
    const cell = cells[row] ?? '';
    if (value !== null && isNines(cell) && Math.abs(value) > largest * 5) return null;
    const decimals = /\d\.(0+)$/.exec(cell.trim())?.[1]?.length ?? 0;
    if (value === 0 && mayBeAGap && decimals > 0 && (largest <= smallest * 10 || smallest >= 10 ** (3 - decimals))) return null;
    return value;
  });
}

/** Whether a cell says that there is no value, or holds a stand-in for one: `inf`, `±9999`. */
export function isNoMeasurement(cell: string): boolean {
  return isMissing(cell) || /^[+\-−±]?(?:inf|infinity|∞)$/i.test(cell.trim()) || /^±\s?9{3,}(?:\.\d*)?$/.test(cell.trim());
}

/** The unit of most numbers of a column, empty for bare numbers; null where most cells are no numbers. */
export function unitOf(cells: readonly string[]): string | null {
  return isNumericColumn(cells) ? (commonestUnit(cells.map(readMeasure)) ?? null) : null;
}

/** Whether most cells that hold anything hold a number. */
export function isNumericColumn(cells: readonly string[]): boolean {
  const present = cells.filter((cell) => !isMissing(cell));
  return present.length > 0 && present.filter((cell) => readMeasure(cell) !== null).length * 2 > present.length;
}

function isNines(cell: string): boolean {
  return /^[+\-−]?9{3,}(?:\.[09]*)?$/.test(cell.trim());
}

function commonestUnit(measures: readonly (Measure | null)[]): string | undefined {
  const uses = new Map<string, number>();
  for (const measure of measures) if (measure) uses.set(measure.unit, (uses.get(measure.unit) ?? 0) + 1);
  return [...uses].reduce<[string, number] | undefined>((best, unit) => (best && best[1] >= unit[1] ? best : unit), undefined)?.[0];
}
