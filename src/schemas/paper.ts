import { z } from 'zod';
import { date, sharedFields, text, textList } from './fields.ts';

/** The seed's trust signals (`research-program.md`, "Research Epistemics"): what a claim taken from this paper rests on. */
const trust = z.strictObject({
  adoption: text.optional().meta({ description: 'Who uses it' }),
  citations: text.optional().meta({ description: 'Papers that cite it' }),
  code: text.optional().meta({ description: 'Open source code, and where' }),
  author: text.optional().meta({ description: 'What is known of the authors' }),
});

/** Frontmatter of a paper: full text as Markdown, its argument map beside it (formats.md, "paper"). */
export const paperSchema = z.strictObject({
  title: text,
  ...sharedFields,
  authors: z.union([textList, text]).optional(),
  year: text.optional(),
  date: date.optional(),
  url: text.optional(),
  arxiv: text.optional().meta({ description: 'arXiv identifier, e.g. 2512.24880' }),
  trust: trust.optional(),
});
