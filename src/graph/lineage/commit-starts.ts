import type { Entry } from '#schemas/entry.ts';
import type { ExperimentCommit } from '#schemas/history.ts';
import type { IdeaSlugs } from './idea-slugs.ts';

/** Abbreviated hashes shorter than this are taken for other words. */
const shortestCommit = 6;

/** Whether text could be a commit's hash, whole or cut short. */
function isHash(text: string): boolean {
  return text.length >= shortestCommit && /^[0-9a-f]{6,64}$/.test(text);
}

/** Tells whether a commit is one of these; both sides may be cut short to six hex digits or more. */
export function commitStarts(hashes: readonly string[]): (commit: string) => boolean {
  const byStart = Map.groupBy(hashes.map((hash) => hash.trim().toLowerCase()).filter(isHash), (hash) => hash.slice(0, shortestCommit));
  return (commit) => {
    const wanted = commit.trim().toLowerCase();
    return (
      isHash(wanted) &&
      (byStart.get(wanted.slice(0, shortestCommit)) ?? []).some((hash) => hash.startsWith(wanted) || wanted.startsWith(hash))
    );
  };
}

/** The commit of an idea that a hash, or the beginning of one, means; null where it means none, or several. */
export function commitIndex(
  commits: readonly ExperimentCommit[],
  slugs: IdeaSlugs,
): (hash: string) => (ExperimentCommit & { readonly idea: Entry }) | null {
  const byStart = Map.groupBy(commits, ({ hash }) => hash.slice(0, shortestCommit));
  return (written) => {
    const hash = written.trim().toLowerCase();
    if (!isHash(hash)) return null;
    const [only, ...others] = (byStart.get(hash.slice(0, shortestCommit)) ?? []).filter((commit) => commit.hash.startsWith(hash));
    const idea = only === undefined || others.length > 0 ? null : slugs.find(only.slug);
    return only === undefined || idea === null ? null : { ...only, idea };
  };
}
