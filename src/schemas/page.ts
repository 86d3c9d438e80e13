import { z } from 'zod';
import { text } from './fields.ts';

/** Any other Markdown file: its keys are its own, so nothing is unknown and nothing is required. */
export const pageSchema = z.looseObject({ title: text.optional() });
