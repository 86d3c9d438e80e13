import type { Entry } from '#schemas/entry.ts';

/** An entry in two states of a workspace; one of them is null for an entry that came or went. */
export type EntryPair =
  | { readonly before: Entry; readonly after: Entry }
  | { readonly before: null; readonly after: Entry }
  | { readonly before: Entry; readonly after: null };

/**
 * Which entry of one state is which of the other: that of the same id, else that of the file that was renamed, of several in a file the one of the same title
 * and date, else of two files that are gone and new the one with the same text.
 *
 * @param renames by the path before: the path after, as git sees it
 * @param sameText whether two entries read the same but for their place
 * @returns in the order of `after`, then those that are gone in the order of `before`
 */
export function matchEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  renames: ReadonlyMap<string, string>,
  sameText: (before: Entry, after: Entry) => boolean,
): EntryPair[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const known = new Set(after.map(({ id }) => id));
  // What keeps its id is settled; the others look for each other.
  const gone = new Set(before.filter(({ id }) => !known.has(id)));
  const goneByPath = Map.groupBy(gone, ({ path }) => renames.get(path) ?? null);
  const matched = new Map<Entry, Entry>();
  const take = (entry: Entry, found: Entry | undefined): void => {
    if (found === undefined || !gone.delete(found)) return;
    matched.set(entry, found);
  };
  const fresh = after.filter(({ id }) => !old.has(id));
  const inFile = Map.groupBy(after, ({ path }) => path);
  for (const entry of fresh) {
    const candidates = (goneByPath.get(entry.path) ?? []).filter((candidate) => gone.has(candidate) && candidate.kind === entry.kind);
    const alike = candidates.find(({ title, date }) => title === entry.title && date === entry.date);
    take(entry, alike ?? (inFile.get(entry.path)?.length === 1 && candidates.length === 1 ? candidates[0] : undefined));
  }
  const goneByTitle = Map.groupBy(gone, ({ kind, title }) => `${kind} ${title}`);
  for (const entry of fresh) {
    if (matched.has(entry)) continue;
    take(entry, (goneByTitle.get(`${entry.kind} ${entry.title}`) ?? []).find((candidate) => gone.has(candidate) && sameText(candidate, entry))); // prettier-ignore
  }
  return [
    ...after.map((entry): EntryPair => ({ before: old.get(entry.id) ?? matched.get(entry) ?? null, after: entry })),
    ...before.filter((entry) => gone.has(entry)).map((entry): EntryPair => ({ before: entry, after: null })),
  ];
}
