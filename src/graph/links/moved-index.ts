import type { Entry } from '#schemas/entry.ts';

/** What files say of targets that have moved, in the key `moved`. */
export interface MovedIndex {
  /** Where a target of a file's links lies now; null where the file says nothing of it. */
  readonly find: (path: string, target: string) => string | null;
}

/** Reads the `moved` of each file once: of a file of several entries, and of the page above them, all links are meant. */
export function indexMoved(entries: readonly Entry[]): MovedIndex {
  const files = new Map<string, ReadonlyMap<string, string>>();
  for (const { path, data } of entries) {
    const moved = Object.hasOwn(data, 'moved') ? data['moved'] : undefined;
    // A plain page may have any keys, with any value.
    if (typeof moved !== 'object' || moved === null || files.has(path)) continue;
    files.set(path, new Map(Object.entries(moved).filter((pair): pair is [string, string] => typeof pair[1] === 'string')));
  }
  return { find: (path, target) => files.get(path)?.get(target) ?? null };
}
