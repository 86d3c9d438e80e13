import { bodyData } from '#ingest/entries/body-data.ts';
import type { Entry } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';
import { makeEntry } from '../make-content.ts';

/** An entry with what its text, given line by line, leaves open. */
export function makeOpen(kind: Kind, path: string, ...lines: readonly string[]): Entry {
  return makeEntry(kind, path, { data: bodyData(kind, lines.join('\n'), 0).data });
}
