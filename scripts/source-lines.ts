import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '#ingest/reading/decode-text.ts';
import { maskCredentials } from '#ingest/credentials/mask-credentials.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';

/**
 * Reads lines of a workspace's files for reports. Each file is read at most once, decoded as ingest does, so that columns fit, and without its
 * credentials, since reports stand in the logs of public machines; null where a file cannot be read (any more) or has no such line.
 */
export function createLineReader(root: string): (path: string, line: number) => string | null {
  const files = new Map<string, readonly string[]>();
  return (path, line) => {
    const lines = files.get(path) ?? readLines(root, path);
    files.set(path, lines);
    return lines[line - 1] ?? null;
  };
}

function readLines(root: string, path: string): readonly string[] {
  // The place of a problem of the workspace as a whole.
  if (path === '.') return [];
  try {
    const { text } = decodeText(path, readFileSync(join(root, path)));
    return sourceLines(maskCredentials(path, text).text).map((line) => line.text);
  } catch {
    // What could not be read has a diagnostic of its own.
    return [];
  }
}
