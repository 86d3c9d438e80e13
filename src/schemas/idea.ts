import { z } from 'zod';
import { date, numeral, sharedFields, text, textList } from './fields.ts';

/** Frontmatter of an idea (seed `research-program.md`, `1_ideas/`). Its state is derived; only `abandoned` is written by hand. */
export const ideaSchema = z.strictObject({
  title: text,
  date,
  hypothesis: text.meta({ description: 'What is expected to happen, and why' }),
  ...sharedFields,
  metric: text.optional().meta({ description: 'The metric that the hypothesis is about' }),
  expected: text.optional().meta({ description: 'Signed effect on the metric: +0.05, -1.5% or a range' }),
  min_effect: text.optional().meta({ description: 'The smallest effect that would matter' }),
  kill_if: text.optional().meta({ description: 'What would make us drop the idea' }),
  seeds: numeral.optional().meta({ description: 'How many replicates the test needs' }),
  papers: textList.optional(),
  rating: numeral
    .refine((value) => value >= 1 && value <= 10, { params: { expected: 'number from 1 to 10' } })
    .optional()
    .meta({ description: "The reviewer's rating, 1 to 10" }),
  abandoned: text.optional().meta({ description: 'Why the idea was given up without a test' }),
});
