import { z } from 'zod';
import { date, sharedFields, text, textList } from './fields.ts';

/** Before and after are a few named values, or one sentence (rendered logs in the wild have both). */
const side = z.union([text, z.record(z.string(), text)]);

const metrics = z
  .object({
    params: text.optional().meta({ description: 'Parameter count, e.g. 164,212' }),
    epochs: text.optional().meta({ description: 'Training epochs run' }),
    wall_clock: text.optional().meta({ description: 'Total time, e.g. 4m 56s' }),
    accuracy: text.optional().meta({ description: 'Final accuracy; several parts as "Action: 100%, Subject: 98.5%"' }),
    failure_mode: text.optional().meta({ description: 'What does not work' }),
    before: side.optional(),
    after: side.optional(),
    delta: text.optional().meta({ description: 'The change from before to after, in one line' }),
  })
  .catchall(text);

/** Frontmatter of an engineering log: the keys of the seed's JSON (`engineering-log-template.md`), the sections apart. */
export const logSchema = z.strictObject({
  subject: text.meta({ description: 'What was worked on, in a few words' }),
  date,
  ...sharedFields,
  tags: textList.meta({ description: 'At least one of the tags of program.md' }),
  related_files: textList.optional().meta({ description: 'Paths of files that this work touched' }),
  metrics: metrics.optional(),
  commits: textList.optional().meta({ description: 'Commit hashes, as text' }),
  references: textList.optional().meta({ description: 'Papers, documents or earlier entries' }),
  conclusions: textList.optional().meta({ description: 'Specific and quantified findings' }),
  next_steps: textList.optional(),
});
