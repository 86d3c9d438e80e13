import { z } from 'zod';
import { date, sharedFields, text } from './fields.ts';

/** Frontmatter of an experiment's `experiment_summary.md`. */
export const experimentSchema = z.strictObject({
  title: text.optional(),
  date: date.optional(),
  ...sharedFields,
  idea: text.optional().meta({ description: 'Slug of the idea that is tested' }),
});
