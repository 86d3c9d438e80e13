import { isRealDate, type DateText } from '#schemas/fields.ts';

/**
 * Seconds from one timestamp to another; negative where the second is earlier. Timestamps without a zone are compared as they stand.
 *
 * @returns null where either is no real time, or only one of them has a zone
 */
export function secondsBetween(from: DateText | null, to: DateText | null): number | null {
  const [start, end] = [momentOf(from), momentOf(to)];
  return start?.zoned !== end?.zoned || !start || !end ? null : (end.milliseconds - start.milliseconds) / 1000;
}

function momentOf(timestamp: DateText | null): { readonly milliseconds: number; readonly zoned: boolean } | null {
  if (timestamp === null || !isRealDate(timestamp)) return null;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(timestamp.slice(10));
  const iso = timestamp
    .replace(' ', 'T')
    .replace(',', '.')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  // Without a zone both ends are read as UTC: the difference is the same, and the machine's own zone stays out of it.
  const milliseconds = Date.parse(zoned || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(milliseconds) ? null : { milliseconds, zoned };
}
