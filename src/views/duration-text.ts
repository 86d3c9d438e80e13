import { isRealDate, type DateText } from '#schemas/fields.ts';

/**
 * Seconds from one timestamp to another; negative where the second is earlier. Timestamps without a zone are compared as they stand.
 *
 * @returns null where either is no real time, or only one of them has a zone
 */
export function secondsBetween(from: DateText, to: DateText): number | null {
  const [start, end] = [momentOf(from), momentOf(to)];
  return start?.zoned !== end?.zoned || !start || !end ? null : (end.milliseconds - start.milliseconds) / 1000;
}

/** `45 s`, `1 min 20 s`, `2 h 5 min`, `3 d 4 h`: the two largest units. */
export function durationText(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3_600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first === -1) return '0 s';
  return parts
    .slice(first, first + 2)
    .flatMap(([amount, unit]) => (amount > 0 ? [`${amount} ${unit}`] : []))
    .join(' ');
}

function momentOf(timestamp: DateText): { readonly milliseconds: number; readonly zoned: boolean } | null {
  if (!isRealDate(timestamp)) return null;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(timestamp.slice(10));
  const iso = timestamp
    .replace(' ', 'T')
    .replace(',', '.')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  // Without a zone both ends are read as UTC: the difference is the same, and the machine's own zone stays out of it.
  const milliseconds = Date.parse(zoned || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(milliseconds) ? null : { milliseconds, zoned };
}
