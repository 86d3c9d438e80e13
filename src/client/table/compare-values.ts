import { numberAt, textAt, type ColumnStore, type StoredColumn } from './column-store.ts';
import { differentColumns } from './different-columns.ts';
import { decimalsOf } from './pad-decimals.ts';

/** How the value of a metric differs from that of the run it is compared with. */
export interface Difference {
  /** With sign and unit: `−0.0041 bpb`; `no difference`. */
  readonly amount: string;
  /** `−0.42% relative`; null where there is nothing to relate to, or where the amount is one of percentage points. */
  readonly relative: string | null;
  /** Null where nobody says which way is better, or where the two are not compared. */
  readonly word: 'better' | 'worse' | null;
}

/**
 * Compares a metric's value in one row with that in another. What differs may be luck all the same: only verdicts say more than the values.
 *
 * @param isComparable whether better and worse may be said of the two rows
 * @returns null of a column that is no metric, and where one of the rows has no value
 */
export function difference(column: StoredColumn, row: number, base: number, isComparable: boolean): Difference | null {
  const [value, baseValue] = [numberAt(column, row), numberAt(column, base)];
  if (column.info.role !== 'metric' || value === null || baseValue === null) return null;
  const by = value - baseValue;
  if (by === 0) return { amount: 'no difference', relative: null, word: null };
  const texts = [textAt(column, row), textAt(column, base)];
  const unit = column.info.unit ?? (texts.every((text) => text.trim().endsWith('%')) ? '%' : '');
  const { direction } = column.info;
  return {
    amount: `${signed(by, amountText(by, texts))}${unit === '' ? '' : ` ${unit === '%' ? 'pp' : unit}`}`,
    relative: baseValue === 0 || unit === '%' ? null : `${signed(by, percentText(by / baseValue))} relative`,
    word: direction === null || !isComparable ? null : by > 0 === (direction === 'higher') ? 'better' : 'worse',
  };
}

/** The columns as rows of a comparison: the main metric and its verdict, the other metrics, then the rest as the table has them. */
export function comparedColumns(
  store: ColumnStore,
  rows: ArrayLike<number>,
  metric: string | null,
  onlyDifferent: boolean,
): StoredColumn[] {
  const columns = onlyDifferent ? differentColumns(store, rows) : [...store.columns];
  const rank = ({ name, info }: StoredColumn): number =>
    name === metric ? 0 : info.role === 'verdict' ? 1 : info.role === 'metric' ? 2 : 3;
  return columns.sort((a, b) => rank(a) - rank(b));
}

/** Whether better and worse may be said of two rows: not where one was evaluated by other files than the table's best. */
export function areComparable(store: ColumnStore, row: number, base: number): boolean {
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

function percentText(share: number): string {
  const percent = Math.abs(share) * 100;
  return percent < 0.01
    ? '<0.01%'
    : `${percent >= 100 ? Math.round(percent).toLocaleString('en') : String(Number(percent.toPrecision(2)))}%`;
}

function signed(by: number, text: string): string {
  return `${by < 0 ? '−' : '+'}${text}`;
}
