import { z } from 'zod';
import { sharedFields, text } from './fields.ts';

/** Frontmatter of a journal file; its entries are the dated sections of the body. */
export const journalSchema = z.strictObject({
  title: text.optional(),
  ...sharedFields,
});
