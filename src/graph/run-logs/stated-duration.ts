import type { EventField, RunLogEvent } from '#schemas/run-log.ts';

/** How long something took, as a log states it. */
export interface StatedDuration {
  readonly seconds: number;
  /** What the writing leaves open, in seconds: the smallest unit that is stated; more behind `~`. */
  readonly tolerance: number;
  readonly field: EventField;
}

const unitSeconds: ReadonlyMap<string, number> = new Map(
  [
    [0.001, 'ms msec msecs millisecond milliseconds'],
    [1, 's sec secs second seconds'],
    [60, 'm min mins minute minutes'],
    [3600, 'h hr hrs hour hours'],
    [86_400, 'd day days'],
  ].flatMap(([seconds = 0, names = '']) =>
    String(names)
      .split(' ')
      .map((name) => [name, Number(seconds)] as const),
  ),
);

/** The seconds of a unit as it is written (`h`, `Minutes`); null for any other word. */
export function secondsPer(unit: string): number | null {
  return unitSeconds.get(unit.toLowerCase()) ?? null;
}

/** Keys that state how long a stage took, as the people and programs write them. */
const durationKeys = /^(?:(?:total|stated|overall)[ _])?(?:duration|elapsed(?:[ _]time)?|wall[ _]?(?:clock|time)|time[ _]taken)$/i;
const keysWithUnit = /^(?:total_)?(?:duration|elapsed)_(ms|s|sec|seconds|min|minutes|hours)$/i;

/** The duration that an event states in a field of its own, or null. */
export function statedDuration(event: RunLogEvent): StatedDuration | null {
  for (const field of event.fields) {
    if (durationKeys.test(field.key)) {
      const read = readDuration(field.value);
      if (read !== null) return { ...read, field };
    }
    const unit = unitSeconds.get(keysWithUnit.exec(field.key)?.[1]?.toLowerCase() ?? '');
    if (unit !== undefined && /^\d{1,12}(?:\.\d{1,9})?$/.test(field.value)) {
      return { seconds: Number(field.value) * unit, tolerance: unit * precision(field.value), field };
    }
  }
  return null;
}

/**
 * Reads `15 seconds`, `1m 20s`, `8.89 seconds`, `00:12:34`, `~2 hours`.
 *
 * @returns null for anything else, ranges and rates included
 */
function readDuration(text: string): { readonly seconds: number; readonly tolerance: number } | null {
  const trimmed = text.trim().slice(0, 80);
  const rough = /^(?:~|≈|ca?\.|about|approx(?:\.|imately)?|around|roughly)\s*/i.exec(trimmed)?.[0] ?? '';
  const written = trimmed.slice(rough.length);
  const clock = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(\.\d{1,6})?$/.exec(written);
  if (clock) {
    const [, hours, minutes = '', seconds = '', fraction = ''] = clock;
    // Two parts alone may be hours and minutes as well.
    return hours === undefined ? null : exactly(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds + fraction), 1, rough);
  }
  const parts = [...written.matchAll(/\s*(?:,|and\b)?\s*(\d{1,9}(?:\.\d{1,9})?)\s*([A-Za-z]{1,12})\.?/gy)];
  const end = parts.reduce((sum, [whole]) => sum + whole.length, 0);
  if (parts.length === 0 || !/^\s*(?:total|in total|\(total\))?\s*\.?$/.test(written.slice(end))) return null;
  const amounts = parts.map(([, amount = '', unit = '']) => ({ amount, unit: unitSeconds.get(unit.toLowerCase()) }));
  if (amounts.some(({ unit }) => unit === undefined)) return null;
  const seconds = amounts.reduce((sum, { amount, unit = 0 }) => sum + Number(amount) * unit, 0);
  return exactly(seconds, Math.min(...amounts.map(({ amount, unit = 0 }) => unit * precision(amount))), rough);
}

function exactly(seconds: number, tolerance: number, rough: string): { readonly seconds: number; readonly tolerance: number } {
  return { seconds, tolerance: rough === '' ? tolerance : Math.max(2 * tolerance, seconds / 3) };
}

/** One in the last digit that is written. */
function precision(amount: string): number {
  return 10 ** -(amount.split('.')[1]?.length ?? 0);
}
