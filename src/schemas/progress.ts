import { z } from 'zod';
import { date, sharedFields, text, type DateText } from './fields.ts';

/** Frontmatter of a progress entry (seed `progress-log.md`). */
export const progressSchema = z.strictObject({
  title: text,
  date,
  ...sharedFields,
  period: z.strictObject({ from: date, to: date }).optional().meta({ description: 'The days this entry covers' }),
  phase: text.optional(),
  next_update: date.optional(),
});

/** A completed item of a progress log, with the time it took where that is stated. */
export interface CompletedItem {
  readonly title: string;
  /** The heading it stands below; empty where there is none. */
  readonly category: string;
  readonly minutes: number;
  readonly line: number;
}

/** What a progress entry's text says in the seed's words (`progress-log.md`). Minutes are as estimated by whoever wrote them. */
export interface ProgressAccount {
  readonly items: readonly CompletedItem[];
  /** The sum over the items; null where none states a time. */
  readonly itemMinutes: number | null;
  /** As stated under "Total Time"; null where it is not. */
  readonly totalMinutes: number | null;
  /** Where the total is stated; null where it is not, and where several are: then nobody knows what they are of. */
  readonly totalLine: number | null;
  /** As stated in a summary of the time. */
  readonly categories: readonly { readonly name: string; readonly minutes: number }[];
  readonly tasks: { readonly done: number; readonly total: number };
  readonly wentWell: readonly string[];
  readonly couldImprove: readonly string[];
  readonly insights: readonly string[];
  readonly criteria: readonly { readonly text: string; readonly done: boolean | null }[];
  readonly blockers: readonly string[];
  readonly questions: readonly string[];
  readonly completed: DateText | null;
  readonly nextPhase: string | null;
  readonly estimates: readonly StatedEstimate[];
  /** The days that the entry's sprint was to take; null where they are not stated. */
  readonly target: Period | null;
  /** The days that are planned for the sprint after this one; null where they are not stated. */
  readonly nextSprint: NextSprint | null;
}

/** First and last day. */
export interface Period {
  readonly from: DateText;
  readonly to: DateText;
}

export interface NextSprint extends Period {
  readonly title: string;
}

/** A time that was estimated, with the time it took where that is stated too. */
export interface StatedEstimate {
  /** The item or heading it stands below; empty where it is of the entry as a whole. */
  readonly title: string;
  readonly estimatedMinutes: number;
  readonly actualMinutes: number | null;
  /** Where the estimate stands. */
  readonly line: number;
}

/** The days that a progress entry covers, from its frontmatter or its text; null for other kinds, and where they are not stated or run backwards. */
export function periodOf(entry: { readonly kind: string; readonly data: Readonly<Record<string, unknown>> }): Period | null {
  const period = entry.kind === 'progress' && Object.hasOwn(entry.data, 'period') ? entry.data['period'] : undefined;
  if (typeof period !== 'object' || period === null || !('from' in period) || !('to' in period)) return null;
  const { from, to } = period;
  return typeof from === 'string' && typeof to === 'string' && from <= to ? { from, to } : null;
}

/** What the text of a progress entry says; null for other kinds, and where it says none of it. */
export function progressAccountOf(entry: {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}): ProgressAccount | null {
  // The key is no part of the frontmatter's schema: only the parser sets it.
  return entry.kind === 'progress' && Object.hasOwn(entry.data, 'account') ? (entry.data['account'] as ProgressAccount) : null;
}
