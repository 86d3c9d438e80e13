import type { DateText } from '#schemas/fields.ts';

export interface JournalEntry {
  readonly date: DateText;
  readonly title: string;
  readonly text: string;
}

export interface GrownJournal {
  readonly text: string;
  /** First and last line of the new entry. */
  readonly line: number;
  readonly lastLine: number;
}

/**
 * A journal with one entry more on top, below the preamble; all that was there stays byte for byte (contract "File policy", APPEND-ONLY).
 *
 * @param journal the journal as it is, empty for a new one
 * @param firstEntryLine where the first dated section begins, from 1; null where there is none yet
 */
export function withJournalEntry(journal: string, firstEntryLine: number | null, entry: JournalEntry): GrownJournal {
  const lineEnd = journal.includes('\r\n') ? '\r\n' : '\n';
  const at = firstEntryLine === null ? journal.length : offsetOfLine(journal, firstEntryLine);
  const preamble = journal.slice(0, at);
  const older = journal.slice(at);
  const level = /^#{1,6}(?=\s)/.exec(older)?.[0] ?? '##';
  const heading = `${level} ${entry.date.slice(0, 10)}${entry.title === '' ? '' : `: ${entry.title}`}`;
  const lines = [heading, '', ...entry.text.trim().split(/\r?\n/)];
  const gap = preamble === '' || /\n\s*\n$/.test(preamble) ? '' : preamble.endsWith('\n') ? lineEnd : lineEnd.repeat(2);
  const line = (preamble + gap).split('\n').length;
  return {
    text: preamble + gap + lines.join(lineEnd) + lineEnd + (older === '' ? '' : lineEnd) + older,
    line,
    lastLine: line + lines.length - 1,
  };
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let passed = 1; passed < line; passed += 1) offset = text.indexOf('\n', offset) + 1;
  return offset;
}
