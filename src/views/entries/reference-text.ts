/** A reference in words, and what of it can be followed. */
export interface ReferenceText {
  /** As written; of a group of keys, its values in words. */
  readonly text: string;
  /** An address in it, or null. */
  readonly address: string | null;
}

/**
 * A reference of a log for readers. Some programs write a group of keys where a text belongs: as JSON, or as Python prints it
 * (`{'title': 'A', 'url': 'https://…'}`). Such a group is read as the text it is, never evaluated: its title comes first, then everything else it
 * says. An arXiv id anywhere in a reference is an address (`arXiv:2512.24880`).
 */
export function referenceText(written: string): ReferenceText {
  const pairs = readPairs(written);
  const text = pairs === null ? written.replace(/^`([^`]+)`$/, '$1') : inWords(pairs);
  const link = /^\[([^\]]+)\]\((https?:\/\/[^\s()]+)\)$/.exec(text);
  if (link !== null) return { text: link[1] ?? text, address: link[2] ?? null };
  const identifier = /\barxiv[:\s]\s?(\d{4}\.\d{4,5})(?:v\d+)?/i.exec(text)?.[1];
  const url = /https?:\/\/[^\s<>"'()[\]]+/.exec(text)?.[0];
  return { text, address: url ?? (identifier === undefined ? null : `https://arxiv.org/abs/${identifier}`) };
}

type Pairs = readonly (readonly [key: string, value: string])[];

const titleKeys = ['title', 'name'];
const addressKeys = ['url', 'link', 'doi', 'arxiv'];

function inWords(pairs: Pairs): string {
  const title = pairs.find(([key]) => titleKeys.includes(key.toLowerCase()));
  const rest = pairs.filter((pair) => pair !== title && pair[1] !== '');
  const others = rest.map(([key, value]) => (addressKeys.includes(key.toLowerCase()) ? value : `${key}: ${value}`));
  return [...(title === undefined ? [] : [title[1]]), ...others].join(' · ');
}

/** A quoted text, a plain word or number, or a mark. */
const token = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([\w.+-]+)|([{}:,]))/y;
const longestGroup = 5_000;

/** The keys of a group that holds only texts and words; null for anything else, which then stays as it is written. */
function readPairs(written: string): Pairs | null {
  if (!written.startsWith('{') || !written.endsWith('}') || written.length > longestGroup) return null;
  const tokens: string[] = [];
  let marks = '';
  token.lastIndex = 0;
  for (let match = token.exec(written); match !== null; match = token.exec(written)) {
    const [, single, double, word, mark] = match;
    const value = single ?? double ?? word;
    if (value !== undefined) tokens.push(word === undefined ? unescaped(value) : value);
    marks += mark ?? 'v';
    if (token.lastIndex >= written.length) break;
  }
  if (!/^\{v:v(?:,v:v)*,?\}$/.test(marks)) return null;
  return Array.from({ length: tokens.length / 2 }, (_, index) => [tokens[index * 2] ?? '', tokens[index * 2 + 1] ?? ''] as const);
}

/** Line breaks are white space here; any other escape is the character itself. */
function unescaped(quoted: string): string {
  return quoted.replace(/\\(u[\da-f]{4}|.)/gis, (_, escape: string) =>
    escape.length > 1 ? String.fromCharCode(Number.parseInt(escape.slice(1), 16)) : /[nrt]/.test(escape) ? ' ' : escape,
  );
}
