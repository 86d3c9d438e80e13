import type { Entry, EntryId, RunId } from '#schemas/entry.ts';
import type { StatedFinding } from './entry-findings.ts';
import type { Quality } from './quality.ts';

/** `<entry id>#f-<8 hex of its normalised text>` (contract "Identity"). */
export type FindingId = `${EntryId}#${string}`;

/** What a finding rests on. Each thing stands in one of the lists. */
export interface Evidence {
  readonly runs: readonly RunId[];
  /** As written; those that are one run's are among the runs. */
  readonly commits: readonly string[];
  /** As mentioned: `arXiv:2512.24880`. */
  readonly papers: readonly string[];
  /** Entries that the finding links to. */
  readonly entries: readonly EntryId[];
  /** Who names the runs and commits: the finding itself, or only its entry as a whole; null where nobody does. */
  readonly namedBy: 'finding' | 'entry' | null;
}

/** Why a finding may not hold, and who says so. */
export type Caveat =
  | {
      readonly why: 'superseded' | 'contradicted';
      readonly by: EntryId;
      /** The first sentence in which that entry speaks of it; null where only its frontmatter does. */
      readonly sentence: string | null;
    }
  /** The report's own outcome. */
  | { readonly why: 'invalid'; readonly by: EntryId }
  | {
      readonly why: 'crashed' | 'not comparable';
      readonly runs: readonly RunId[];
      /** How many runs the finding rests on, these included. */
      readonly of: number;
    };

/** A finding with what is known of it. Its date and tags are those of its entry. */
export interface Finding extends StatedFinding {
  readonly id: FindingId;
  readonly entry: Entry;
  readonly quality: Quality | null;
  /** The metric of the workspace that it speaks of; null where it names none. */
  readonly metric: string | null;
  readonly evidence: Evidence;
  readonly caveats: readonly Caveat[];
}
