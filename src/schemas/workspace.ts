import type { Problem } from '#diagnostics/diagnostic.ts';
import type { ArgumentMap } from './argument-map.ts';
import type { Entry, EntryId } from './entry.ts';
import type { DateText } from './fields.ts';
import type { History } from './history.ts';
import type { Program } from './program.ts';
import type { Kind } from './kinds.ts';
import type { JobQueue } from './queue.ts';
import type { Table } from './results.ts';
import type { RunLog } from './run-log.ts';
import type { WholeFile } from './whole-file.ts';

/** Stands in every folder that Priors built: it may be replaced, and is never read as part of a workspace. */
export const siteMarkerName = '.priors-site.json';

/** What an input file was read as. */
export type FileKind = Entry['kind'] | 'table' | 'run log' | 'job queue' | 'argument map' | 'program' | 'unreadable';

/** The account of one input file (contract "Commands", `check --format json`). */
export interface FileRecord {
  readonly path: string;
  readonly kind: FileKind;
  readonly entries: number;
  readonly rows: number;
  readonly events: number;
  /** Non-blank lines that went to no entry, row or event. */
  readonly unaccounted: readonly number[];
}

export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** Why a path is skipped that `program.md` says must not be read: its name is not published either. */
export const ignoredByProgram = 'Ignored by program.md';

/** A file that is read, or linked to, at a second place. Both paths are relative to the workspace. */
export interface SymbolicLink {
  readonly path: string;
  readonly target: string;
}

/** A name that something had before: what leads there leads on to what it is now. */
interface EarlierName {
  /** The path that its file had; null where it is not known from git. */
  readonly path: string | null;
  /** The alias by which the entry says so itself; null where git does. */
  readonly alias: string | null;
}

/** An id that an entry, the page of a whole file or a table had before, or would have had. What has it now, if anything, is not looked at. */
export type EarlierId =
  | (EarlierName & { readonly of: 'entry'; readonly from: EntryId; readonly to: EntryId })
  | (EarlierName & { readonly of: 'table'; readonly from: string; readonly to: string });

/** Everything read from one workspace, before anything is linked: the input of `graph/`. */
export interface WorkspaceContent {
  /** The workspace's folder name, for a site whose program names no project. */
  readonly name: string;
  /** Null where there is no `program.md` with valid frontmatter. Fields that are right survive a damaged one. */
  readonly program: Partial<Program>;
  /** Whether diagnostics of class `broken` are errors. */
  readonly strict: boolean;
  /** The date that "overdue" and "age" count from (contract "Time"). */
  readonly asOf: DateText;
  readonly entries: readonly Entry[];
  /** The files that are divided into entries, each as one page. */
  readonly wholeFiles: readonly WholeFile[];
  readonly tables: readonly Table[];
  readonly runLogs: readonly RunLog[];
  readonly queues: readonly JobQueue[];
  readonly argumentMaps: readonly ArgumentMap[];
  readonly files: readonly FileRecord[];
  readonly skipped: readonly SkippedFile[];
  /** Every other file of the workspace that links may lead to: images, scripts, data. */
  readonly assets: readonly string[];
  /**
   * By commit as a results table names it: what identifies the frozen evaluation files at that commit (`statistics.md`, "stratum"). Commits that
   * the repository does not have, or at which none of these files was there, are not in it.
   */
  readonly evaluations: Readonly<Record<string, string>>;
  /** The kinds of which entries were left out, since they must not be published: nobody can say of others that they are missing. */
  readonly withheldKinds: readonly Kind[];
  /** What git tells; null outside git. */
  readonly history: History | null;
  /** Ids that entries and tables had under other names. */
  readonly earlierIds: readonly EarlierId[];
  /** Files of the lists above that stand at their path by a symbolic link: what holds for the target holds for them. */
  readonly symbolicLinks: readonly SymbolicLink[];
  /** What parsing found. */
  readonly problems: readonly Problem[];
}
