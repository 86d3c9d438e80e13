import type { SkippedFile } from '#schemas/workspace.ts';
import type { ImportedLink } from './moved-links.ts';

/** What became of one file of the source. */
export interface FileReport {
  readonly from: string;
  readonly to: string;
  /** What it is read as in the workspace; `file` where it is only linked to. */
  readonly kind: string;
  /** `written` now (or would be, in a dry run), `unchanged` since the last import, or `kept` as the workspace has it. */
  readonly action: 'written' | 'unchanged' | 'kept';
  /** Why it was kept; null for all others. */
  readonly reason: string | null;
  readonly inferred: readonly { readonly key: string; readonly value: unknown; readonly from: string }[];
  /** Keys of its frontmatter that its kind does not know or cannot read: they stand in its text. */
  readonly setAside: readonly string[];
  /** How many targets of its links are named in its `moved`, and lead where they led because of that. */
  readonly moved: number;
}

/** What an import did, or would do. Nothing in it depends on when it ran. */
export interface ImportReport {
  /** The name of the imported folder, which paths and the record carry. */
  readonly source: string;
  /** In the order of their paths. */
  readonly files: readonly FileReport[];
  /** What was not imported. */
  readonly skipped: readonly SkippedFile[];
  readonly links: {
    /** That lead where they led because a `moved` says so. */
    readonly moved: number;
    /** Whose target was not imported: they lead outside the workspace. */
    readonly leftBehind: number;
    /** That led somewhere in the source and do not lead there now. */
    readonly lost: readonly Pick<ImportedLink, 'path' | 'target'>[];
  };
}
