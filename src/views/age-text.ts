import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { DateText } from '#schemas/fields.ts';
import { isStated } from './site-frame.ts';

/** Whole days from a date to the day that ages count from; null where either is not known, or the date lies behind it. */
export function ageInDays(date: DateText | null, { content: { asOf } }: KnowledgeGraph): number | null {
  if (date === null || !isStated(asOf)) return null;
  const days = (dayNumber(asOf) - dayNumber(date)) / 86_400_000;
  return Number.isFinite(days) && days >= 0 ? days : null;
}

/** `today`, `1 day`, `12 days`. */
export function ageText(days: number): string {
  return days === 0 ? 'today' : days === 1 ? '1 day' : `${days.toLocaleString('en-US')} days`;
}

function dayNumber(date: DateText): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
}
