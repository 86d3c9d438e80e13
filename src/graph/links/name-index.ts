import type { Entry } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';
import { stemOf } from './workspace-paths.ts';

/** How a name stands for an entry, the surest first. A sure name beats an unsure one of another entry. */
const nameSorts = ['id', 'stem', 'alias', 'lineage key', 'title'] as const;
type NameSort = (typeof nameSorts)[number];

/** Every name that an entry goes by. Names are compared without case, and `_`, `-` and spaces are the same. */
export interface NameIndex {
  /**
   * The entries that a name stands for: those by the surest sort of name that any has.
   *
   * A lineage key belongs to the idea: of several kinds that share it, the idea is meant (contract "Identity").
   *
   * @param wanted narrows to entries that may be meant at all, before sorts of names are compared
   */
  readonly find: (name: string, wanted?: (entry: Entry) => boolean) => readonly Entry[];
  /** Lineage keys and slugs, of one kind or of all, for suggestions. */
  readonly names: (kind?: Kind) => readonly string[];
}

interface Named {
  readonly entry: Entry;
  readonly sort: NameSort;
}

/** @param files the files of several entries: they go by id, alias and title, their stem being that of a path */
export function indexNames(entries: readonly Entry[], files: readonly Entry[]): NameIndex {
  const byName = new Map<string, Named[]>();
  const shortNames = new Map<Kind, Set<string>>();
  const sizes = new Map<string, number>();
  for (const { path } of entries) sizes.set(path, (sizes.get(path) ?? 0) + 1);

  const divided = new Set(files.map(({ path }) => path));
  const add = (entry: Entry, names: readonly (readonly [NameSort, string])[]): void => {
    for (const [sort, name] of names) {
      const key = nameKey(name);
      if (key === '') continue;
      const named = byName.get(key);
      if (named) named.push({ entry, sort });
      else byName.set(key, [{ entry, sort }]);
    }
  };
  for (const file of files)
    add(
      file,
      namesOf(file, false).filter(([sort]) => sort !== 'stem'),
    );
  for (const entry of entries) {
    // Dated sections share their file's name: it stands for none of them alone.
    const ownFile = sizes.get(entry.path) === 1 && !divided.has(entry.path);
    add(entry, namesOf(entry, ownFile));
    const ofKind = shortNames.get(entry.kind) ?? new Set();
    shortNames.set(entry.kind, ofKind);
    if (ownFile) ofKind.add(entry.lineageKey);
    ofKind.add(slugOf(entry));
  }

  const namesByKind = new Map([...shortNames].map(([kind, names]) => [kind, [...names]]));
  const allNames = [...namesByKind.values()].flat();
  return {
    find: (name, wanted = () => true) => surest((byName.get(nameKey(name)) ?? []).filter(({ entry }) => wanted(entry))),
    names: (kind) => (kind === undefined ? allNames : (namesByKind.get(kind) ?? [])),
  };
}

/** The part of an id behind its kind. */
function slugOf({ id, kind }: Entry): string {
  return id.slice(kind.length + 1);
}

function namesOf(entry: Entry, ownFile: boolean): (readonly [NameSort, string])[] {
  const names: (readonly [NameSort, string])[] = [
    ['id', entry.id],
    ['stem', slugOf(entry)],
    ['title', entry.title],
  ];
  for (const alias of entry.aliases) names.push(['alias', alias]);
  if (ownFile) names.push(['lineage key', entry.lineageKey]);
  // Experiments go by their folder: the name of the file is the same for all.
  if (ownFile && entry.kind !== 'experiment') names.push(['stem', stemOf(entry.path)]);
  return names;
}

function surest(named: readonly Named[]): readonly Entry[] {
  for (const sort of nameSorts) {
    const entries = [...new Set(named.filter((one) => one.sort === sort).map(({ entry }) => entry))];
    if (entries.length === 0) continue;
    const ideas = entries.filter(({ kind }) => kind === 'idea');
    return sort === 'lineage key' && ideas.length > 0 ? ideas : entries;
  }
  return [];
}

function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}
