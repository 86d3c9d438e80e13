import { withoutMarkup } from '#schemas/finding-text.ts';
import type { Statement } from '#schemas/statement.ts';
import { bodyLines, type BodyLine } from './body-lines.ts';

type Sort = Statement['sort'];

/** A statement that may still go on. */
interface Open {
  /** Null for text that nothing marks: its lines begin nothing either. */
  readonly sort: Sort | null;
  readonly source: string | null;
  readonly isItem: boolean;
  /** Of a table only the names of its columns and its first row are a text. */
  readonly isTable: boolean;
  readonly line: number;
  lastLine: number;
  readonly texts: string[];
}

/** A mark that stands alone (`Observations:`) and holds for the items or the lines below it. */
interface Label {
  readonly sort: Sort;
  readonly source: string | null;
  /** Of an item, its own; -1 for a line of text. */
  readonly indent: number;
}

/**
 * The statements of a text that are marked as observation, inference or claim (formats.md, "report"): by the section they stand in, or by a leading
 * `Observation:`. In a section each item of a list, each paragraph and each table is one; what stands below an item belongs to it. Never throws,
 * linear in the text.
 */
export function readStatements(markdown: string, lineOffset: number): Statement[] {
  const all: Open[] = [];
  let open: Open | null = null;
  let label: Label | null = null;
  let isAfterBlank = false;
  for (const line of bodyLines(markdown, lineOffset)) {
    const words = line.text.replace(/^(?:>\s?)+/u, '').trim();
    if (line.is === 'heading' || isRule(words)) {
      open = null;
      if (line.is === 'heading') label = null;
      isAfterBlank = true;
      continue;
    }
    if (line.is === 'blank' || words === '') {
      isAfterBlank = true;
      continue;
    }
    if (label !== null && endsLabel(line, label, isAfterBlank)) label = null;
    const mark = markOf(words);
    if (mark?.rest === '') {
      label = { sort: mark.sort, source: mark.source, indent: line.is === 'item' ? line.indent : -1 };
      open = null;
    } else if (open === null || mark !== null || begins(line, open, label, isAfterBlank)) {
      const { sort, source } = mark ?? label ?? { sort: sortOfSection(line), source: null };
      const isTable = words.startsWith('|');
      open = { sort, source, isItem: line.is === 'item', isTable, line: line.line, lastLine: line.line, texts: [mark?.rest ?? words] };
      if (sort !== null) all.push(open);
    } else {
      open.lastLine = line.line;
      open.texts.push(words);
    }
    isAfterBlank = false;
  }
  return all.flatMap(statementOf);
}

/** A line without a word: `---`. */
function isRule(words: string): boolean {
  return words !== '' && !words.startsWith('|') && !/[\p{L}\p{N}]/u.test(words);
}

function endsLabel({ is, indent }: BodyLine, label: Label, isAfterBlank: boolean): boolean {
  if (is === 'item') return label.indent >= 0 && indent <= label.indent;
  return isAfterBlank && indent < 2;
}

/** Whether a line is no part of what is open. */
function begins({ is, indent }: BodyLine, open: Open, label: Label | null, isAfterBlank: boolean): boolean {
  if (is === 'item') return indent < (label === null || label.indent < 0 ? 2 : label.indent + 4);
  return isAfterBlank && !(open.isItem && indent >= 2);
}

function statementOf({ sort, source, isTable, line, lastLine, texts }: Open): Statement[] {
  if (sort === null) return [];
  const written = texts.join(' ');
  const text = isTable ? tableText(texts) : withoutMarkup(written);
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const addresses = written.match(/https?:\/\/[^\s<>"'()[\]`]{1,1000}/giu) ?? [];
  return [{ sort, text, line, lastLine, source, addresses: [...new Set(addresses.map((address) => address.replace(/[.,;:!?*_]$/u, '')))] }];
}

/** In characters, of the first row of a table: enough to tell it from others of the same columns. */
const longestRow = 200;

function tableText([header = '', ...rows]: readonly string[]): string {
  const names = cellsOf(header);
  const first = Array.from(cellsOf(rows.find((row) => !isDelimiter(row)) ?? ''))
    .slice(0, longestRow)
    .join('');
  return names === '' ? '' : `Table: ${names}${first === '' ? '' : `; ${first}`}`;
}

/** `| --- | :-: |` */
function isDelimiter(row: string): boolean {
  return !/[^\s|:-]/u.test(row);
}

function cellsOf(row: string): string {
  return row
    .split('|')
    .map((cell) => withoutMarkup(cell))
    .filter((cell) => cell !== '')
    .join(', ');
}

interface Mark {
  readonly sort: Sort;
  readonly source: string | null;
  /** What follows it on its line. */
  readonly rest: string;
}

const markPattern =
  /^[*_]{0,3}(?:key |main )?(observation|inference|interpretation|claim)s?[*_]{0,3}(?: \d{1,3})?(?: from ([^:]{1,80}?))?(?: \(([^():]{1,80})\))?[*_]{0,3}\s*:[*_]{0,3}\s*/i;

function markOf(words: string): Mark | null {
  const match = markPattern.exec(words);
  if (match === null) return null;
  const [whole, word = '', from, inBrackets] = match;
  const sort = sortOf(word);
  const named = from ?? inBrackets ?? '';
  // "from paper" names none.
  const source = sort === 'claim' && !/^(?:|(?:the |a )?(?:papers?|others?|literature))$/i.test(named.trim()) ? named.trim() : null;
  return { sort, source, rest: words.slice(whole.length).trim() };
}

/** The word alone, or with more of its kind behind it: `Inference speed` and `Claim check` are about something else. */
const sectionPattern =
  /^(?:\d{1,2}[.)]? )?(?:key |main )?(observation|inference|interpretation|claim)s?(?: \d{1,3})?\s*(?:$|[&/:]|\([^()]{1,80}\)\s*(?:$|:)|\[[^[\]]{1,80}\]\s*(?:$|:)|\b(?:and|of|from)\s)/i;

function sortOfSection({ headings }: BodyLine): Sort | null {
  for (const heading of headings.toReversed()) {
    const word = sectionPattern.exec(heading)?.[1];
    if (word !== undefined) return sortOf(word);
  }
  return null;
}

function sortOf(word: string): Sort {
  const lower = word.toLowerCase();
  return lower === 'observation' || lower === 'claim' ? lower : 'inference';
}
