import { readFile, stat } from 'node:fs/promises';
import { Refusal } from './refusal.ts';

/**
 * The text of a file that is about to grow; empty where there is none. Refused is what is no file (reading a pipe would never end), and a file
 * that is not UTF-8: what is written again would not be byte for byte the same.
 *
 * @param path how the file is called in messages
 */
export async function existingText(file: string, path: string): Promise<string> {
  const found = await stat(file).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (found === null) return '';
  if (!found.isFile()) throw new Refusal(`"${path}" is no file`, 'Name another, or move away what is there.');
  const bytes = await readFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal(`"${path}" is not UTF-8 text`, 'Save it as UTF-8 first; "priors check" shows where the bytes are.');
  }
}

/** The line end that a text uses, as its last line has it; LF for a new one. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const last = text.lastIndexOf('\n');
  return last > 0 && text[last - 1] === '\r' ? '\r\n' : '\n';
}
