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
}

/** What the text of a progress entry says; null for other kinds, and where it says none of it. */
export function progressAccountOf(entry: {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}): ProgressAccount | null {
  // The key is no part of the frontmatter's schema: only the parser sets it.
  return entry.kind === 'progress' && Object.hasOwn(entry.data, 'account') ? (entry.data['account'] as ProgressAccount) : null;
}
