import type { Entry } from '#schemas/entry.ts';
import { periodOf, progressAccountOf, type Period } from '#schemas/progress.ts';
import { nameKey } from './name-key.ts';
import { minutesOf } from './time-by-category.ts';

/** Entries of one sprint with the time that they state. */
export interface SprintTime {
  /** What makes it a sprint: its days, else its phase, else that it is an entry. */
  readonly by: 'period' | 'phase' | 'entry';
  readonly period: Period | null;
  /** The phase, as the newest entry writes it; null where the days make the sprint, or nothing does. */
  readonly phase: string | null;
  /** Newest first; not empty. */
  readonly entries: readonly Entry[];
  /** The sum over the entries that state a time. */
  readonly minutes: number;
  /** How many state one. */
  readonly stating: number;
}

/**
 * Sums the stated time of progress entries by sprint. A sprint is the period that its entries state, else their phase, else the entry itself.
 * Sprints of which no entry states a time are left out.
 *
 * @param entries newest first; the sprints keep their order
 */
export function timeBySprint(entries: readonly Entry[]): SprintTime[] {
  const groups = Map.groupBy(
    entries.filter((entry) => progressAccountOf(entry) !== null),
    sprintKey,
  );
  return Array.from(groups.values(), (members): SprintTime => {
    const [newest] = members;
    const period = newest === undefined ? null : periodOf(newest);
    const phase = newest === undefined || period !== null ? null : phaseOf(newest);
    const times = members.flatMap((entry) => {
      const account = progressAccountOf(entry);
      return (account === null ? null : minutesOf(account)) ?? [];
    });
    return {
      by: period !== null ? 'period' : phase !== null ? 'phase' : 'entry',
      period,
      phase,
      entries: members,
      minutes: times.reduce((sum, minutes) => sum + minutes, 0),
      stating: times.length,
    };
  }).filter(({ stating }) => stating > 0);
}

function sprintKey(entry: Entry): string {
  const period = periodOf(entry);
  if (period !== null) return `period ${period.from} ${period.to}`;
  const phase = phaseOf(entry);
  return phase === null ? `entry ${entry.id}` : `phase ${nameKey(phase).key}`;
}

function phaseOf({ data }: Entry): string | null {
  const phase = Object.hasOwn(data, 'phase') ? data['phase'] : undefined;
  return typeof phase === 'string' && nameKey(phase).key !== '' ? phase : null;
}
