import type { Link, Mention, ValuePlace } from '#schemas/entry.ts';

/** Keys whose values name other entries, runs, papers or files. */
const referenceKeys = ['idea', 'runs', 'supersedes', 'contradicts', 'references', 'papers', 'related_files'] as const;

type Places = Readonly<Record<string, ValuePlace>>;

/** The references of frontmatter as links, in the order of the keys above; a link's relation is its key. */
export function referenceLinks(data: Readonly<Record<string, unknown>>, places: Places): Link[] {
  return referenceKeys.flatMap((key) =>
    itemsOf(data, key, places).map(({ text, place }): Link => {
      const { target, fragment } = splitFragment(text);
      return { form: 'frontmatter', target, fragment, label: text, relation: key, ...place, sentence: text };
    }),
  );
}

/** The `commits` of frontmatter as mentions. */
export function commitMentions(data: Readonly<Record<string, unknown>>, places: Places): Mention[] {
  return itemsOf(data, 'commits', places).map(({ text, place: { line, column } }) => ({
    kind: 'commit',
    text,
    line,
    column,
    sentence: text,
  }));
}

interface Item {
  readonly text: string;
  readonly place: ValuePlace;
}

function itemsOf(data: Readonly<Record<string, unknown>>, key: string, places: Places): Item[] {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  const unknownPlace = { line: 1, column: 1, endColumn: 1 };
  if (typeof value === 'string') return [{ text: value, place: places[key] ?? unknownPlace }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) =>
    typeof item === 'string' ? [{ text: item, place: places[`${key}.${index}`] ?? places[key] ?? unknownPlace }] : [],
  );
}

/** Only a Markdown file has headings to lead to, and whatever is no URL may have a finding or open item (`rotary#f-1a2b3c4d`); in `C#` the `#` stays. */
function splitFragment(text: string): { readonly target: string; readonly fragment: string | null } {
  const match = /^(\S+\.(?:md|markdown))#(\S+)$/i.exec(text) ?? /^(\S(?:.*\S)?)#([fo]-[0-9a-f]{8})$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || text.includes('://')) return { target: text, fragment: null };
  return { target: match[1], fragment: match[2] };
}
