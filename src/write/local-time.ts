import type { DateText } from '#schemas/fields.ts';

/** Tells what time it is, to the second: local text without a zone unless its name says otherwise, `2026-01-04T09:30:00`. */
export type Clock = () => DateText;

/** A moment as the local time of this machine, in the form that entries carry. */
function localTime(moment: Date): DateText {
  const day = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()];
  return `${day.map(twoDigits).join('-')}T${time.map(twoDigits).join(':')}`;
}

/** The machine's own clock. */
export const systemClock: Clock = () => localTime(new Date());

/** The machine's own clock in UTC: `2026-01-04T09:30:00Z`. */
export const utcClock: Clock = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
