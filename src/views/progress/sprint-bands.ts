import { monthStrip } from '#charts/month-strip.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { sprintsOf, type Sprint } from '#graph/progress/sprints.ts';
import { periodText } from '#views/date-text.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';

/** A sprint as a month of the timeline shows it. */
export interface SprintBand {
  /** `Sprint` or `Planned sprint`. */
  readonly word: string;
  readonly title: string;
  /** The entry that tells of it. */
  readonly href: string;
  /** `3–14 March 2026`. */
  readonly days: string;
  /** The month with the days of the sprint in it. */
  readonly svg: string;
  readonly isPlanned: boolean;
}

/** The sprints that ran in a month. */
export interface SprintBands {
  readonly bands: readonly SprintBand[];
  /** `3 more sprints ran in this month`; null where all are shown. */
  readonly more: string | null;
}

/** A month with more is a list of its own, and not what a timeline is for. */
const mostBands = 6;

/**
 * The sprints that have days in a month, the latest first; null where there are none.
 *
 * @param month `2026-03`
 */
export function sprintBands(month: string, graph: KnowledgeGraph, href: Href): SprintBands | null {
  const running = sprintsOf(graph).filter(({ from, to }) => from.slice(0, 7) <= month && month <= to.slice(0, 7));
  if (running.length === 0) return null;
  const more = running.length - mostBands;
  return {
    bands: running.slice(0, mostBands).map((sprint) => bandOf(sprint, month, href)),
    more: more <= 0 ? null : `${counted(more, 'more sprint', 'more sprints')} ran in this month.`,
  };
}

function bandOf({ title, entry, from, to, isPlanned }: Sprint, month: string, href: Href): SprintBand {
  const days = daysOf(month);
  const first = from.slice(0, 7) < month ? 1 : Number(from.slice(8, 10));
  const last = to.slice(0, 7) > month ? days : Number(to.slice(8, 10));
  return {
    word: isPlanned ? 'Planned sprint' : 'Sprint',
    title,
    href: href.entry(entry.id),
    days: periodText({ from, to }),
    svg: monthStrip(first, last, days),
    isPlanned,
  };
}

function daysOf(month: string): number {
  // Day 0 of the next month is the last of this one; in UTC, so that no time zone shifts it.
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}
