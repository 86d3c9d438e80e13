import type { Entry } from '#schemas/entry.ts';

/** The ideas by the slugs that branches, commits and folders name them with. */
export interface IdeaSlugs {
  /** The idea that a slug means; null where it means none, or several. */
  readonly find: (slug: string) => Entry | null;
  /** The ideas that a text names: the parts of a slug of two words or more stand in it one after the other. Shorter slugs are words like any other. */
  readonly namedIn: (text: string) => readonly { readonly idea: Entry; readonly slug: string }[];
  /** The slugs that mean several ideas, with these. */
  readonly shared: ReadonlyMap<string, readonly Entry[]>;
}

/** A slug means the idea whose file it names, with its date or without (contract "Identity"), or that was called so before. */
export function ideaSlugs(ideas: readonly Entry[]): IdeaSlugs {
  const byKey = new Map<string, Set<Entry>>();
  const stems = new Map<string, Entry>();
  for (const idea of ideas) {
    stems.set(slugKey(idea.id.slice('idea/'.length)), idea);
    for (const name of [idea.lineageKey, ...idea.aliases]) {
      const key = slugKey(name);
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, new Set([idea]));
      else known.add(idea);
    }
  }
  const find = (slug: string): Entry | null => {
    const key = slugKey(slug);
    const whole = stems.get(key);
    if (whole !== undefined) return whole;
    const [only = null, ...others] = byKey.get(key) ?? [];
    return others.length === 0 ? only : null;
  };
  const longest = Math.max(0, ...Array.from(byKey.keys(), (key) => key.split('-').length));
  return {
    find,
    namedIn: (text) => {
      const words = text
        .normalize('NFC')
        .toLowerCase()
        .split(/[^\p{L}\p{M}\p{N}]+/u)
        .filter(Boolean);
      const named = new Map<Entry, string>();
      for (const start of words.keys()) {
        for (let length = 2; length <= longest && start + length <= words.length; length += 1) {
          const slug = words.slice(start, start + length).join('-');
          const idea = byKey.has(slug) ? find(slug) : null;
          if (idea !== null) named.set(idea, slug);
        }
      }
      return Array.from(named, ([idea, slug]) => ({ idea, slug }));
    },
    shared: new Map([...byKey].flatMap(([key, found]) => (found.size > 1 && !stems.has(key) ? [[key, [...found]] as const] : []))),
  };
}

/** A slug as it is compared: `_`, spaces and `/` are `-`, case does not matter. */
export function slugKey(slug: string): string {
  return slug
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s_/-]+/g, '-');
}
