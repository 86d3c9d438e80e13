import type { Mention } from '#schemas/entry.ts';

/** A mention in a text: `written` is the stretch that stands at `index`, `text` what it is called. */
export interface FoundMention {
  readonly kind: Mention['kind'];
  readonly text: string;
  readonly written: string;
  readonly index: number;
}

// Not inside a longer word, path, UUID or number.
const before = '(?<![\\p{L}\\p{N}_/.#@=+-])';
const after = '(?![\\p{L}\\p{N}_]|[-./@][\\p{L}\\p{N}])';
const commit = `${before}(?<commit>[0-9a-f]{7,40})${after}`;
const numericCommit = '(?<=\\bcommits?:?\\s{1,3})(?<numeric>[0-9]{7,40})' + after;
const arxivId = '(?:\\d{4}\\.\\d{4,5}|[a-z-]{2,20}(?:\\.[a-z]{2})?/\\d{7})(?:v\\d{1,2})?';
const arxiv = `${before}arxiv:\\s?(?<arxiv>${arxivId})${after}`;
const doi = `${before}(?:doi:\\s?)?(?<doi>10\\.\\d{4,9}/[^\\s"<>\\[\\]{}|]{1,200})`;

const inText = new RegExp([arxiv, doi, numericCommit, commit].join('|'), 'giu');
const commitInCode = new RegExp(commit, 'gu');

/**
 * Commits and papers in a stretch of prose. A commit is 7 to 40 hex digits with at least one digit and one letter, or all
 * digits behind the word "commit"; a paper is an arXiv id or a DOI.
 */
export function findInText(text: string): FoundMention[] {
  return Array.from(text.matchAll(inText), (match): FoundMention | null => {
    const { index, groups = {} } = match;
    const written = match[0];
    if (groups['arxiv'] !== undefined) return { kind: 'paper', text: `arXiv:${groups['arxiv']}`, written, index };
    if (groups['doi'] !== undefined) {
      const trimmed = trimDoi(written);
      return { kind: 'paper', text: `doi:${trimDoi(groups['doi'])}`, written: trimmed, index };
    }
    if (groups['numeric'] !== undefined) return { kind: 'commit', text: written, written, index };
    return isCommit(written) ? { kind: 'commit', text: written, written, index } : null;
  }).filter((mention) => mention !== null);
}

/** Commits in code: as in prose, and the code may be nothing but digits as long as they are no date or round number. */
export function findInCode(code: string): FoundMention[] {
  if (/^\d{7,40}$/u.test(code)) return isDateOrRound(code) ? [] : [{ kind: 'commit', text: code, written: code, index: 0 }];
  return Array.from(code.matchAll(commitInCode), ({ 0: written, index }): FoundMention => ({
    kind: 'commit',
    text: written,
    written,
    index,
  })).filter(({ text }) => isCommit(text));
}

const paperUrl = new RegExp(
  `^https?://(?:(?:www\\.|export\\.)?arxiv\\.org/(?:abs|pdf|html)/|(?:www\\.)?huggingface\\.co/papers/)(?<arxiv>${arxivId})|^https?://(?:dx\\.)?doi\\.org/(?<doi>10\\.\\d{4,9}/[^\\s?#]{1,200})`,
  'iu',
);

/** The paper that a URL leads to, `arXiv:…` or `doi:…`, or null. */
export function paperOfUrl(url: string): string | null {
  const groups = paperUrl.exec(url)?.groups;
  if (groups?.['arxiv'] !== undefined) return `arXiv:${groups['arxiv']}`;
  return groups?.['doi'] === undefined ? null : `doi:${trimDoi(groups['doi'])}`;
}

function isCommit(text: string): boolean {
  return /\d/u.test(text) && /[a-f]/u.test(text) && !/[A-F]/u.test(text);
}

function isDateOrRound(digits: string): boolean {
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$/u.test(digits) || digits.endsWith('000');
}

/** A DOI may hold brackets and stops, but the ones at its end belong to the sentence. */
function trimDoi(text: string): string {
  let end = text.length;
  while (end > 0) {
    const last = text.charAt(end - 1);
    const closesOwn = last === ')' && text.slice(0, end).split('(').length >= text.slice(0, end).split(')').length;
    if (!/[.,;:!?'")*_]/u.test(last) || closesOwn) break;
    end -= 1;
  }
  return text.slice(0, end);
}
