import { hasValue, numberAt, textAt, type ColumnStore, type StoredColumn } from './column-store.ts';
import { differentColumns } from './different-columns.ts';
import { decimalsOf } from './written-numbers.ts';

/** What is known of how much values differ by luck: between runs of one configuration, in the main metric. */
export interface ComparisonBasis {
  readonly metric: string | null;
  /** Standard deviation of a single run, and the one-sided 5 % point of Student's t at its degrees of freedom; null where noise is unknown. */
  readonly noise: { readonly sigma: number; readonly critical: number } | null;
}

/** How the value of a metric differs from that of the run it is compared with. */
export interface Difference {
  /** With sign and unit: `−0.0041 bpb`; `no difference`. */
  readonly amount: string;
  /** `−0.42% relative`, `3.1 σ`: the same by other measures, where there are any. */
  readonly measures: readonly string[];
  /** What may be said of it; null where nobody says which way is better, or where the two are not compared. */
  readonly word: 'better' | 'worse' | 'within noise' | 'a replicate' | null;
  /** Whether better or worse is more than what noise gives between two runs. Of any metric but the main one, nobody knows. */
  readonly isBeyondNoise: boolean;
}

/**
 * Compares a metric's value in one row with that in another: one run against one run, `t = Δ / (σ·√2)`, which is a hint at most
 * (`statistics.md`, "What a row is compared with").
 *
 * @returns null of a column that is no metric, and where one of the rows has no value
 */
export function difference(store: ColumnStore, column: StoredColumn, row: number, base: number, basis: ComparisonBasis): Difference | null {
  const [value, baseValue] = [numberAt(column, row), numberAt(column, base)];
  if (column.info.role !== 'metric' || value === null || baseValue === null) return null;
  const by = value - baseValue;
  if (by === 0) return { amount: 'no difference', measures: [], word: null, isBeyondNoise: false };
  const texts = [textAt(column, row), textAt(column, base)];
  const unit = column.info.unit ?? (texts.every((text) => text.trim().endsWith('%')) ? '%' : '');
  const noise = column.name === basis.metric && areComparable(store, row, base) ? basis.noise : null;
  const relative = baseValue === 0 || unit === '%' ? [] : [`${shareText(by, by / baseValue)} relative`];
  const word = wordOf(store, column, row, base, basis);
  return {
    amount: `${signed(by, amountText(by, texts))}${unit === '' ? '' : ` ${unit === '%' ? 'pp' : unit}`}`,
    measures: [...relative, ...(noise === null ? [] : [`${effectText(Math.abs(by) / noise.sigma)}\u00a0σ`])],
    word,
    isBeyondNoise: noise !== null && (word === 'better' || word === 'worse'),
  };
}

function wordOf(
  store: ColumnStore,
  column: StoredColumn,
  row: number,
  base: number,
  { metric, noise }: ComparisonBasis,
): Difference['word'] {
  const { direction } = column.info;
  const by = (numberAt(column, row) ?? NaN) - (numberAt(column, base) ?? NaN);
  if (direction === null || !areComparable(store, row, base)) return null;
  if (column.name === metric && areReplicates(store, row, base)) return 'a replicate';
  if (column.name === metric && noise !== null && Math.abs(by) / (noise.sigma * Math.SQRT2) < noise.critical) return 'within noise';
  return by > 0 === (direction === 'higher') ? 'better' : 'worse';
}

/** Whether two rows are of one configuration. */
function areReplicates(store: ColumnStore, row: number, base: number): boolean {
  const configuration = store.columns.find(({ info }) => info.role === 'configuration');
  return configuration !== undefined && hasValue(configuration, row) && textAt(configuration, row) === textAt(configuration, base);
}

/**
 * The columns as rows of a comparison: the main metric and its verdict, the other metrics, then the rest as the table has them. What is odd about
 * ragged rows is there only where one of them is compared.
 */
export function comparedColumns(
  store: ColumnStore,
  rows: ArrayLike<number>,
  metric: string | null,
  onlyDifferent: boolean,
): StoredColumn[] {
  const columns = (onlyDifferent ? differentColumns(store, rows) : [...store.columns]).filter(
    (column) => column.info.role !== 'ragged' || Array.from(rows).some((row) => hasValue(column, row)),
  );
  const rank = ({ name, info }: StoredColumn): number =>
    name === metric ? 0 : info.role === 'verdict' ? 1 : info.role === 'metric' ? 2 : 3;
  return columns.sort((a, b) => rank(a) - rank(b));
}

/** Whether better and worse may be said of two rows: not where one was evaluated by other files than the table's best. */
function areComparable(store: ColumnStore, row: number, base: number): boolean {
  const verdict = store.columns.find(({ info }) => info.role === 'verdict');
  return verdict === undefined || [row, base].every((one) => textAt(verdict, one) !== 'not comparable');
}

/** Ordinals in what a reader typed: `3, 17 42`, `#3 and 17`. */
export function ordinalsIn(text: string): number[] {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  return [...new Set(numbers.filter((number) => Number.isSafeInteger(number) && number > 0))];
}

/** As many decimals as the cells have; where they are no plain numbers, three digits. */
function amountText(by: number, texts: readonly string[]): string {
  const size = Math.abs(by);
  const decimals = texts.map(decimalsOf);
  const most = decimals.reduce<number>((max, count) => Math.max(max, count ?? 0), 0);
  const plain = size.toLocaleString('en', { minimumFractionDigits: Math.min(most, 20), maximumFractionDigits: Math.min(most, 20) });
  return decimals.includes(null) || Number(plain.replaceAll(',', '')) === 0 ? String(Number(size.toPrecision(3))) : plain;
}

function shareText(by: number, share: number): string {
  const percent = Math.abs(share) * 100;
  if (percent < 0.01) return 'under 0.01%';
  return signed(by, `${percent >= 100 ? Math.round(percent).toLocaleString('en') : String(Number(percent.toPrecision(2)))}%`);
}

function effectText(sigmas: number): string {
  return sigmas.toLocaleString('en', { maximumFractionDigits: sigmas < 100 ? 1 : 0 });
}

function signed(by: number, text: string): string {
  return `${by < 0 ? '−' : '+'}${text}`;
}
