import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import { matchEntries, type EntryPair, type Likeness } from './match-entries.ts';
import type { KnowledgeState } from './state.ts';
import { wordChanges, type WordChanges } from './word-changes.ts';

export type EntryChange =
  | { readonly change: 'added'; readonly after: Entry }
  | { readonly change: 'removed'; readonly before: Entry }
  /** Its text, or files that are part of it, became others. */
  | { readonly change: 'changed'; readonly before: Entry; readonly after: Entry; readonly words: WordChanges }
  /** Its file was renamed or moved, perhaps changed on the way. */
  | { readonly change: 'renamed'; readonly before: Entry; readonly after: Entry; readonly words: WordChanges };

/** What becomes of entries. */
export const deeds = ['added', 'changed', 'renamed', 'removed'] as const;

export interface EntryChanges {
  /** Added, changed, renamed and removed ones after each other, of each the newest first. */
  readonly changes: readonly EntryChange[];
  /** By the id an entry has now: the entry as it was. */
  readonly before: ReadonlyMap<EntryId, Entry>;
}

/** @param renames by the path before: the path after */
export function entryChanges(before: KnowledgeState, after: KnowledgeState, renames: ReadonlyMap<string, string>): EntryChanges {
  const textBefore = ({ id }: Entry): string => before.texts.get(id) ?? '';
  const textAfter = ({ id }: Entry): string => after.texts.get(id) ?? '';
  const pairs = matchEntries(before.graph.entries, after.graph.entries, renames, (old, entry) =>
    likenessOf(textBefore(old), textAfter(entry)),
  );
  const known = new Map(
    pairs.flatMap((pair) => (pair.before === null || pair.after === null ? [] : [[pair.after.id, pair.before] as const])),
  );
  const changes = pairs.flatMap((pair): EntryChange[] => {
    if (pair.before === null) return [{ change: 'added', after: pair.after }];
    if (pair.after === null) return [{ change: 'removed', before: pair.before }];
    return changeOf(pair, [textBefore(pair.before), textAfter(pair.after)], before.graph, after.graph);
  });
  const order = Map.groupBy(changes, ({ change }) => change);
  return { changes: deeds.flatMap((deed) => order.get(deed) ?? []), before: known };
}

/** A heading may be corrected, and the entry is the same. */
function likenessOf(before: string, after: string): Likeness {
  if (before === '') return 'different';
  if (before === after) return 'same';
  const below = (text: string): string => text.slice(text.indexOf('\n') + 1).trim();
  return below(before) !== '' && below(before) === below(after) ? 'same but for the heading' : 'different';
}

function changeOf(
  { before, after }: Extract<EntryPair, { before: Entry; after: Entry }>,
  [old, now]: readonly [string, string],
  graphBefore: KnowledgeGraph,
  graphAfter: KnowledgeGraph,
): EntryChange[] {
  const isChanged = old !== now || partsOf(before, graphBefore) !== partsOf(after, graphAfter);
  const isRenamed = isOtherPlace(before.path, after.path) || (!isChanged && before.id !== after.id);
  if (!isRenamed && !isChanged) return [];
  return [{ change: isRenamed ? 'renamed' : 'changed', before, after, words: wordChanges(old, now) }];
}

/** An experiment that gains or loses its summary stays where it is. */
function isOtherPlace(before: string, after: string): boolean {
  return before !== after && !before.startsWith(`${after}/`) && !after.startsWith(`${before}/`);
}

/** Files that are part of an entry without being its text: those shown below it, its run logs, its argument maps. */
function partsOf({ id, attached = [] }: Entry, { runLogs, argumentMaps }: KnowledgeGraph): string {
  const logs = runLogs.get(id) ?? [];
  const maps = argumentMaps.get(id) ?? [];
  if (attached.length + logs.length + maps.length === 0) return '';
  return JSON.stringify([attached.map(({ digest }) => digest), logs.map(({ events }) => events), maps.map(({ digest }) => digest)]);
}
