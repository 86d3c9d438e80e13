import { textDigest } from './finding-text.ts';
import { readOpenText, type OpenSort } from './open-words.ts';

/** Something that an entry leaves open, or says is done: a next step, a check box, a question, a blocker, a success criterion. */
export interface OpenItem {
  readonly sort: OpenSort;
  /** In the entry's words, without list mark, check box, marks of state and Markdown; backticks around code stay. */
  readonly text: string;
  /** From 1, of the file. */
  readonly line: number;
  readonly done: boolean;
  /** `o-` and 8 hex digits of the normalised text: the same words have the same in every entry. */
  readonly anchor: string;
  /** Whether the entry's page has the anchor. */
  readonly onPage: boolean;
}

/**
 * The open items of an entry's text and of its `next_steps`, in that order, the same words once: done where any of them is. Those of
 * run logs are not here (`graph/open/`).
 */
export function openItemsOf(entry: {
  readonly data: Readonly<Record<string, unknown>>;
  readonly places: Readonly<Record<string, { readonly line: number }>>;
  readonly line: number;
}): readonly OpenItem[] {
  return eachOnce([...statedSteps(entry), ...itemsOfText(entry)]);
}

/** Of the same words the first, done where any of them is. */
export function eachOnce(items: readonly OpenItem[]): OpenItem[] {
  const byAnchor = new Map<string, OpenItem>();
  for (const item of items) {
    const known = byAnchor.get(item.anchor);
    if (known === undefined) byAnchor.set(item.anchor, item);
    else if (item.done && !known.done) byAnchor.set(item.anchor, { ...known, done: true });
  }
  return [...byAnchor.values()];
}

/** The key of `Entry.data` that holds the items of the text: with a space, so that no frontmatter that is read as keys of a kind means it. */
export const openItemsKey = 'open items';

/** Those of the text alone. */
export function itemsOfText({ data }: { readonly data: Readonly<Record<string, unknown>> }): readonly OpenItem[] {
  const items = Object.hasOwn(data, openItemsKey) ? data[openItemsKey] : undefined;
  // A page's frontmatter is free and may have the key too: then its parser set nothing.
  return Array.isArray(items) && items.every(isItem) ? items : [];
}

function isItem(value: unknown): value is OpenItem {
  // Frontmatter holds no numbers: whatever has one came from the parser.
  return typeof value === 'object' && value !== null && 'line' in value && typeof value.line === 'number';
}

/** Next steps of frontmatter: one that begins with `[x]` is done. All have their anchor on the page of a log. */
function statedSteps({ data, places, line }: Parameters<typeof openItemsOf>[0]): OpenItem[] {
  const steps = Object.hasOwn(data, 'next_steps') ? data['next_steps'] : undefined;
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: unknown, index) => {
    const key = `next_steps.${index}`;
    const place = Object.hasOwn(places, key) ? places[key] : undefined;
    return typeof step === 'string' ? openItem('step', step, place?.line ?? line, { onPage: true }) : [];
  });
}

/**
 * One item from its words as written, as a list of one; empty where they leave nothing open ("None").
 *
 * @param known what else is known: a ticked check box, and whether the page has the anchor
 */
export function openItem(
  sort: OpenSort,
  written: string,
  line: number,
  known: { readonly done?: boolean; readonly onPage?: boolean } = {},
): OpenItem[] {
  const read = readOpenText(written);
  if (read === null) return [];
  return [
    { sort, text: read.text, line, done: read.done || known.done === true, anchor: openAnchor(read.text), onPage: known.onPage ?? false },
  ];
}

/** `o-ab12cd34`: the anchor of an item with this text (contract "Identity", as findings have it). */
export function openAnchor(text: string): string {
  return `o-${textDigest(text)}`;
}

/** Whether a fragment is written like the anchor of an open item. */
export function isOpenAnchor(fragment: string): boolean {
  return /^o-[0-9a-f]{8}$/.test(fragment);
}
