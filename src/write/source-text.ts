import { decodeText } from '#ingest/reading/decode-text.ts';
import { digestOf } from '#ingest/digest.ts';
import type { SourceFile } from '#ingest/parsed-file.ts';

/** A text that is about to be written, as the parser would read it from disk: what is no UTF-8 text in it is among the problems. */
export function sourceFromText(path: string, text: string): SourceFile {
  const bytes = Buffer.from(text);
  return { path, ...decodeText(path, bytes), digest: digestOf(path, bytes) };
}
