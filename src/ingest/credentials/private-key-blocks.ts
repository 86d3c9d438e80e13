/** A private key in its textual encoding (RFC 7468; OpenSSH, PuTTY's and PGP's are alike): its first line, and what stands between that and its last. */
export interface PrivateKeyBlock {
  readonly marker: readonly [start: number, end: number];
  readonly content: readonly [start: number, end: number];
}

const beginning = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/g;
/** A key of 16,384 bits takes some 13,000 characters. */
const longest = 20_000;
/** Fewer letters of Base64 than any key has: an example, `…` between its two lines. */
const shortest = 40;
/** A line that goes on with a key whose last line is missing. */
const continued = /^[^A-Za-z0-9+/\n]{0,8}[A-Za-z0-9+/=]{16,}[^A-Za-z0-9+/\n]{0,8}$/;

/** The private keys in a text, in its order. One without an end reaches as far as its lines look like one. Linear: each is looked for before the next only. */
export function findPrivateKeyBlocks(text: string): PrivateKeyBlock[] {
  if (!text.includes('PRIVATE KEY')) return [];
  const markers = [...text.matchAll(beginning)];
  return markers.flatMap((marker, index) => {
    const start = marker.index + marker[0].length;
    const rest = text.slice(start, Math.min(start + longest, markers[index + 1]?.index ?? text.length));
    const content = rest.slice(0, lengthOfKey(rest));
    if ((content.match(/[A-Za-z0-9+/=]/g)?.length ?? 0) < shortest) return [];
    return { marker: [marker.index, start], content: [start, start + content.length] };
  });
}

/** @param rest what stands behind the first line's mark */
function lengthOfKey(rest: string): number {
  const end = rest.indexOf('-----END ');
  if (end >= 0) return end;
  let length = 0;
  for (const line of rest.split('\n')) {
    if (length > 0 && !continued.test(line.trimEnd())) break;
    length += line.length + 1;
  }
  return Math.min(length, rest.length);
}
