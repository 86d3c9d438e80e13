import type { Program } from '#schemas/program.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';

/** What a workspace keeps to itself. */
export interface Privacy {
  /** Globs of what is not published, or not even read. */
  readonly exclude: readonly string[];
  readonly papers: 'metadata' | 'full';
  readonly authors: boolean;
}

/** What `program.md` says under `publish` and `ignore`. */
export function privacyOf({ publish, ignore }: Partial<Program>): Privacy {
  return {
    exclude: [...new Set([...(publish?.exclude ?? []), ...(ignore ?? [])])],
    papers: publish?.papers ?? 'metadata',
    authors: publish?.authors ?? true,
  };
}

/** What is private by either: a change decides neither what it hides nor what it uncovers before somebody has looked at it. */
export function strictest(a: Privacy, b: Privacy): Privacy {
  return {
    exclude: [...new Set([...a.exclude, ...b.exclude])],
    papers: a.papers === 'full' && b.papers === 'full' ? 'full' : 'metadata',
    authors: a.authors && b.authors,
  };
}

/** The content with another privacy than its own; itself where that is the same. */
export function withPrivacy(content: WorkspaceContent, privacy: Privacy): WorkspaceContent {
  const own = privacyOf(content.program);
  const isSame =
    own.papers === privacy.papers && own.authors === privacy.authors && privacy.exclude.every((glob) => own.exclude.includes(glob));
  return isSame ? content : { ...content, program: { ...content.program, publish: { ...privacy, exclude: [...privacy.exclude] } } };
}
