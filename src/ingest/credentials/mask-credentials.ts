import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { credentialShapes } from './credential-shapes.ts';
import type { SourceFile } from '#ingest/parsed-file.ts';
import { findPrivateKeyBlocks } from './private-key-blocks.ts';
import { findStatedSecrets } from './stated-secrets.ts';
import { textPlaces } from '#diagnostics/text-places.ts';

/** Text that looks like a credential. Offsets count UTF-16 code units. */
interface Credential {
  /** The words for it: `a GitHub token`. */
  readonly sort: string;
  /** Where it is reported. */
  readonly place: readonly [start: number, end: number];
  readonly secret: readonly [start: number, end: number];
}

export interface MaskedText {
  /** As long as the text, line by line: `•` stands for each character of a credential. */
  readonly text: string;
  /** One `credential` at each; none repeats any of its characters. */
  readonly problems: readonly Problem[];
}

/**
 * Hides what looks like a credential (contract "What may be published"). Linear in the text; masked text is left as it is.
 *
 * @param path only for the problems' places
 */
export function maskCredentials(path: string, text: string): MaskedText {
  const credentials = findCredentials(text);
  if (credentials.length === 0) return { text, problems: [] };
  const places = textPlaces(text);
  let masked = '';
  let from = 0;
  for (const { secret } of credentials) {
    masked += text.slice(from, secret[0]) + mask(text.slice(...secret));
    from = secret[1];
  }
  return {
    text: masked + text.slice(from),
    problems: credentials.map(({ sort, place }) => problem('credential', { path, ...places.placeOf(...place) }, { sort })),
  };
}

/** A file as it may be parsed for a site: neither the cache nor a page, an index or a message ever holds a credential of it. */
export function withoutCredentials(source: SourceFile): SourceFile {
  const { text, problems } = maskCredentials(source.path, source.text);
  return problems.length === 0 ? source : { ...source, text, problems: [...source.problems, ...problems] };
}

/** Everything that any shape must hold, looked for at once: most files have nothing of it. */
const literals = new RegExp(
  [...new Set(credentialShapes.flatMap(({ holds }) => holds))].map((literal) => literal.replace(/[.:/]/g, '\\$&')).join('|'),
  'g',
);

/** In the order of the text, none within another. */
function findCredentials(text: string): Credential[] {
  const found: Credential[] = findPrivateKeyBlocks(text).map(({ marker, content }) => ({
    sort: 'a private key',
    place: marker,
    secret: content,
  }));
  const present = new Set<string>(text.match(literals));
  for (const { sort, holds, pattern, accept } of credentialShapes) {
    if (!holds.some((literal) => present.has(literal))) continue;
    for (const match of text.matchAll(pattern)) {
      const secret = match.indices?.groups?.['secret'];
      if (secret !== undefined && accept(text.slice(...secret), match[0])) found.push({ sort, place: secret, secret });
    }
  }
  for (const { sort, start, end } of findStatedSecrets(text)) found.push({ sort, place: [start, end], secret: [start, end] });
  return withoutOverlaps(found);
}

/** Of several that share characters the first is reported, and all are masked. */
function withoutOverlaps(found: readonly Credential[]): Credential[] {
  const apart: Credential[] = [];
  // Sorting is stable: at the same place the more specific sort, which was found first, stays first.
  for (const credential of found.toSorted((a, b) => a.secret[0] - b.secret[0])) {
    const last = apart.at(-1);
    if (last === undefined || credential.secret[0] >= last.secret[1]) apart.push(credential);
    else apart[apart.length - 1] = { ...last, secret: [last.secret[0], Math.max(last.secret[1], credential.secret[1])] };
  }
  return apart;
}

/** Escaped line ends, quotes and other signs stay, so that JSON and YAML around a private key stay what they are. */
function mask(secret: string): string {
  return secret.includes('\n') || secret.includes('\\n')
    ? secret.replace(/\\[nr]|[A-Za-z0-9+/=]/g, (match) => (match.length === 2 ? match : '•'))
    : '•'.repeat(secret.length);
}
