import type { Entry } from '#schemas/entry.ts';

/** Finds the paper that a text names: an arXiv id, a DOI, or the address of either or of any other page that a paper states as its own. */
export type PaperIndex = (text: string) => Entry | null;

/** The paper that a reference names, which may be a sentence: `Vaswani et al., arXiv:1706.03762`. */
export function findPaper(papers: PaperIndex, text: string): Entry | null {
  const named = /\barxiv:\s?[\w./-]{4,40}/i.exec(text)?.[0].replace(/[./-]+$/, '');
  const address = /https?:\/\/[^\s<>"'()[\]]{1,500}/.exec(text)?.[0].replace(/[.,;:]+$/, '');
  return papers(text) ?? (named === undefined ? null : papers(named)) ?? (address === undefined ? null : papers(address));
}

/**
 * Reads what all papers say they are (`arxiv`, `url`). An identifier that two papers claim stands for neither. Versions of an arXiv id are the
 * same paper, and so are its pages at arxiv.org and huggingface.co.
 */
export function indexPapers(entries: readonly Entry[]): PaperIndex {
  const papers = new Map<string, Entry | null>();
  for (const entry of entries) {
    if (entry.kind !== 'paper') continue;
    const keys = ['arxiv', 'url'].flatMap((key) => {
      const value = Object.hasOwn(entry.data, key) ? entry.data[key] : undefined;
      return typeof value === 'string' ? (paperKey(key === 'arxiv' ? `arXiv:${value.replace(/^arxiv:\s*/i, '')}` : value) ?? []) : [];
    });
    for (const key of new Set(keys)) papers.set(key, papers.has(key) ? null : entry);
  }
  return (text) => papers.get(paperKey(text) ?? '') ?? null;
}

const arxivId = String.raw`(?<arxiv>\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,2})?`;
const arxiv = new RegExp(
  String.raw`^(?:arxiv:\s?|https?:\/\/(?:(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)|(?:www\.)?huggingface\.co\/papers)\/)${arxivId}(?:\.pdf)?(?:[?#/].*)?$`,
  'i',
);
const doi = /^(?:doi:\s?|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/\S{1,200})$/i;

/** What a text names, so that all spellings of it are the same; null for anything but an identifier or an address. */
function paperKey(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > 500) return null;
  const id = arxiv.exec(trimmed)?.groups?.['arxiv'] ?? /^(\d{4}\.\d{4,5})(?:v\d{1,2})?$/.exec(trimmed)?.[1];
  if (id !== undefined) return `arxiv:${id.toLowerCase()}`;
  const name = doi.exec(trimmed)?.[1];
  if (name !== undefined) return `doi:${name.toLowerCase()}`;
  if (!/^https?:\/\/\S+$/i.test(trimmed)) return null;
  return trimmed
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');
}
