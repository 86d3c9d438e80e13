import type { Entry, EntryId } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import type { OpenItem } from '#schemas/open-items.ts';

/** `<entry id>#o-<8 hex>`: an item of an entry, which other entries may link to. */
export type OpenItemId = `${EntryId}#${string}`;

/** What became of an item. */
export type Fate =
  | { readonly is: 'open' }
  /** `by` is the entry that says so; null where the item's own does. */
  | { readonly is: 'done'; readonly by: EntryId | null }
  /** Another entry is about it: `words` are those of the item that it rests on, none where the entry links to the item itself. */
  | { readonly is: 'taken up'; readonly by: EntryId; readonly words: readonly string[] }
  /** It stands open again in a later entry, where it is listed. */
  | { readonly is: 'repeated'; readonly by: EntryId };

/** Where an item stands. */
export interface PlacedItem {
  readonly id: OpenItemId;
  readonly item: OpenItem;
  readonly entry: Entry;
  /** The file of the line: the entry's, or the run log of an experiment. */
  readonly path: string;
  /** Of the event in a run log, else of the entry; null where none is stated. */
  readonly date: DateText | null;
}

/** An open item of the workspace, and what became of it. */
export interface TrackedItem extends PlacedItem {
  /** When the same words first stood open; null where that is the item's own date, or unknown. */
  readonly since: DateText | null;
  /** Whole days from `since`, or from its date, to `asOf`; null where one of both is not stated, or the item is from later. */
  readonly ageDays: number | null;
  readonly fate: Fate;
  /** The entry that replaces the item's. */
  readonly supersededBy: EntryId | null;
}
