import { sourceLines, type SourceLine } from '#ingest/text/source-lines.ts';

/** A paragraph, an item of a list, a heading or a line of data, as it stands in the file. */
export interface Passage {
  /** With line feeds; what is no prose is blanked, so that offsets are the file's. */
  readonly text: string;
  /** Of its first line in the file, from 1. */
  readonly line: number;
}

/** Longer passages are output of programs. */
const longestPassage = 4_000;

/**
 * The prose of a Markdown file, without code, tables and comments; of frontmatter each line by itself. A file of data (`.json`, `.yaml`) has
 * a passage a line. Linear in the text.
 */
export function prosePassages(text: string, isData: boolean): Passage[] {
  const passages: Passage[] = [];
  let open: string[] = [];
  let first = 0;
  let hiddenUntil: Ends | null = null;
  let isInList = false;

  const close = (): void => {
    const joined = open.join('\n');
    if (joined.length <= longestPassage && /\d[^]*\d/.test(joined))
      passages.push({ text: isData ? joined : withoutMarkup(joined), line: first });
    open = [];
  };
  const add = (line: string, number: number): void => {
    if (open.length === 0) first = number;
    open.push(line);
  };

  const lines = sourceLines(text);
  const frontmatterEnd = isData ? Infinity : lastLineOfFrontmatter(lines);
  for (const { number, text: line } of lines) {
    if (number <= frontmatterEnd) {
      if (!yamlComment.test(line)) add(line, number);
      close();
      continue;
    }
    if (hiddenUntil !== null) {
      if (hiddenUntil(line)) hiddenUntil = null;
      continue;
    }
    const isItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line);
    hiddenUntil = hiddenBlock(line);
    if (hiddenUntil !== null || line.trim() === '') close();
    else if (isTableRow(line) || (open.length === 0 && !isItem && !isInList && /^(?: {4}|\t)/.test(line))) close();
    else if (/^ {0,3}#{1,6}\s/.test(line)) {
      close();
      add(line, number);
      close();
    } else {
      if (isItem) close();
      add(line, number);
    }
    if (isItem) isInList = true;
    else if (hiddenUntil === null && /^\S/.test(line)) isInList = false;
  }
  close();
  return passages;
}

const yamlComment = /^\s*#/;

/** The number of the line that closes the frontmatter; 0 where there is none, as below a rule. */
function lastLineOfFrontmatter([first, ...rest]: readonly SourceLine[]): number {
  const isFence = ({ text }: SourceLine): boolean => /^---\s*$/.test(text);
  return first !== undefined && isFence(first) ? (rest.find(isFence)?.number ?? 0) : 0;
}

/** Whether a block that is open ends with this line. */
type Ends = (line: string) => boolean;

const quoted = String.raw`(?:\s{0,12}>)`;
const item = String.raw`(?:\s{0,12}(?:[-*+]|\d{1,9}[.)])\s)`;
const opening = new RegExp(
  String.raw`^(?:${quoted}|${item}){0,8}\s{0,12}(?:(?<fence>\x60{3,}(?=[^\x60]*$)|~{3,})|(?<comment><!--)|<(?<tag>pre|script|style)(?![\w-]))`,
  'i',
);
const closingFence = new RegExp(String.raw`^${quoted}{0,8}\s{0,12}(\x60{3,}|~{3,})\s*$`);

/** Code or a comment that begins with this line and goes on below it, also in a quote or an item of a list. */
function hiddenBlock(line: string): Ends | null {
  const { fence, comment, tag } = opening.exec(line)?.groups ?? {};
  if (fence !== undefined) return (later) => closingFence.exec(later)?.[1]?.startsWith(fence) === true;
  if (comment === undefined && tag === undefined) return null;
  const end = tag === undefined ? '-->' : `</${tag.toLowerCase()}>`;
  const ends: Ends = (later) => later.toLowerCase().includes(end);
  return ends(line) ? null : ends;
}

/** A row between pipes, or with two of them within. */
function isTableRow(line: string): boolean {
  return /^\s*\|/.test(line) || /\s\|\s[^|\n]*\|/.test(line);
}

const blank = '\uFFFC';
/** Code that only holds numbers, arrows and units is prose in another type: `0.972 → 0.969`. */
const plainNumbers = /^`[\d.,%+\-−–~≈→>()\s×xX]*(?:[\p{L}µ]{1,4}[\d.,%+\-−–~≈→>()\s×xX]*){0,4}`$/u;
const markup: readonly RegExp[] = [
  /`[^`\n]{1,300}`/g,
  /\]\([^()\s]{1,500}(?:\s"[^"\n]{0,200}")?\)/g,
  /https?:\/\/[^\s<>)\]]{1,2000}/g,
  /<!--[^]{0,4000}?-->/g,
  /<\/?[a-zA-Z][^<>]{0,300}>/g,
  /~~[^~\n]{1,500}~~/g,
  /\$(?=\S)[^$\n]{1,300}(?<=\S)\$(?!\d)/g,
];

function withoutMarkup(text: string): string {
  return markup.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => (plainNumbers.test(found) ? found : found.replace(/[^\n]/g, blank))),
    text,
  );
}
