import type { Entry } from '#schemas/entry.ts';
import { periodOf, progressAccountOf } from '#schemas/progress.ts';

/** What was estimated and what it took, of an item or of an entry. */
export interface Estimate {
  readonly entry: Entry;
  /** The item; empty where it is of the entry as a whole. */
  readonly title: string;
  readonly unit: 'minutes' | 'days';
  readonly estimated: number;
  /** Null where it is not stated. */
  readonly actual: number | null;
}

const msPerDay = 86_400_000;

/** The estimates that progress entries state, in the order of the entries. The days a sprint was to take are one where it states its own days besides. */
export function estimatesOf(entries: readonly Entry[]): Estimate[] {
  return entries.flatMap((entry) => {
    const account = progressAccountOf(entry);
    if (account === null) return [];
    const period = periodOf(entry);
    const { target } = account;
    const isOther = target !== null && period !== null && (target.from !== period.from || target.to !== period.to);
    return [
      ...(isOther ? [{ entry, title: '', unit: 'days', estimated: daysIn(target), actual: daysIn(period) } as const] : []),
      ...account.estimates.map(({ title, estimatedMinutes, actualMinutes }) => {
        return { entry, title, unit: 'minutes', estimated: estimatedMinutes, actual: actualMinutes } as const;
      }),
    ];
  });
}

/** With the first and the last; by the calendar, in no time zone. */
function daysIn({ from, to }: { readonly from: string; readonly to: string }): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00Z`)) / msPerDay) + 1;
}
