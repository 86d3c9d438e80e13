/** How many decimals a plain number has: `0.9812` has 4, `12` none; null for any other text, `1e-4` and `12 MB` too. */
export function decimalsOf(cell: string): number | null {
  const match = /^\s*[+\-−]?\d[\d,]*(?:\.(\d*))?\s*$/.exec(cell);
  return match === null ? null : (match[1] ?? '').length;
}

/**
 * What a number lacks to stand with its decimal point under those of a column with so many decimals: set behind it and not shown, `.00` behind
 * `12`. Empty where nothing is lacking, and for text that is no plain number.
 */
export function missingDecimals(cell: string, decimals: number): string {
  const own = decimalsOf(cell);
  if (own === null || own >= decimals) return '';
  return `${cell.includes('.') ? '' : '.'}${'0'.repeat(decimals - own)}`;
}

/** Whether a cell of a metric column shows a number that counts for nothing: it is in another unit, or stands for "not measured". */
export function isUncounted(cell: string, value: number | null): boolean {
  return (value === null || Number.isNaN(value)) && /\d/.test(cell);
}

/** What is said of such a cell. */
export const uncountedText = 'not counted: no measurement in the unit of the column';
