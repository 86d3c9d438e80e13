import { z } from 'zod';
import { date, sharedFields, text, textList } from './fields.ts';

export const outcomes = ['supported', 'refuted', 'inconclusive', 'invalid'] as const;
export type Outcome = (typeof outcomes)[number];

/** Frontmatter of a report: what became of an idea, and the runs it rests on. One of `idea` and `runs` is required (checked by the parser, which knows the place). */
export const reportSchema = z.strictObject({
  title: text,
  date,
  outcome: z.enum(outcomes),
  ...sharedFields,
  idea: text.optional().meta({ description: 'Slug of the idea that was tested' }),
  runs: textList.optional().meta({ description: 'Row ids or commits of a results table' }),
  commits: textList.optional(),
});

/** How far a sentence of a report can be trusted: measured, interpreted, or somebody else's. */
export const statementSorts = ['observation', 'inference', 'claim'] as const;

export interface Statement {
  readonly sort: (typeof statementSorts)[number];
  readonly text: string;
  readonly line: number;
}

/** The statements that a report marks as such; empty for other kinds. */
export function statementsOf(entry: { readonly kind: string; readonly data: Readonly<Record<string, unknown>> }): readonly Statement[] {
  // The key is no part of the frontmatter's schema: only the parser sets it.
  return entry.kind === 'report' && Object.hasOwn(entry.data, 'statements') ? (entry.data['statements'] as readonly Statement[]) : [];
}
