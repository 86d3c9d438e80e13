import type { Entry } from '#schemas/entry.ts';
import { renamedPath } from './renamed-path.ts';

/** An entry in two states of a workspace; one of them is null for an entry that came or went. */
export type EntryPair =
  | { readonly before: Entry; readonly after: Entry }
  | { readonly before: null; readonly after: Entry }
  | { readonly before: Entry; readonly after: null };

/** How the texts of two entries compare: the same; the same below the first heading; not so. */
export type Likeness = 'same' | 'same but for the heading' | 'different';

/**
 * Which entry of one state is which of the other. An entry of a file that is byte for byte the same is itself, whatever it is called now: an id depends on other
 * files where names collide. Else that of the same id; else, of the same kind in the same file or the file that it became, the one of the same title
 * and date, of the same text below its heading, of the same title, or the only one of the file; else of two files that are gone and new the one with
 * the same text.
 *
 * @param renames by the path before: the path after, as git sees it
 * @returns in the order of `after`, then those that are gone in the order of `before`
 */
export function matchEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  renames: ReadonlyMap<string, string>,
  likeness: (before: Entry, after: Entry) => Likeness,
): EntryPair[] {
  const matched = new Map<Entry, Entry>();
  const gone = new Set(before);
  const open = new Set(after);
  const take = (entry: Entry, found: Entry | undefined): void => {
    if (found === undefined || !gone.delete(found)) return;
    open.delete(entry);
    matched.set(entry, found);
  };
  const unchanged = new Map(before.filter(({ digest }) => digest !== '').map((entry) => [`${entry.digest} ${entry.part}`, entry]));
  for (const entry of after) if (entry.digest !== '') take(entry, unchanged.get(`${entry.digest} ${entry.part}`));
  const byId = new Map(Array.from(gone, (entry) => [entry.id, entry]));
  for (const entry of [...open]) take(entry, byId.get(entry.id));

  // What keeps neither its file nor its id looks for what is left of the file.
  const inFile = Map.groupBy(after, ({ path }) => path);
  const goneByPath = Map.groupBy(gone, ({ path }) => renamedPath(path, renames));
  const inSameFile = (entry: Entry): Entry[] =>
    (goneByPath.get(entry.path) ?? []).filter((candidate) => gone.has(candidate) && candidate.kind === entry.kind);
  const rules: readonly ((candidate: Entry, entry: Entry) => boolean)[] = [
    (candidate, entry) => candidate.title === entry.title && candidate.date === entry.date,
    (candidate, entry) => likeness(candidate, entry) !== 'different',
    (candidate, entry) => candidate.title === entry.title,
    (_, entry) => inFile.get(entry.path)?.length === 1,
  ];
  for (const rule of rules)
    for (const entry of [...open])
      take(
        entry,
        inSameFile(entry).find((candidate) => rule(candidate, entry)),
      );

  const goneByTitle = Map.groupBy(gone, ({ kind, title }) => `${kind} ${title}`);
  for (const entry of [...open]) {
    const candidates = goneByTitle.get(`${entry.kind} ${entry.title}`) ?? [];
    take(entry, candidates.find((candidate) => gone.has(candidate) && likeness(candidate, entry) === 'same')); // prettier-ignore
  }
  return [
    ...after.map((entry): EntryPair => ({ before: matched.get(entry) ?? null, after: entry })),
    ...before.filter((entry) => gone.has(entry)).map((entry): EntryPair => ({ before: entry, after: null })),
  ];
}
