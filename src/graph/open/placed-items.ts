import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import { eachOnce, openItem, openItemsOf, type OpenItem } from '#schemas/open-items.ts';
import { openSectionOf } from '#schemas/open-words.ts';
import type { EventField, RunLog } from '#schemas/run-log.ts';
import type { PlacedItem } from './open-work.ts';

/** The items of all entries, in the order of the graph: newest entry first; an experiment's with those of its run logs. */
export function placedItems(graph: KnowledgeGraph): PlacedItem[] {
  return graph.entries.flatMap((entry) => itemsOf(entry, graph.runLogs.get(entry.id) ?? []));
}

function itemsOf(entry: Entry, runLogs: readonly RunLog[]): PlacedItem[] {
  const sources: readonly Source[] = [{ path: entry.path, date: entry.date, items: openItemsOf(entry) }, ...runLogs.flatMap(loggedItems)];
  const placed = sources.flatMap(({ items, ...place }) => items.map((item) => ({ ...place, item })));
  // Of the same words in several logs of one experiment the first stands for all.
  const places = new Map(placed.toReversed().map((each) => [each.item.anchor, each]));
  return eachOnce(placed.map(({ item }) => item)).map((item) => {
    const { path, date } = places.get(item.anchor) ?? entry;
    return { id: `${entry.id}#${item.anchor}`, item, entry, path, date };
  });
}

interface Source {
  readonly path: string;
  readonly date: DateText | null;
  readonly items: readonly OpenItem[];
}

/** `Next Steps: …` of an event, and other fields whose name is that of such a section: each line is an item. */
function loggedItems({ path, events }: RunLog): Source[] {
  return events.flatMap(({ timestamp, fields }) => {
    const items = fields.flatMap(fieldItems);
    return items.length === 0 ? [] : [{ path, date: timestamp, items }];
  });
}

function fieldItems({ key, value, at, line, verbatim }: EventField): OpenItem[] {
  const section = openSectionOf(key.replaceAll('_', ' '));
  if (section === null) return [];
  return value.split('\n').flatMap((text, index) => {
    const [, indent = '', box, words = ''] = /^(\s*)(?:(?:[-*•+]|\d{1,4}[.)])\s+)?(\[[ xX]\]\s+)?(.*)$/s.exec(text) ?? [];
    // Further in it explains.
    if (index > 0 && indent.length > 3) return [];
    const done = section.done || /x/i.test(box ?? '');
    return openItem(section.sort, words, verbatim ? at.line + index : line, { done });
  });
}
