import { mostListed } from '#schemas/knowledge-changes.ts';

/** As many items as a list of the JSON may hold. */
export function listed<Item>(items: readonly Item[]): Item[] {
  return items.slice(0, mostListed);
}

/** So many UTF-16 code units at most, as the schema counts them; no surrogate is left alone. */
export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
