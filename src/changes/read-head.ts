import { runGit } from '#git/run-git.ts';
import type { DateText } from '#schemas/fields.ts';

/** The commit that a folder of a git repository stands at. */
export interface Head {
  readonly commit: string;
  /** When it was written, with the author's zone: `2026-01-04T09:30:00+01:00`. */
  readonly authorDate: DateText;
  /** The folder within the repository, with `/`; empty at its root. */
  readonly folder: string;
}

/** Reads HEAD with git. Null where there is nothing to read: no such folder, outside git, no commit yet, or git is not installed. */
export async function readHead(folder: string): Promise<Head | null> {
  try {
    const [log, prefix] = await Promise.all([
      runGit(folder, ['log', '-1', '--format=%H%n%aI']),
      runGit(folder, ['rev-parse', '--show-prefix']),
    ]);
    const [commit, authorDate] = log.trim().split('\n');
    if (commit === undefined || authorDate === undefined) return null;
    return { commit, authorDate, folder: prefix.trim().replace(/\/$/, '') };
  } catch {
    return null;
  }
}
