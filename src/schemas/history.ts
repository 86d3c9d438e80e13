import type { DateText } from './fields.ts';

/** A commit about an experiment: its subject says `exp(<slug>): …`, or it stands on a branch `exp/<slug>` and not on the main branch. */
export interface ExperimentCommit {
  readonly hash: string;
  /** As the subject or the branch writes it. */
  readonly slug: string;
  readonly by: 'subject' | 'branch';
  readonly subject: string;
  readonly date: DateText;
  /** Whether the main branch has it. */
  readonly isOnMain: boolean;
  /** Whether it changed a file of the workspace: a repository can hold several, and code beside them. */
  readonly isInWorkspace: boolean;
}

/** A branch `exp/<slug>`, here or at a remote. */
export interface ExperimentBranch {
  readonly slug: string;
  /** `exp/rotary`. */
  readonly name: string;
  readonly head: string;
  /** When its last commit was written. */
  readonly date: DateText;
  /** Whether commits of its own are in the main branch now; null for one without any, which was just begun, or merged without a trace. */
  readonly isMerged: boolean | null;
  /** Whether it is checked out in a worktree of this repository. */
  readonly isInWorktree: boolean;
}

/** The first commit in which something stood. */
export interface Appearance {
  readonly commit: string;
  readonly date: DateText;
  /** Of two commits, the one with the smaller number came first: parents before children, else by time. */
  readonly order: number;
  /** Whether nothing before this commit is known, since the clone is shallow: what stands in it may be older. */
  readonly isEdge: boolean;
}

/** What an idea expected when it first said so. */
export interface Prediction extends Appearance {
  /** The value of `expected` there, as written. */
  readonly expected: string;
  /** The value of `metric` there; null where it named none. */
  readonly metric: string | null;
}

/** What the commits that HEAD has say of one file, by whatever names it had. */
export interface FileHistory {
  /** The commit that added it. Where that is not known, the oldest that is, with `isEdge`: the file is older than it, or came with it. */
  readonly created: Appearance;
  /** The commit that changed it last; with `isEdge` it may have been one before that. */
  readonly updated: Appearance;
  /** Names of those who changed it, in the order of their first commits, as `.mailmap` has them. Addresses are never among them. */
  readonly authors: readonly string[];
  /** How many commits changed it, as far as they are known. */
  readonly commits: number;
}

/** A path that a file had before it was renamed. */
export interface EarlierPath {
  readonly path: string;
  /** When it had that name no more. */
  readonly until: DateText;
}

/** What the repository around a workspace tells. Paths are relative to the workspace. */
export interface History {
  /** Whether its beginning is missing: a shallow clone, or more commits than are read. */
  readonly isCut: boolean;
  /** Whether that is so because the clone is shallow, which its owner can change. */
  readonly isShallow: boolean;
  /** The branch that counts as main, `main`; null where none does, and what HEAD has counts. */
  readonly mainBranch: string | null;
  readonly branches: readonly ExperimentBranch[];
  /** Newest first. */
  readonly commits: readonly ExperimentCommit[];
  /** By path of the idea: only those that git has with an expectation. Null where their texts cannot be read, as in a clone without them. */
  readonly predictions: Readonly<Record<string, Prediction>> | null;
  /** By path of the report: the commit in which its file was first there, by whatever name. */
  readonly reports: Readonly<Record<string, Appearance>>;
  /** By path of the table; what is not in it is unknown. */
  readonly tables: Readonly<Record<string, TableGrowth>>;
  /** By path of a file that was read: what the commits that HEAD has say of it. Files that none of them has are not in it. */
  readonly files: Readonly<Record<string, FileHistory>>;
  /** By path: the names that the file had before, the latest first. */
  readonly renames: Readonly<Record<string, readonly EarlierPath[]>>;
}

/** How long a table was: each commit in which it was longer than in all before, oldest first. */
export type TableGrowth = readonly { readonly lines: number; readonly appearance: Appearance }[];

/**
 * The commit in which a table first had so many lines: that of the row on that line, since tables only grow at their end. A commit that rewrites all of a
 * table, for a further column or other line ends, leaves that as it is.
 *
 * @returns `later` where no commit has the line yet
 */
export function appearanceOfLine(growth: TableGrowth, line: number): Appearance | 'later' {
  return growth.find(({ lines }) => lines >= line)?.appearance ?? 'later';
}
