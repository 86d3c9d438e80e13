import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { kindDescriptions, kinds } from '#schemas/kinds.ts';

/** A results table as it was understood. */
export interface FoundTable {
  readonly path: string;
  readonly rows: number;
  readonly rows_are: 'runs' | 'measurements' | 'curve';
  readonly metric: string | null;
  readonly direction: string | null;
  readonly direction_source: 'declared' | 'guessed' | 'unknown';
}

/** A program.md below the workspace: that folder could be a workspace of its own. */
export interface NestedProgram {
  readonly folder: string;
  /** How many of the workspace's entries and tables lie in it. */
  readonly entries: number;
  readonly tables: number;
}

/** What lies in a workspace, by what it was recognised as. */
export interface FoundWork {
  readonly files: number;
  readonly entries: number;
  /** Only kinds that there are. */
  readonly kinds: readonly { readonly kind: string; readonly plural: string; readonly count: number }[];
  readonly tables: readonly FoundTable[];
  readonly run_logs: number;
  readonly queues: number;
  readonly argument_maps: number;
  readonly skipped: number;
  readonly nested_programs: readonly NestedProgram[];
}

export function describeWorkspace({ content, entries, results }: KnowledgeGraph): FoundWork {
  const below = (folder: string, all: readonly { readonly path: string }[]): number =>
    all.filter(({ path }) => path.startsWith(`${folder}/`)).length;
  return {
    files: content.files.length,
    entries: entries.length,
    kinds: kinds.flatMap((kind) => {
      const count = entries.filter((entry) => entry.kind === kind).length;
      const { singular, plural } = kindDescriptions[kind];
      return count === 0 ? [] : [{ kind, plural: count === 1 ? singular : plural, count }];
    }),
    tables: [...results.values()].map(({ table, nature, runs, metric }) => ({
      path: table.path,
      rows: runs.length,
      rows_are: nature.rows,
      metric: metric.name,
      direction: metric.direction,
      direction_source: metric.directionSource,
    })),
    run_logs: content.runLogs.length,
    queues: content.queues.length,
    argument_maps: content.argumentMaps.length,
    skipped: content.skipped.length,
    nested_programs: content.files
      .flatMap(({ path }) => /^(.+)\/program\.md$/.exec(path)?.[1] ?? [])
      .map((folder) => ({ folder, entries: below(folder, entries), tables: below(folder, content.tables) })),
  };
}
