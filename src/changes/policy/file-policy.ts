import { matcherOf } from '#schemas/globs.ts';
import { seedFiles, type Program } from '#schemas/program.ts';

/** What may happen to a file (seed `research-program.md`, "File Taxonomy"): nothing; growth alone; anything on the main branch and growth elsewhere. */
export type Rule = 'frozen' | 'append-only' | 'global';

/** Where a person says that frozen files may change, and how (seed, "Meta-Mode"). */
export const metaModePath = 'human_journal.md';
export const metaModeWords = 'META_MODE=1';

/** Tells the rule of a path; null for a file that may change freely. */
export type FilePolicy = (path: string) => Rule | null;

/**
 * The policy of `files` in program.md; without it a strict workspace has the seed's lists, any other none (contract "File policy"). Of several rules the
 * strictest holds: frozen, then append-only, then global.
 */
export function filePolicy({ files, strict }: Partial<Program>): FilePolicy {
  const lists = files ?? (strict === true ? seedFiles : {});
  const isFrozen = matcherOf(lists.frozen ?? []);
  const isAppendOnly = matcherOf(lists.append_only ?? []);
  const isGlobal = matcherOf(lists.global ?? []);
  return (path) => (isFrozen(path) ? 'frozen' : isAppendOnly(path) ? 'append-only' : isGlobal(path) ? 'global' : null);
}
