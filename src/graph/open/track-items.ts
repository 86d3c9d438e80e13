import { daysBetween } from '#graph/days-between.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { EntryId } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import { openAnchor } from '#schemas/open-items.ts';
import { progressAccountOf } from '#schemas/progress.ts';
import type { Fate, PlacedItem, TrackedItem } from './open-work.ts';
import { placedItems } from './placed-items.ts';
import { isNotBefore, takenUpIn } from './taken-up.ts';

const known = new WeakMap<KnowledgeGraph, readonly TrackedItem[]>();

/**
 * Everything that entries leave open, or say is done, with what became of it; in the order of the graph, newest entry first. The first of these
 * rules that holds counts:
 *
 * 1. It is done where its own entry says so: a ticked box, `~~…~~`, `✅`, an answer below it.
 * 2. It is done where the same words are done in another entry from the same day or later, or are a completed item of a progress entry from
 *    then. The first of these is its answer.
 * 3. It is listed once: where the same words stand open in a newer entry too, there.
 * 4. It is taken up where another entry is about it (`taken-up.ts`).
 *
 * What is not dated is neither earlier nor later than anything. Nothing is left out: whoever lists items decides by their fate.
 */
export function trackedItems(graph: KnowledgeGraph): readonly TrackedItem[] {
  const found = known.get(graph) ?? track(graph);
  known.set(graph, found);
  return found;
}

function track(graph: KnowledgeGraph): TrackedItem[] {
  const placed = placedItems(graph);
  const sameWords = Map.groupBy(placed, ({ item }) => item.anchor);
  const completed = completedItems(graph);
  const takenUp = takenUpIn(graph);
  const earliest = new Map(Array.from(sameWords, ([anchor, group]) => [anchor, firstDate(group)]));
  const answers = new Map(Array.from(sameWords, ([anchor, group]) => [anchor, [...doneIn(group), ...(completed.get(anchor) ?? [])]]));
  const newest = new Map<string, PlacedItem | undefined>(
    Array.from(sameWords, ([anchor, group]) => [anchor, group.find(({ item, date }) => !item.done && date !== null)]),
  );

  const fateOf = (one: PlacedItem): Fate => {
    const { item, entry, date } = one;
    if (item.done) return { is: 'done', by: null };
    const answer = firstAnswer((answers.get(item.anchor) ?? []).filter((other) => other.id !== entry.id && isNotBefore(other.date, date)));
    if (answer !== null) return { is: 'done', by: answer.id };
    const again = date === null ? undefined : newest.get(item.anchor);
    if (again !== undefined && again !== one) return { is: 'repeated', by: again.entry.id };
    return takenUp(one) ?? { is: 'open' };
  };

  return placed.map((one) => {
    const first = earliest.get(one.item.anchor) ?? null;
    const since = first !== null && one.date !== null && first.slice(0, 10) < one.date.slice(0, 10) ? first : null;
    const superseding = (graph.backlinks.get(one.entry.id) ?? []).find(({ relation }) => relation === 'supersedes');
    return {
      ...one,
      since,
      ageDays: daysBetween(since ?? one.date, graph.content.asOf),
      fate: fateOf(one),
      supersededBy: superseding?.from ?? null,
    };
  });
}

interface Answer {
  readonly id: EntryId;
  readonly date: DateText | null;
}

function doneIn(group: readonly PlacedItem[]): Answer[] {
  return group.flatMap(({ item, entry, date }) => (item.done ? [{ id: entry.id, date }] : []));
}

function firstAnswer(answers: readonly Answer[]): Answer | null {
  return answers.reduce<Answer | null>(
    (first, answer) => (first !== null && (first.date ?? '') <= (answer.date ?? '') ? first : answer),
    null,
  );
}

/** The completed items of progress entries by the anchor that their words would have; newest entry first. */
function completedItems({ entries }: KnowledgeGraph): ReadonlyMap<string, readonly Answer[]> {
  const found = new Map<string, Answer[]>();
  for (const entry of entries) {
    for (const { title } of progressAccountOf(entry)?.items ?? []) {
      const anchor = openAnchor(title);
      const answers = found.get(anchor);
      if (answers) answers.push({ id: entry.id, date: entry.date });
      else found.set(anchor, [{ id: entry.id, date: entry.date }]);
    }
  }
  return found;
}

/** When the same words first stood open. */
function firstDate(group: readonly PlacedItem[]): DateText | null {
  return group.reduce<DateText | null>(
    (first, { item, date }) => (item.done || date === null || (first !== null && first <= date) ? first : date),
    null,
  );
}
