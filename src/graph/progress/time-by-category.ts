import type { Entry } from '#schemas/entry.ts';
import { progressAccountOf, type ProgressAccount } from '#schemas/progress.ts';
import { nameKey } from './name-key.ts';

export interface CategoryTime {
  /** As the newest entry writes it. */
  readonly name: string;
  readonly minutes: number;
  /** How many entries state time in it. */
  readonly entries: number;
}

/** Where the time went, by category. Only what is stated counts. */
export interface TimeByCategory {
  /** The most time first. */
  readonly categories: readonly CategoryTime[];
  /** The sum over the categories. */
  readonly minutes: number;
  /** How many entries divide their time. */
  readonly entries: number;
  /** What was stated without a category, and by how many entries. */
  readonly undivided: { readonly minutes: number; readonly entries: number };
}

/**
 * Sums the stated time of progress entries by category. An entry's summary of its time counts where it has one, else the times of its items, each
 * in the category of its heading: never both, which would count hours twice. Names that differ only in case or in marks at their end are one.
 *
 * @param entries newest first
 */
export function timeByCategory(entries: readonly Entry[]): TimeByCategory {
  const sums = new Map<string, CategoryTime>();
  const divided = { minutes: 0, entries: 0 };
  const undivided = { minutes: 0, entries: 0 };
  for (const entry of entries) {
    const account = progressAccountOf(entry);
    if (account === null) continue;
    const own = categoriesOf(account);
    for (const [key, { name, minutes }] of own) {
      const before = sums.get(key) ?? { name, minutes: 0, entries: 0 };
      sums.set(key, { name: before.name, minutes: before.minutes + minutes, entries: before.entries + 1 });
      divided.minutes += minutes;
    }
    if (own.size > 0) divided.entries += 1;
    const rest = own.size === 0 ? minutesOf(account) : account.categories.length > 0 ? null : uncategorised(account);
    if (rest === null || rest === 0) continue;
    undivided.minutes += rest;
    undivided.entries += 1;
  }
  const categories = [...sums.values()].sort((a, b) => b.minutes - a.minutes || (a.name < b.name ? -1 : 1));
  return { categories, ...divided, undivided };
}

/** The time of an entry in minutes: as it states the total, else the sum of its items, else of its categories; null where it states none. */
export function minutesOf({ totalMinutes, itemMinutes, categories }: ProgressAccount): number | null {
  if (totalMinutes !== null || itemMinutes !== null) return totalMinutes ?? itemMinutes;
  return categories.length === 0 ? null : categories.reduce((sum, { minutes }) => sum + minutes, 0);
}

function categoriesOf({ categories, items }: ProgressAccount): ReadonlyMap<string, { readonly name: string; readonly minutes: number }> {
  const stated = categories.length > 0 ? categories : items.map(({ category, minutes }) => ({ name: category, minutes }));
  const sums = new Map<string, { readonly name: string; readonly minutes: number }>();
  for (const { name, minutes } of stated) {
    const { key, shown } = nameKey(name);
    if (key !== '') sums.set(key, { name: sums.get(key)?.name ?? shown, minutes: (sums.get(key)?.minutes ?? 0) + minutes });
  }
  return sums;
}

function uncategorised({ items }: ProgressAccount): number {
  return items.filter(({ category }) => nameKey(category).key === '').reduce((sum, { minutes }) => sum + minutes, 0);
}
