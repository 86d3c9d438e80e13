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
