import { splitStem } from '#ingest/text/dates.ts';
import { stemOf } from '#ingest/text/slug.ts';
import { kindDescriptions } from '#schemas/kinds.ts';
import { z } from 'zod';
import type { ImportFile } from './import-source.ts';
import { kindOf } from './entry-bytes.ts';

/** A key that the source does not state as frontmatter, and the workspace will. */
export interface InferredKey {
  readonly key: string;
  readonly value: unknown;
  /** Where it was read, in words. */
  readonly from: string;
}

/** What a file's reading inferred, as frontmatter that its kind's schema accepts. A file of several entries has none: their headings say it. */
export function inferredKeys({ source, parsed }: ImportFile, isSections: boolean): InferredKey[] {
  const [entry] = parsed.entries;
  const kind = kindOf(parsed);
  if (entry === undefined || kind === null || isSections || parsed.kind === 'program') return [];
  const { schema } = kindDescriptions[kind];
  // `instanceof` knows nothing of the shape; what every object schema has is said here.
  const fields = schema instanceof z.ZodObject ? (schema.shape as Readonly<Record<string, z.core.$ZodType>>) : {};
  const hasFreeKeys = kind === 'page';
  return entry.inferred.flatMap((key) => {
    const value = asWritten(Object.hasOwn(entry.data, key) ? entry.data[key] : ownValue(entry, key));
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const fits = field === undefined ? hasFreeKeys : z.safeParse(field, value).success;
    const from = originOf(key, entry, source.path, source.text);
    // A page keeps its name, and with it this title.
    const isKept = hasFreeKeys && from === fileName;
    return fits && value !== undefined && !isKept ? [{ key, value, from }] : [];
  });
}

interface Named {
  readonly kind: ImportFile['parsed']['entries'][number]['kind'];
  readonly title: string;
  readonly date: string | null;
  readonly tags: readonly string[];
  readonly headings: readonly { readonly depth: number }[];
}

function ownValue({ title, date, tags }: Named, key: string): unknown {
  switch (key) {
    case 'title':
    case 'subject':
      return title;
    case 'date':
      return date ?? undefined;
    case 'tags':
      return tags.length > 0 ? tags : undefined;
    default:
      return undefined;
  }
}

/** Frontmatter is text (decision record 0001); numbers come from fields that were read as such. */
function asWritten(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

const fileName = "the file's name";

function originOf(key: string, entry: Named, path: string, text: string): string {
  const { date, key: name } = splitStem(stemOf(entry.kind, path));
  if (key === 'date') return date !== null && entry.date?.startsWith(date.slice(0, 10)) === true ? fileName : 'a line of the text';
  if (key !== 'title' && key !== 'subject') return 'the text';
  if (entry.title === name) return fileName;
  return /^\s{0,3}#\s|^=+\s*$/m.test(text) ? 'the first heading' : 'the text';
}
