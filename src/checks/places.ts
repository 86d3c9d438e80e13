import type { Place } from '#diagnostics/diagnostic.ts';
import type { Entry } from '#schemas/entry.ts';

/** Where a frontmatter value of an entry stands (`tags.0`); the entry's first line where the value was inferred. */
export function placeOf(entry: Entry, key: string): Place {
  const place = Object.hasOwn(entry.places, key) ? entry.places[key] : undefined;
  return place ? { path: entry.path, ...place } : { path: entry.path, line: entry.line, column: 1 };
}
