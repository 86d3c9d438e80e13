import type { ValuePlace } from '#schemas/entry.ts';
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
}

/**
 * Reads the text of an entry as its kind asks for: the account of a progress entry, the statements of a report, the reviewer's rating of an
 * idea; and of every kind what it leaves open. Frontmatter goes first wherever it states the same.
 *
 * @param lineOffset lines of the file before the text
 */
export function bodyData(kind: Kind, markdown: string, lineOffset: number): BodyData {
  switch (kind) {
    case 'progress': {
      const { account, open, data, places } = readProgress(markdown, lineOffset);
      return { data: { ...data, ...(account === null ? {} : { account }), ...openData(open) }, places };
    }
    case 'report': {
      const statements = readStatements(markdown, lineOffset);
      return { data: { ...(statements.length === 0 ? {} : { statements }), ...openDataIn(markdown, lineOffset) }, places: {} };
    }
    case 'idea': {
      const { data, places } = ratingIn(markdown, lineOffset);
      return { data: { ...data, ...openDataIn(markdown, lineOffset) }, places };
    }
    case 'log':
    case 'experiment':
    case 'journal':
    case 'page':
      return { data: openDataIn(markdown, lineOffset), places: {} };
    case 'paper':
      // Others wrote it: of their questions none is ours, of the boxes all are.
      return { data: openData(readOpenItems(bodyLines(markdown, lineOffset), true)), places: {} };
  }
}

/** What a text leaves open, as the key of an entry's data; no key where that is nothing. */
export function openDataIn(markdown: string, lineOffset: number): BodyData['data'] {
  return openData(readOpenItems(bodyLines(markdown, lineOffset)));
}

function openData(items: readonly OpenItem[]): BodyData['data'] {
  return items.length === 0 ? {} : { [openItemsKey]: items };
}

/** `Rating: 7/10` in an idea's feedback; without a scale only a number up to ten is one. */
function ratingIn(markdown: string, lineOffset: number): BodyData {
  for (const { text, line, is, headings } of bodyLines(markdown, lineOffset)) {
    const [, digits = ''] =
      /^(?:overall |final )?rating\s*[:=]\s*(\d{1,2}(?:\.\d{1,2})?)(?:\s*(?:\/|out of)\s*10)?(?![\d/.])/i.exec(text) ?? [];
    const rating = Number(digits);
    if (is === 'heading' || digits === '' || rating < 1 || rating > 10) continue;
    if (headings.some((heading) => /\b(?:feedback|review|critique|assessment)\b/i.test(heading)))
      return { data: { rating }, places: { rating: { line, column: 1, endColumn: 1 } } };
  }
  return { data: {}, places: {} };
}
