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

/** As most cells do, and none of the words for a missing value. */
function beginsWithDigit(cell: string): boolean {
  const code = cell.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

/** Whether a cell says that it has no value. */
export function isMissing(cell: string): boolean {
  if (beginsWithDigit(cell)) return false;
  const word = cell.trim();
  return word.length <= longestMissing && missingWords.has(word.toLowerCase());
}

/** Whether a cell is nothing but digits with a point, as most numbers are: `readMeasure` takes its value and no unit. */
export function isPlainNumber(cell: string): boolean {
  return plainNumber.test(cell);
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
  // Too small to be told from zero is no zero.
  const isLost = value === 0 && /[1-9]/.test(digits);
  return Number.isFinite(value) && !isLost ? { value, unit: (ending[1] ?? '').replace('μ', 'µ') } : null;
}

function plainSign(sign: string): string {
  return sign === '−' ? '-' : sign;
}

/** Whether a cell says that there is no value, or holds a stand-in for one: `inf`, `±9999`. */
export function isNoMeasurement(cell: string): boolean {
  return isMissing(cell) || /^[+\-−±]?(?:inf|infinity|∞)$/i.test(cell.trim()) || /^±\s?9{3,}(?:\.\d*)?$/.test(cell.trim());
}
