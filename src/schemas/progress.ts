import { z } from 'zod';
import { date, sharedFields, text } from './fields.ts';

/** Frontmatter of a progress entry (seed `progress-log.md`). */
export const progressSchema = z.strictObject({
  title: text,
  date,
  ...sharedFields,
  period: z.strictObject({ from: date, to: date }).optional().meta({ description: 'The days this entry covers' }),
  phase: text.optional(),
  next_update: date.optional(),
});
