import { z } from 'zod';
import { sharedFields, text, textList, truth } from './fields.ts';
import { glob } from './globs.ts';

export const directions = ['lower', 'higher'] as const;
export type Direction = (typeof directions)[number];

const metric = z.strictObject({
  name: text.meta({ description: 'The column of the results table' }),
  direction: z.enum(directions).meta({ description: 'Which way is better' }),
  unit: text.optional(),
  min_effect: text.optional().meta({ description: 'The smallest difference that matters' }),
});

/** The roles a column of a results table can play. */
export const columnRoles = ['id', 'commit', 'metric', 'status', 'description', 'seed', 'parent', 'time', 'parameter'] as const;
export type ColumnRole = (typeof columnRoles)[number];

const table = z.strictObject({
  path: text.meta({ description: 'The table, relative to the workspace' }),
  metric: text.optional().meta({ description: "The table's own main metric" }),
  direction: z.enum(directions).optional(),
  roles: z.record(z.string(), z.enum(columnRoles)).optional().meta({ description: 'Column name to role' }),
});

const view = z.strictObject({
  name: text.meta({ description: 'What the link to it is called' }),
  table: text.optional().meta({ description: 'The table, relative to the workspace; every table that has its columns, if not given' }),
  query: text.meta({
    description: 'What stands behind `?` in the address of the table, once it looks as it should: `sort=-val_bpb&status=keep`',
  }),
});

/** How much of a paper is published: others hold the rights to its text. */
const paperForms = ['metadata', 'full'] as const;

/** A list of tags, or tags with a description each. */
const vocabulary = z.union([textList, z.record(z.string(), text)]);

/** What of the workspace leaves it (contract "What may be published"). */
const publish = z.strictObject({
  exclude: z.array(glob).optional().meta({ description: 'Globs of files that are read and checked, and never published' }),
  authors: truth.optional().meta({ description: 'Whether names of authors that git knows are published; they are without' }),
  papers: z.enum(paperForms).optional().meta({ description: 'Whether the full text of papers is published; only their metadata without' }),
});

/** What may change, and when (seed `research-program.md`, "File Taxonomy"). */
const files = z.strictObject({
  frozen: z.array(glob).optional().meta({
    description: 'Paths and globs of files that do not change, such as the evaluation: runs under another evaluation are not compared',
  }),
  global: z
    .array(glob)
    .optional()
    .meta({ description: 'Files of the whole project: they change on the main branch, elsewhere they only grow' }),
  append_only: z.array(glob).optional().meta({ description: 'Files that only grow: journals at their top, tables at their end' }),
});

/** Frontmatter of the workspace's `program.md`: the only configuration there is. */
export const programSchema = z.strictObject({
  title: text.optional(),
  project: text.meta({ description: 'What the research is about, in a sentence' }),
  metric,
  metrics: z.array(metric).optional().meta({ description: 'Further metrics' }),
  repository: text.optional().meta({ description: 'URL of the repository; makes commits and files links' }),
  ...sharedFields,
  tags: vocabulary.optional().meta({ description: 'The tag vocabulary, with descriptions if you like' }),
  required_metrics: z
    .record(z.string(), textList)
    .optional()
    .meta({ description: 'Tag to the metrics that a log with this tag has; other keys of a log, such as commits, may be named too' }),
  tables: z.array(table).optional().meta({ description: 'Roles and metrics of results tables, where guessing is not enough' }),
  files: files.optional().meta({ description: 'Which files may not change' }),
  views: z.array(view).optional().meta({ description: 'Named views of results tables' }),
  ignore: z.array(glob).optional().meta({ description: 'Globs of files that are not read' }),
  publish: publish.optional().meta({ description: 'What is published of what is read' }),
  strict: truth.optional().meta({ description: 'Whether incomplete frontmatter is an error' }),
});
export type Program = z.output<typeof programSchema>;

/** The seed's lists (`research-program.md`, "File Taxonomy"), which hold in a strict workspace whose `program.md` has no `files`. */
export const seedFiles: Readonly<z.output<typeof files>> = {
  frozen: ['program.md', 'eval.py', 'meta_journal.md'],
  global: ['RESEARCH_JOURNAL.md', 'results.tsv'],
  append_only: ['*_journal.md'],
};

/** The seed's nine tags (`engineering-log-template.md`), used where `program.md` names none. */
export const seedTags: Readonly<Record<string, string>> = {
  architecture: 'Structural changes',
  training: 'Training pipeline, data generation, optimization',
  performance: 'Speed and memory',
  accuracy: 'Accuracy of the model',
  bugfix: 'Bug fixes',
  refactor: 'Code refactoring',
  research: 'Research findings and experiments',
  mhc: 'Manifold-constrained hyperconnections',
  integration: 'Integration with other systems',
};

/** What the seed asks of every log of a training ("Required Metrics for Training Experiments"), used where `program.md` names nothing. */
export const seedRequiredMetrics: Readonly<Record<string, readonly string[]>> = {
  training: ['params', 'epochs', 'wall_clock', 'accuracy', 'failure_mode', 'delta', 'commits'],
};
