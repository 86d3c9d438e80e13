import { z } from 'zod';
import { kinds } from './kinds.ts';

/**
 * `priors diff --format json`: what changed in knowledge between two states of a workspace, of what may be published. It can come from a stranger (the first
 * half of a pull request's preview is built from a fork), so it is read as data: addresses lead nowhere but into the site, lists and texts are bounded.
 */

/** Lists are cut at this length when they are written; the numbers beside them count everything. */
export const mostListed = 1000;

const textOf = (length: number): z.ZodString => z.string().max(length);
const title = textOf(1000);
const path = textOf(4096);
const count = z.int().min(0);

/** An address within the site, from its root: `/ideas/2026-01-01-rotary/`. */
const address = z
  .string()
  .max(4096)
  .regex(/^\/(?!\/)[\w\-./~%:@!$&'*+,;=#?]*$/, { error: 'An address within the site starts with one "/" and is percent-encoded.' })
  .refine((value) => !value.split(/[/?#]/).some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment)), {
    error: 'An address within the site does not lead out of it.',
  });

const list = <Item extends z.ZodType>(item: Item): z.ZodArray<Item> => z.array(item).max(mostListed);

const linked = z.strictObject({ id: path, title, url: address });

const entryChange = z.strictObject({
  change: z.enum(['added', 'changed', 'renamed', 'removed']),
  kind: z.enum(kinds),
  id: path,
  title,
  path,
  /** Null for an entry that is gone. */
  url: address.nullable(),
  /** What it was called before; null but for renamed entries. */
  was: z.strictObject({ id: path, path }).nullable(),
  /** Words that came and went, of a changed entry. */
  words: z.strictObject({ added: count, removed: count }),
});

const columnName = textOf(1000);

const best = z.strictObject({
  /** The cell as written. */
  value: textOf(200),
  verdict: textOf(40).nullable(),
  /** How many runs its configuration has: what the verdict rests on. */
  runs: count,
  /** Null for a row of before. */
  url: address.nullable(),
});

const tableChange = z.strictObject({
  path,
  url: address.nullable(),
  metric: textOf(200).nullable(),
  /** The other metric that the table was about before; null where it is the same. */
  metric_before: textOf(200).nullable(),
  direction: z.enum(['lower', 'higher']).nullable(),
  unit: textOf(40).nullable(),
  rows_are: z.enum(['runs', 'measurements', 'curve']),
  added: count,
  /** Rows with other cells than the row that stood at their place. */
  changed: count,
  /** Rows that are not there any more. */
  removed: count,
  best: z.strictObject({ before: best.nullable(), after: best.nullable(), is_new: z.boolean() }),
  columns: z.strictObject({ added: list(columnName), removed: list(columnName) }),
  /** Rows with other cells than before: each cell that is another. */
  changed_rows: list(
    z.strictObject({
      id: path,
      url: address,
      cells: list(z.strictObject({ column: columnName, before: title, after: title })),
    }),
  ),
  /** Rows that are gone, by their place before. */
  removed_rows: list(z.strictObject({ ordinal: count, value: textOf(200), status: textOf(200), description: title })),
  /** The added rows, in file order. */
  runs: list(
    z.strictObject({ id: path, url: address, value: textOf(200), status: textOf(200), verdict: textOf(40).nullable(), description: title }),
  ),
});

const finding = z.strictObject({ id: path, text: textOf(2000), url: address, entry: title });

const diagnostic = z.strictObject({
  code: textOf(100),
  severity: z.enum(['error', 'warning']),
  path,
  line: count,
  column: count,
  message: textOf(4000),
  hint: textOf(4000),
  /** Whether it says that a file changed that must not (contract "File policy"). */
  is_policy: z.boolean(),
});

export const knowledgeChangesSchema = z.strictObject({
  schema: z.literal(1),
  /** What it was compared with: as it was named, and the commit at which the two part. */
  base: z.strictObject({ ref: textOf(300), commit: z.string().regex(/^[0-9a-f]{40,64}$/) }),
  /** Whether what was compared is what `head` holds: files that are not committed count as well. */
  is_committed: z.boolean(),
  /** The commit at which the workspace stands; null outside of one. */
  head: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
  /** One sentence. */
  headline: textOf(2000),
  /** Whether anything changed in knowledge. */
  is_change: z.boolean(),
  entries: list(entryChange),
  tables: list(tableChange),
  ideas: list(
    z.strictObject({
      id: path,
      title,
      url: address,
      /** Null for a new idea. */
      before: textOf(40).nullable(),
      after: textOf(40),
      because: textOf(2000),
    }),
  ),
  findings: z.strictObject({
    added: list(finding),
    removed: list(finding.extend({ url: z.null() })),
    superseded: list(finding.extend({ by: linked })),
    contradicted: list(finding.extend({ by: linked })),
  }),
  diagnostics: z.strictObject({ errors: count, warnings: count, gone: count, new: list(diagnostic) }),
  /** Frozen files that change because a person said META_MODE=1. */
  meta_mode: list(path),
  /** New conclusions that say nothing that could be checked. */
  vague: list(linked.extend({ line: count })),
  /** Earlier ideas that are like a new one, and in what. */
  similar: list(linked.extend({ earlier: list(linked.extend({ tags: list(title), links: list(title), words: list(textOf(200)) })) })),
  /** How many files would be published that are private at the base. Nothing else tells of them. */
  unveiled: count,
  /** How many more there are than the lists above hold. */
  beyond: z.strictObject({
    entries: count,
    tables: count,
    ideas: count,
    findings_added: count,
    findings_removed: count,
    findings_superseded: count,
    findings_contradicted: count,
    vague: count,
    similar: count,
  }),
});

export type KnowledgeChangesJson = z.infer<typeof knowledgeChangesSchema>;
