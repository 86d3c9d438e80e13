import type { Problem } from '#diagnostics/diagnostic.ts';
import type { ArgumentMap } from '#schemas/argument-map.ts';
import type { Entry, EntryId, Link, RunId } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';
import type { ColumnRole, Direction } from '#schemas/program.ts';
import type { Table } from '#schemas/results.ts';
import type { RunLog } from '#schemas/run-log.ts';
import type { Since } from '#schemas/since.ts';
import type { WholeFile } from '#schemas/whole-file.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import type { Judgement } from './judgement/judgement.ts';
import type { ColumnContent } from './results/column-content.ts';
import type { PaperIndex } from './links/paper-index.ts';

/** What a link leads to. */
export type LinkTarget =
  | { readonly to: 'entry'; readonly id: EntryId; readonly fragment: string | null }
  | { readonly to: 'run'; readonly id: RunId; readonly table: string; readonly ordinal: number }
  | { readonly to: 'table'; readonly id: string }
  /** A folder that holds entries of one kind: leads to the index page of that kind. */
  | { readonly to: 'folder'; readonly path: string; readonly kind: Kind }
  /** A file of the workspace that is no entry: an image, a script, data. */
  | { readonly to: 'file'; readonly path: string }
  /** A run log, shown on its experiment's page. */
  | { readonly to: 'run log'; readonly path: string; readonly experiment: EntryId }
  /** A URL, or text that stands for something outside (a paper, a sentence in `references`). */
  | { readonly to: 'outside'; readonly url: string | null }
  /** Something that is there and must not be published (`publication.ts`): the link is only its words. */
  | { readonly to: 'unpublished' }
  | { readonly to: 'nothing'; readonly suggestion: string | null };

export interface ResolvedLink extends Link {
  readonly destination: LinkTarget;
}

/** A link seen from its target. */
export interface Backlink {
  readonly from: EntryId;
  readonly relation: string;
  readonly sentence: string;
  readonly line: number;
}

export const statuses = ['baseline', 'keep', 'discard', 'crash', 'running', 'planned', 'other'] as const;
export type RunStatus = (typeof statuses)[number];

export interface Column {
  readonly name: string;
  readonly role: ColumnRole;
  readonly roleSource: 'declared' | 'guessed';
}

/** One row of a results table with what the roles of its columns say. */
export interface Run {
  readonly id: RunId;
  readonly ordinal: number;
  readonly line: number;
  /** By column, raw; cells beyond the header stay in `surplus`. */
  readonly cells: Readonly<Record<string, string>>;
  readonly surplus: readonly string[];
  readonly ragged: boolean;
  /** Metric columns as numbers; null where missing or not a measurement. */
  readonly values: Readonly<Record<string, number | null>>;
  readonly status: RunStatus;
  /** The word as written; empty where there is no status column. */
  readonly rawStatus: string;
  readonly commit: string | null;
  readonly description: string;
  /** What it was evaluated by: runs of different strata are not compared (`results/strata.ts`). */
  readonly stratum: string;
  /** Whether it was the best so far of its stratum when it was recorded, crashes and unscored rows apart. */
  readonly bestSoFar: boolean;
}

/**
 * What the rows of a table are (formats.md, "Tables"):
 * - `runs`: one row a run, which can be compared;
 * - `measurements`: one row for each metric of a run (`metric`, `value`), comparable only within one metric;
 * - `curve`: one row a step of a training run, which are no runs and have no best.
 */
export type TableNature =
  | { readonly rows: 'runs' }
  | { readonly rows: 'measurements'; readonly key: string; readonly value: string }
  | { readonly rows: 'curve'; readonly step: string };

/** One metric of a long-form table. */
export interface Facet {
  readonly name: string;
  /** How many rows measure it. */
  readonly rows: number;
  readonly direction: Direction | null;
  readonly directionSource: 'declared' | 'guessed' | 'unknown';
  /** The run with the best value; null where the direction is unknown, or where there is nothing to compare. */
  readonly best: RunId | null;
}

/** A results table with its roles applied. */
export interface Results {
  readonly table: Table;
  readonly columns: readonly Column[];
  /** What stands in each column. */
  readonly contents: readonly ColumnContent[];
  readonly nature: TableNature;
  readonly metric: {
    /** Null where no column is a metric. */
    readonly name: string | null;
    readonly direction: Direction | null;
    readonly directionSource: 'declared' | 'guessed' | 'unknown';
    /** Who declares the direction: `program.md`, or a comment of the table itself. */
    readonly statedIn: 'program.md' | 'the table' | null;
    readonly unit: string | null;
  };
  readonly runs: readonly Run[];
  /** All zero where the rows are no runs. */
  readonly counts: Readonly<Record<RunStatus, number>>;
  /** That of the last scored run: the one whose best is the table's. */
  readonly stratum: string;
  /** The best scored run of that stratum, if the direction is known and any run is scored. */
  readonly best: Run | null;
  /** The metrics of a long-form table; empty for any other. */
  readonly facets: readonly Facet[];
}

/** All entries, runs and run logs of a workspace, and what connects them. */
export interface KnowledgeGraph {
  readonly content: WorkspaceContent;
  /** Newest first, undated last; ties by id. */
  readonly entries: readonly Entry[];
  /** With the pages of whole files, which are not in `entries`. */
  readonly entriesById: ReadonlyMap<EntryId, Entry>;
  /** By path: the files that are divided into entries. */
  readonly wholeFiles: ReadonlyMap<string, WholeFile>;
  /** By table id. */
  readonly results: ReadonlyMap<string, Results>;
  /** By table id: what is known of each table by its main metric. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly runsById: ReadonlyMap<RunId, { readonly run: Run; readonly results: Results }>;
  /** The links of each entry, in the order of `Entry.links`. */
  readonly links: ReadonlyMap<EntryId, readonly ResolvedLink[]>;
  /** By entry id or run id; from one source and sentence only once. */
  readonly backlinks: ReadonlyMap<EntryId | RunId, readonly Backlink[]>;
  /** The run logs of each experiment, by the experiment's id. */
  readonly runLogs: ReadonlyMap<EntryId, readonly RunLog[]>;
  /** The argument maps of each paper, by the paper's id. */
  readonly argumentMaps: ReadonlyMap<EntryId, readonly ArgumentMap[]>;
  /** The paper of this workspace that a text names: an arXiv id, a DOI or an address. */
  readonly papers: PaperIndex;
  /** Tag to entries, newest first; tags sorted by name. */
  readonly tags: ReadonlyMap<string, readonly Entry[]>;
  /** Dead links, unknown and ambiguous references, duplicate ids. */
  readonly problems: readonly Problem[];
  /** What changed since the base of a preview; null where the site is none. */
  readonly since: Since | null;
}
