import type { ValuePlace } from '#schemas/entry.ts';
import { findingAnchor } from '#schemas/finding-text.ts';
import type { Kind } from '#schemas/kinds.ts';
import { openItemsKey, type OpenItem } from '#schemas/open-items.ts';
import { bodyLines } from './body-lines.ts';
import { readProgress } from '#ingest/journals/parse-progress.ts';
import { readOpenItems } from './parse-open-items.ts';
import { readStatements } from './parse-statements.ts';

/** What the text of an entry says that its frontmatter may also say, or that only its text can say. */
export interface BodyData {
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the values stand that frontmatter could have stated. */
  readonly places: Readonly<Record<string, ValuePlace>>;
  /** By line of the file: the `id` that what is said there has on the entry's page. */
  readonly anchors: ReadonlyMap<number, string>;
}

const nothingRead: BodyData = { data: {}, places: {}, anchors: new Map() };

/**
 * Reads the text of an entry as its kind asks for: the account of a progress entry, the statements of a report or journal entry, the
 * reviewer's rating of an idea; and of every kind what it leaves open. Frontmatter goes first wherever it states the same.
 *
 * @param lineOffset lines of the file before the text
 */
export function bodyData(kind: Kind, markdown: string, lineOffset: number): BodyData {
  switch (kind) {
    case 'progress': {
      const { account, open, data, places } = readProgress(markdown, lineOffset);
      return withOpenItems({ ...nothingRead, data: account === null ? data : { ...data, account }, places }, open);
    }
    case 'report':
    case 'journal': {
      const statements = readStatements(markdown, lineOffset);
      const anchors = new Map(statements.map(({ line, text }) => [line, findingAnchor(text)]));
      return withOpenItems({ ...nothingRead, data: statements.length === 0 ? {} : { statements }, anchors }, openIn(markdown, lineOffset));
    }
    case 'idea':
      return withOpenItems(ratingIn(markdown, lineOffset), openIn(markdown, lineOffset));
    case 'log':
    case 'experiment':
    case 'page':
      return withOpenItems(nothingRead, openIn(markdown, lineOffset));
    case 'paper':
      // Others wrote it: none of its questions is ours, and all of its boxes are.
      return withOpenItems(nothingRead, readOpenItems(bodyLines(markdown, lineOffset), true));
  }
}

function openIn(markdown: string, lineOffset: number): OpenItem[] {
  return readOpenItems(bodyLines(markdown, lineOffset));
}

/** A line has one `id`: where it is a finding's, the page has no place for an item. */
function withOpenItems(read: BodyData, open: readonly OpenItem[]): BodyData {
  if (open.length === 0) return read;
  const items = open.map((item) => (read.anchors.has(item.line) ? { ...item, onPage: false } : item));
  const anchors = items.flatMap(({ onPage, line, anchor }) => (onPage ? [[line, anchor] as const] : []));
  return { ...read, data: { ...read.data, [openItemsKey]: items }, anchors: new Map([...read.anchors, ...anchors]) };
}

/** `Rating: 7/10` in an idea's feedback; without a scale only a number up to ten is one. */
function ratingIn(markdown: string, lineOffset: number): BodyData {
  for (const { text, line, is, headings } of bodyLines(markdown, lineOffset)) {
    const [, digits = ''] =
      /^(?:overall |final )?rating\s*[:=]\s*(\d{1,2}(?:\.\d{1,2})?)(?:\s*(?:\/|out of)\s*10)?(?![\d/.])/i.exec(text) ?? [];
    const rating = Number(digits);
    if (is === 'heading' || digits === '' || rating < 1 || rating > 10) continue;
    if (headings.some((heading) => /\b(?:feedback|review|critique|assessment)\b/i.test(heading)))
      return { ...nothingRead, data: { rating }, places: { rating: { line, column: 1, endColumn: 1 } } };
  }
  return nothingRead;
}
