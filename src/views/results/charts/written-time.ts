/** A time as written in a cell. */
export interface WrittenTime {
  /** Milliseconds since 1970 of the date and the time of day that the text states, as if it were in UTC: no zone shifts it. */
  readonly at: number;
  readonly hasClock: boolean;
  /** What the text says of its zone: `Z`, `+02:00`, `EDT`, or nothing. */
  readonly zone: string;
}

const dated = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T _-]?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5})?$/i;
const epoch = /^(1\d{9})(?:\.\d+)?$|^(1\d{12})$/;

/** Reads `2026-01-04`, `2026/01/04 09:30`, `20260104-093000`, `2026-04-27 07:40 EDT`, or seconds or milliseconds since 1970; null for anything else. */
export function readTime(cell: string): WrittenTime | null {
  const text = cell.trim();
  const since = epoch.exec(text);
  if (since !== null) return { at: since[1] === undefined ? Number(since[2]) : Number(since[1]) * 1000, hasClock: true, zone: 'Z' };
  const match = dated.exec(text);
  if (match === null) return null;
  const [, year = '', , month = '', day = '', hour, minute = '00', second = '00', zone = ''] = match;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const [h, min, sec] = [Number(hour ?? 0), Number(minute), Number(second)];
  if (y < 1900 || h > 23 || min > 59 || sec > 60) return null;
  const date = new Date(Date.UTC(y, m - 1, d, h, min, Math.min(sec, 59)));
  // A 30 February would have become a day of March.
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return { at: date.getTime(), hasClock: hour !== undefined, zone: zone.toUpperCase() };
}
