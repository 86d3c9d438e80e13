import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import { isOpenAnchor } from '#schemas/open-items.ts';
import type { Fate, PlacedItem } from './open-work.ts';
import { significantWords } from '#graph/significant-words.ts';

type TakenUp = Extract<Fate, { is: 'taken up' }>;
type Words = ReadonlyMap<string, string>;

/** Fewer shared words say nothing. */
const leastShared = 2;
const leastShare = 0.5;

/**
 * Tells which entry took an item up:
 * - one from the same day or later that links to the item itself (`rotary.md#o-1a2b3c4d`);
 * - else one from the same day or later that links to the item's entry and whose title, subject, hypothesis or sentence with the link has at least
 *   two, and at least half, of the item's significant words. Of several the one with the most words, of those the newest.
 *
 * @returns a function that gives null where no entry did
 */
export function takenUpIn(graph: KnowledgeGraph): (placed: PlacedItem) => TakenUp | null {
  const linked = linksToItems(graph);
  const wordsOf = new Map<string, Words>();
  const words = (text: string): Words => {
    const known = wordsOf.get(text) ?? significantWords(text);
    wordsOf.set(text, known);
    return known;
  };
  return (placed) => {
    const direct = (linked.get(placed.id) ?? []).find((id) => isNotBefore(graph.entriesById.get(id)?.date ?? null, placed.date));
    return direct === undefined ? byWords(placed, graph, words) : { is: 'taken up', by: direct, words: [] };
  };
}

/** Whether a date is that of another or later. A day without a time may be any time of it; where one is not stated, nobody knows. */
export function isNotBefore(date: DateText | null, other: DateText | null): boolean {
  if (date === null || other === null) return false;
  const isTimed = date.length > 10 && other.length > 10;
  const [a = '', b = ''] = [date, other].map((text) => (isTimed ? text.replace(' ', 'T') : text.slice(0, 10)));
  return a >= b;
}

/** By the item's id, in the order of the graph: newest first. */
function linksToItems(graph: KnowledgeGraph): ReadonlyMap<string, readonly EntryId[]> {
  const found = new Map<string, EntryId[]>();
  for (const [from, links] of graph.links) {
    for (const { destination } of links) {
      if (destination.to !== 'entry' || destination.id === from || destination.fragment === null || !isOpenAnchor(destination.fragment))
        continue;
      const id = `${destination.id}#${destination.fragment}`;
      const known = found.get(id);
      if (known) known.push(from);
      else found.set(id, [from]);
    }
  }
  return found;
}

function byWords({ item, entry, date }: PlacedItem, graph: KnowledgeGraph, words: (text: string) => Words): TakenUp | null {
  const wanted = words(item.text);
  if (wanted.size < leastShared) return null;
  let best: TakenUp | null = null;
  for (const { from, relation, sentence } of graph.backlinks.get(entry.id) ?? []) {
    const other = graph.entriesById.get(from);
    if (other === undefined || !isNotBefore(other.date, date)) continue;
    for (const text of [...subjectsOf(other), ...(relation === 'body' ? [sentence] : [])]) {
      const shared = sharedWords(wanted, words(text));
      const isEnough = shared.length >= leastShared && shared.length >= leastShare * wanted.size;
      if (isEnough && shared.length > (best?.words.length ?? 0)) best = { is: 'taken up', by: from, words: shared };
    }
  }
  return best;
}

function sharedWords(wanted: Words, words: Words): string[] {
  return [...wanted].flatMap(([stem, word]) => (words.has(stem) ? [word] : []));
}

/** What an entry says it is about. */
function subjectsOf({ title, data }: Entry): string[] {
  const { hypothesis } = data;
  // A log's subject is its title.
  return typeof hypothesis === 'string' ? [title, hypothesis] : [title];
}
