import type { EntryId, RunId } from './entry.ts';

/** A stretch of text that stayed, came or went. */
export interface Stretch {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Changed lines with those around them. */
export interface Hunk {
  /** Its first line in the new text, from 1. */
  readonly line: number;
  readonly stretches: readonly Stretch[];
}

/** What became of an entry since the base of a preview. */
export interface EntrySince {
  readonly is: 'new' | 'changed' | 'renamed';
  /** Its path before, where that was another; null else. */
  readonly was: string | null;
  /** Empty for a new entry, and where only files beside its text changed. */
  readonly hunks: readonly Hunk[];
}

/** What a preview compares a workspace with. */
export interface Since {
  /** The branch, tag or commit that was named. */
  readonly ref: string;
  /** The commit at which the two part. */
  readonly base: string;
  /** The commit that the workspace stands at. */
  readonly head: string | null;
  /** The number of the pull request that the preview is of. */
  readonly pullRequest: number | null;
  /** Only the entries of which something became. */
  readonly entries: ReadonlyMap<EntryId, EntrySince>;
  /** Rows that are new, or have other cells. */
  readonly runs: ReadonlySet<RunId>;
}
