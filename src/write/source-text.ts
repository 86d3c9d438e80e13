import { digestOf } from '#ingest/digest.ts';
import type { SourceFile } from '#ingest/parsed-file.ts';

/** A text that is about to be written, as the parser would read it from disk. */
export function sourceFromText(path: string, text: string): SourceFile {
  return { path, text: text.replace(/^\uFEFF/, ''), digest: digestOf(path, Buffer.from(text)), problems: [] };
}
