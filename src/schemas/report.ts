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
