import { createHash } from 'node:crypto';

/** Raise it whenever the same bytes would be parsed or rendered differently: everything cached before is then parsed again. */
export const parserVersion = '17';

/** The digest of one file: of its path, its bytes and the parser's version, which is all that parsing depends on (design, decision 3). */
export function digestOf(path: string, bytes: Uint8Array): string {
  return createHash('sha256').update(`${parserVersion}\0${path}\0`).update(bytes).digest('hex').slice(0, 32);
}

/** Six hex digits (or as many as asked for) that stand for a path where its slug alone would not be unique (contract "Identity"). */
export function pathHash(path: string, digits = 6): string {
  return createHash('sha256').update(path.normalize('NFC')).digest('hex').slice(0, digits);
}
