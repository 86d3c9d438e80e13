import type { ValuePlace } from '#schemas/entry.ts';
import { sourceLines, type SourceLine } from '#ingest/text/source-lines.ts';

/** A line of a Markdown text, with what its block structure says of it. */
export interface MarkdownLine extends SourceLine {
  /** Inside a code fence, its two marks included. */
  readonly isCode: boolean;
  /** 1 to 6 for a heading, else 0. */
  readonly depth: number;
  /** Of a heading, its words; else empty. */
  readonly heading: string;
}

/** The lines of a Markdown text. Only what a script writes is told apart: headings with `#` and fences, at the margin. Linear in the text. */
export function markdownLines(text: string): MarkdownLine[] {
  let fence: string | null = null;
  return sourceLines(text).map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
    const isCode = fence !== null || mark !== undefined;
    if (fence === null) fence = mark ?? null;
    else if (mark?.startsWith(fence) === true && line.text.trim() === mark) fence = null;
    const hashes = isCode ? undefined : /^(#{1,6})(?=\s)/.exec(line.text)?.[1];
    return { ...line, isCode, depth: hashes?.length ?? 0, heading: hashes === undefined ? '' : line.text.slice(hashes.length).trim() };
  });
}

/** The place of a part of a line. */
export function placeIn({ number, text }: SourceLine, part: string): ValuePlace {
  const start = Math.max(text.lastIndexOf(part), 0);
  return { line: number, column: start + 1, endColumn: start + part.length + 1 };
}

/** An item of a list, at the margin. */
export interface ListItem {
  /** Without its marker and checkbox; further lines of the item behind line feeds. */
  readonly text: string;
  readonly isDone: boolean;
  readonly place: ValuePlace;
  readonly lines: readonly SourceLine[];
}

const marker = /^ ?(?:\d{1,9}[.)]|[-*+])[ \t]+(?:\[([ xX])\][ \t]+)?(?=\S)/;

/** The items of all lists among some lines, numbered or not. A line directly below an item that is no item itself goes on with it. */
export function listItems(lines: readonly MarkdownLine[]): ListItem[] {
  const items: { first: MarkdownLine; start: number; isDone: boolean; lines: MarkdownLine[] }[] = [];
  let isOpen = false;
  for (const line of lines) {
    const match = line.isCode ? null : marker.exec(line.text);
    if (match !== null && !isThematicBreak(line)) {
      items.push({ first: line, start: match[0].length, isDone: /x/i.test(match[1] ?? ''), lines: [line] });
      isOpen = true;
    } else if (line.isCode || line.depth > 0 || line.text.trim() === '' || isThematicBreak(line)) {
      isOpen = false;
    } else if (isOpen) {
      items.at(-1)?.lines.push(line);
    }
  }
  return items.map(({ first, start, isDone, lines: own }) => {
    const text = first.text.slice(start).trimEnd();
    return {
      text: [text, ...own.slice(1).map((line) => line.text.trim())].join('\n'),
      isDone,
      place: { line: first.number, column: start + 1, endColumn: start + text.length + 1 },
      lines: own,
    };
  });
}

/** `---`, as the script sets it between a log's head and body, and before its foot. */
export function isThematicBreak({ text }: SourceLine): boolean {
  return /^(?:-{3,}|\*{3,})\s*$/.test(text);
}
