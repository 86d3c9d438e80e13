/** A number as somebody wrote it, with what its rounding leaves open. */
export interface WrittenAmount {
  readonly value: number;
  /** Between these two lies what was rounded. */
  readonly low: number;
  readonly high: number;
  /** What one in its last digit is worth. */
  readonly step: number;
  /** Lower-cased: `%`, `s`, `epochs`; times are in seconds, and thousands have none. Empty where there is none. */
  readonly unit: string;
  /** Marked as about right: `~9`, `≈ 9`, `about 9`. */
  readonly rough: boolean;
}

/** Parts of patterns that read numbers in prose. All are bounded, so that a search with them is linear. */
export const numeral = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,15})(?:\.\d{1,12})?(?:e[+-]?\d{1,3}(?![\p{L}\d]))?`;
export const roughly = String.raw`(?:[~≈]\s?|(?:about|around|roughly|approx\.?|approximately|nearly|almost|circa|ca\.)\s)`;
/** A percent sign, or a word that touches the number or follows one space. */
export const unitMark = String.raw`(?:\s?%|\s?[×x](?![\p{L}\p{N}])|\s?[µμ\p{L}]{1,12}(?![\p{L}\p{N}]))`;
/** Emphasis and code marks, which stand around numbers in Markdown. */
export const mark = String.raw`[*_\x60]{0,4}`;

const joining =
  'a|all|an|and|are|as|at|but|by|each|every|for|from|if|in|is|mod|not|of|on|only|or|over|per|than|that|the|then|to|under|use|used|uses|versus|vs|was|were|when|while|with|between';
/** A word of what is measured or counted: `tok/s`, `params`; none that joins parts of a sentence. */
export const noun = String.raw`\s(?!(?:${joining})(?!\p{L}))[\p{L}][\p{L}\p{N}/_-]{0,24}`;

/**
 * @param digits with separators, point and exponent, without sign
 * @param unit as written behind it
 */
export function writtenAmount(sign: string, digits: string, unit: string, rough: boolean): WrittenAmount {
  const { scale, name } = unitOf(unit.trim());
  const plain = digits.replaceAll(',', '').toLowerCase();
  const [mantissa = '', exponent = '0'] = plain.split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const value = Number(plain) * scale * (/[-−–]/.test(sign) ? -1 : 1);
  const step = 10 ** (Number(exponent) - decimals) * scale;
  const half = rough ? Math.max(lastNonZero(value, step) / 2, Math.abs(value) * 0.05) : step / 2;
  return { value, low: value - half, high: value + half, step, unit: name, rough };
}

const prefixes: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
]);

const seconds: ReadonlyMap<string, number> = new Map([
  ...['ns'].map((unit) => [unit, 1e-9] as const),
  ...['us', 'µs', 'μs'].map((unit) => [unit, 1e-6] as const),
  ...['ms'].map((unit) => [unit, 1e-3] as const),
  ...['s', 'sec', 'secs', 'second', 'seconds'].map((unit) => [unit, 1] as const),
  ...['min', 'mins', 'minute', 'minutes'].map((unit) => [unit, 60] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map((unit) => [unit, 3600] as const),
]);

function unitOf(written: string): { readonly scale: number; readonly name: string } {
  const prefix = prefixes.get(written);
  if (prefix !== undefined) return { scale: prefix, name: '' };
  const time = seconds.get(written);
  return time === undefined ? { scale: 1, name: written.toLowerCase() } : { scale: time, name: 's' };
}

function lastNonZero(value: number, step: number): number {
  let place = step;
  for (let times = 0; times < 15 && value !== 0 && Number.isInteger(value / place / 10); times += 1) place *= 10;
  return place;
}
