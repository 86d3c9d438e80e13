import { isRealDate, type DateText } from '#schemas/fields.ts';

/** The first line of an event. */
export interface EventHeader {
  /** `YYYY-MM-DDTHH:MM:SS`; null where the calendar has no such time. */
  readonly timestamp: DateText | null;
  /** What stands between the brackets. */
  readonly written: string;
  /** The column of `written`, from 1. */
  readonly column: number;
  /** Empty where the line names no action. */
  readonly action: string;
  readonly actionColumn: number;
  readonly description: string;
  readonly descriptionColumn: number;
}

/** What may stand before the bracket: a heading, a list item, a quote, emphasis. */
const dress = /^(?:#{1,6}[ \t]+|[-*•+>][ \t]+|\d{1,4}[.)][ \t]+)?(?:\*\*|__|[*_`])?/;
const stamp =
  /^\[[ \t]*((\d{1,4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ \t]+|T)(\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d{1,9})?)?)[ \t]*(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5})?)[ \t]*\]/;
const emphasis = /^(?:\*\*|__|[*_`])/;
/** A name in capitals that has a line, or all before a colon or a dash, for itself. `VERIFY_MODEL` is one whatever follows it. */
const action =
  /^(?:([A-Z][A-Z0-9_]*)(?:\*\*|__|[*_`])?(?=$|\s*:(?:\s|$|\*)|\s+(?:--?|[–—|])\s)|([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:\*\*|__|[*_`])?(?=\s)|([A-Za-z][\w-]*|[A-Z][A-Z0-9_ /-]*)(?:\*\*|__|[*_`])?(?=:(?:\s|$|\*)))/;
const divider = /^\s*(?::(?:\*\*|__|[*_`])?|(?:--?|[–—|])(?=\s))?\s*/;

/** Longer text before a colon is a sentence, not a key. */
const longestKey = 60;
const mostWords = 6;

/**
 * Reads `[YYYY-MM-DD HH:MM:SS] ACTION` or `… ACTION: description`, also dressed as Markdown (`## […] ACTION`, `**[…]** ACTION`,
 * `- […] ACTION`), with parts of a second, `T` and a zone. Text that names no action is all description; behind a list mark it is no event.
 *
 * @returns null for any other line, bracketed text that is no timestamp included
 */
export function readEventHeader(line: string): EventHeader | null {
  const dressed = dress.exec(line)?.[0].length ?? 0;
  const match = line[dressed] === '[' ? stamp.exec(line.slice(dressed, dressed + 80)) : null;
  if (!match) return null;
  const [bracket, written = '', year = '', month = '', day = '', time = '', zone = ''] = match;

  let at = dressed + bracket.length;
  at += emphasis.exec(line.slice(at, at + 2))?.[0].length ?? 0;
  at += /^\s*(?:[-–—:|](?=\s))?\s*/.exec(line.slice(at))?.[0].length ?? 0;
  const opening = emphasis.exec(line.slice(at, at + 2))?.[0].length ?? 0;
  const named = action.exec(line.slice(at + opening));
  const name = named?.[1] ?? named?.[2] ?? named?.[3] ?? '';
  const actionAt = name === '' ? at : at + opening;
  if (/^[-*•+>\d]/.test(line.slice(0, dressed)) && !/^(?:\*\*|__|[*_`])$/.test(line.slice(0, dressed)) && !isActionName(name)) return null;

  const behind = named === null ? at : at + opening + named[0].length;
  const descriptionAt = named === null ? at : behind + (divider.exec(line.slice(behind))?.[0].length ?? 0);
  return {
    timestamp: timestampOf(`${year}-${two(month)}-${two(day)}`, time, zone),
    written,
    column: line.indexOf(written, dressed) + 1,
    action: name,
    actionColumn: actionAt + 1,
    description: line.slice(descriptionAt).trimEnd(),
    descriptionColumn: descriptionAt + 1,
  };
}

/** Whether a name is written as the seeds write actions: in capitals. */
export function isActionName(name: string): boolean {
  return /^[A-Z][A-Z0-9_]+$/.test(name);
}

/**
 * Reads `Key: value`, split at the first colon that a space or the line's end follows. Keys may hold spaces (`Next Steps`) and be in bold.
 *
 * @returns null for list items, indented lines and sentences; `column` is where the value begins, from 1
 */
export function readField(line: string): { readonly key: string; readonly value: string; readonly column: number } | null {
  const bold = /^(?:\*\*|__)/.exec(line)?.[0] ?? '';
  // A key is short: what follows is not searched.
  const start = line.slice(bold.length, bold.length + longestKey + 5);
  const colon = start.search(bold === '' ? /:(?=\s|$)/ : /:(?=\s|$|\*\*|__)/);
  if (colon < 0) return null;
  const key = start
    .slice(0, colon)
    .replace(/(?:\*\*|__)$/, '')
    .trimEnd();
  if (key === '' || key.length > longestKey || key.split(' ').length > mostWords) return null;
  if (!/^\p{L}[\p{L}\p{N} _\-/().#&+]*$/u.test(key)) return null;
  const behind = bold.length + colon + 1;
  const rest = line.slice(behind);
  const gap = (bold === '' ? /^\s*/ : /^(?:\*\*|__)?\s*/).exec(rest)?.[0].length ?? 0;
  return { key, value: rest.slice(gap).trimEnd(), column: behind + gap + 1 };
}

/**
 * A moment as Priors writes it, or null where it does not exist. Names of zones other than UTC stay out of it: which hour they mean depends
 * on the place and the season, and the difference between two times of one log does not.
 */
function timestampOf(day: string, time: string, zone: string): DateText | null {
  const [clock = '', fraction] = time.split(/[.,]/);
  const full = clock.split(':').map(two).join(':');
  const offset = /^(?:Z|UTC|GMT)$/.test(zone) ? 'Z' : /^[+-]/.test(zone) ? zone : '';
  const text = `${day}T${full}${fraction === undefined ? '' : `.${fraction}`}${offset}`;
  return isRealDate(text) ? text : null;
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}

/** Whether a word in capitals is one that loggers write before a message: it names no action. */
export function isLoggerLevel(word: string): boolean {
  return /^(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL|[IWEFD])$/.test(word);
}
