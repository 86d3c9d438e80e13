import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What is remembered of an imported file. */
const file = z.strictObject({
  /** Its path in the source. */
  from: z.string(),
  /** Its path in the workspace. */
  to: z.string(),
  /** Digests of the source's bytes, and of those that were written. */
  source: z.string(),
  written: z.string(),
});
export type ImportedFile = z.output<typeof file>;

const record = z.strictObject({ schema: z.literal(1), source: z.string(), files: z.array(file) });

/** Where the workspace remembers what came from a source: how a second import knows its own files from those of others. */
export function recordPath(source: string): string {
  return `imports/${source}.json`;
}

/** Sorted by path, without a date: the same import gives the same bytes. */
export function recordText(source: string, files: readonly ImportedFile[]): string {
  const sorted = files.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return `${JSON.stringify({ schema: 1, source, files: sorted }, null, 1)}\n`;
}

/** What a record says; null where it is none. */
export function readRecord(text: string): readonly ImportedFile[] | null {
  try {
    const read = record.safeParse(JSON.parse(text));
    return read.success ? read.data.files : null;
  } catch {
    return null;
  }
}

export function contentDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
