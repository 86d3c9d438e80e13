import { findDate } from '#ingest/text/dates.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';

/** What a paper's file says of the paper besides its frontmatter; only what could be told. */
export interface InferredPaper {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly year?: string;
  readonly url?: string;
  readonly arxiv?: string;
}

/** Further down, a name or an identifier is one that the paper cites. */
const linesToRead = 40;
const longestLine = 2000;

/**
 * Reads a paper's own title, authors, year and identifier off its first lines and its file's name (formats.md, "paper"): labelled lines such as
 * `**Authors:** …`, `Source: https://arxiv.org/abs/…` and `Title: …`, the stamp that arXiv prints (`arXiv:2512.24880v1 [cs.LG] 31 Dec 2025`), a line of
 * names right below the title; `2512.24880.md` and `vaswani2017_attention.md`. Takes no identifier from running text, which mostly cites.
 *
 * @param stem the file's name without its ending
 * @param body the text behind the frontmatter
 */
export function inferPaper(stem: string, body: string): InferredPaper {
  const lines = sourceLines(body.slice(0, linesToRead * longestLine))
    .slice(0, linesToRead)
    .map(({ text }) => text.slice(0, longestLine).trim());
  const labelled = labelledIn(lines);
  const stamp = lines
    .map((line) => /\barXiv:(\S{4,20})\s+\[[\w.-]+\]\s+\d{1,2} \w{3,9} (\d{4})\b/.exec(line))
    .find((match) => match !== null);
  const stated = [...sources, 'arxiv', 'arxiv id'].map((label) => arxivIdIn(labelled.get(label) ?? '')).find((id) => id !== null);
  const arxiv = stated ?? (stamp?.[1] === undefined ? null : arxivIdIn(stamp[1])) ?? arxivIdOfName(stem);
  const date = dates.map((label) => yearIn(labelled.get(label) ?? '')).find((year) => year !== null);
  const key = /^(\p{L}{2,30})((?:19|20)\d{2})(?=$|[-_ ])/u.exec(stem);
  const year = date ?? stamp?.[2] ?? yearOfArxiv(arxiv) ?? key?.[2] ?? /(?<![^-_ ])(?:19|20)\d{2}(?![^-_ ])/.exec(stem)?.[0];
  const names = labelled.get('authors') ?? labelled.get('author') ?? labelled.get('author(s)');
  const authors = names === undefined ? namesBelowTitle(lines) : namesIn(names);
  const url = sources.map((label) => /https?:\/\/[^\s<>)\]]+/.exec(labelled.get(label) ?? '')?.[0]).find((found) => found !== undefined);
  const title = labelled.get('title');
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors.length > 0 ? { authors } : key?.[1] === undefined ? {} : { authors: [capitalized(key[1])] }),
    ...(year === undefined ? {} : { year }),
    ...(url === undefined ? {} : { url }),
    ...(arxiv === null ? {} : { arxiv }),
  };
}

const sources = ['url source', 'source', 'url', 'link', 'paper'] as const;
const dates = ['year', 'published', 'published time', 'publication date', 'date'] as const;

/** An arXiv identifier or the address of one, and nothing else: `2512.24880v2` → `2512.24880`. */
export function arxivIdIn(text: string): string | null {
  const match =
    /^\W{0,3}(?:https?:\/\/(?:www\.|export\.)?(?:arxiv\.org\/(?:abs|pdf|html)|huggingface\.co\/papers)\/|arxiv:\s?)?(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,2})?(?:\.pdf)?(?![\w.]*\w)/i.exec(
      text.trim(),
    );
  return match?.[1]?.toLowerCase() ?? null;
}

/** `2512.24880`, `2512.24880v2_mhc`, `arxiv_2311_03658_linear`: an identifier is a month of a year and a number. */
function arxivIdOfName(stem: string): string | null {
  const match =
    /^(?:arxiv[-_. ]?)?(\d{2}(?:0[1-9]|1[0-2]))\.(\d{4,5})(?!\d)/i.exec(stem) ??
    /^arxiv[-_. ](\d{2}(?:0[1-9]|1[0-2]))[-_](\d{4,5})(?!\d)/i.exec(stem);
  return match === null ? null : `${match[1] ?? ''}.${match[2] ?? ''}`;
}

/** An identifier of this form begins with the year and month in which it was given: they begin with 0704. */
function yearOfArxiv(arxiv: string | null): string | undefined {
  const digits = /^(\d{2})\d{2}\./.exec(arxiv ?? '')?.[1];
  return digits === undefined ? undefined : `20${digits}`;
}

function yearIn(value: string): string | null {
  const found = findDate(value);
  if (found?.real === true) return found.date.slice(0, 4);
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(value)?.[0] ?? null;
}

/** `Label: value` lines of the first lines, marks of emphasis and of lists aside; the first of each label, in lower case. */
function labelledIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const labelled = new Map<string, string>();
  for (const line of lines) {
    const plain = line
      .replaceAll('**', '')
      .replaceAll('__', '')
      .replace(/^[-*+]\s+/, '');
    const colon = plain.indexOf(':');
    const label = plain.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = plain.slice(colon + 1).trim();
    if (label !== '' && label.length <= 20 && value !== '' && !labelled.has(label)) labelled.set(label, value);
  }
  return labelled;
}

function namesIn(value: string): string[] {
  const names = value.replace(/\bet al\.?$/i, '').split(/\s*[,;·•|]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/);
  return names.map((name) => name.replace(marks, '').trim()).filter((name) => name !== '');
}

/** Signs of affiliation and footnotes at a name. */
const marks = /[∗*†‡§¶✉\d¹²³⁴⁵⁶⁷⁸⁹⁰^{}$\\]+/g;

/** The first line below the title, if it is a list of at least two names and nothing else. */
function namesBelowTitle(lines: readonly string[]): string[] {
  const heading = lines.findIndex((line) => /^(?:#\s+|title:\s*)\S/i.test(line));
  const below = heading < 0 ? undefined : lines.slice(heading + 1).find((line) => line !== '');
  if (below === undefined || below.length > 600) return [];
  const names = namesIn(below.replaceAll('**', '').replaceAll('_', ' '));
  const isName = (name: string): boolean =>
    /^\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:van|von|de|der|den|da|di|del|la|le|al|bin|ibn) )*\p{Lu}[\p{L}\p{M}'’.-]*){1,4}$/u.test(name);
  return names.length >= 2 && names.every(isName) ? names : [];
}

function capitalized(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
