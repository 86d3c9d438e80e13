import { isJsonError, readJson, type JsonError, type JsonNode } from '#ingest/text/read-json.ts';
import { readEventHeader, type EventHeader } from './run-log-lines.ts';
import { isBlank, sourceLines, type SourceLine } from '#ingest/text/source-lines.ts';

/** A JSON object that begins a line. */
export interface ObjectSegment {
  readonly is: 'object';
  readonly line: number;
  readonly lastLine: number;
  /** As it stands in the file. */
  readonly text: string;
  /** The column it begins in, from 1. */
  readonly column: number;
  readonly read: JsonNode | JsonError;
}

/** What the lines of a run log are. */
export type Segment =
  | { readonly is: 'header'; readonly line: SourceLine; readonly header: EventHeader }
  | ObjectSegment
  /** Any other line, or what follows an object on its line. */
  | { readonly is: 'text'; readonly line: SourceLine }
  | { readonly is: 'blank' }
  /** The brackets and commas of a list of objects. */
  | { readonly is: 'punctuation'; readonly line: number };

/**
 * Takes a run log apart, line for line: headers of text events, JSON objects (one a line, or over several lines, one after another or in a
 * list), and everything else. An object that is never closed ends where the next one or a header begins, so that it costs only itself.
 * Linear in the text; never throws.
 */
export function* runLogSegments(text: string): Generator<Segment> {
  const lines = sourceLines(text);
  let inList = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) return;
    if (isBlank(line)) {
      yield { is: 'blank' };
      continue;
    }
    const header = readEventHeader(line.text);
    if (header !== null) {
      yield { is: 'header', line, header };
      continue;
    }
    const start = objectStart(lines, index, inList);
    if (start.opensList) inList = true;
    if (start.column === null) {
      const isPunctuation = start.opensList || (inList && /^[\s,\]]*$/.test(line.text));
      if (isPunctuation && line.text.includes(']')) inList = false;
      yield isPunctuation ? { is: 'punctuation', line: line.number } : { is: 'text', line };
      continue;
    }

    let column: number | null = start.column;
    while (column !== null) {
      const extent = objectExtent(lines, index, column);
      yield objectSegment(lines, index, column, extent);
      index = extent.lastIndex;
      const last = lines[index];
      const rest = last?.text.slice(extent.end) ?? '';
      const next: number = /^[\s,]*/.exec(rest)?.[0].length ?? 0;
      column = rest[next] === '{' ? extent.end + next : null;
      if (column !== null || last === undefined) continue;
      if (inList && /^[\s,\]]*$/.test(rest)) inList = !rest.includes(']');
      else if (next < rest.length) yield { is: 'text', line: { number: last.number, text: rest.trim() } };
    }
  }
}

interface ObjectStart {
  /** Offset of the brace within the line; null where the line begins no object. */
  readonly column: number | null;
  readonly opensList: boolean;
}

/** An object begins its line, indented only within a list; a list begins with `[` before an object, on its line or the next. */
function objectStart(lines: readonly SourceLine[], index: number, inList: boolean): ObjectStart {
  const text = lines[index]?.text ?? '';
  const first = text.search(/\S/);
  if (text[first] === '{') return { column: first === 0 || inList ? first : null, opensList: false };
  if (inList && text[first] === ',') {
    const brace = first + 1 + text.slice(first + 1).search(/\S|$/);
    return { column: text[brace] === '{' ? brace : null, opensList: false };
  }
  if (first !== 0 || text[first] !== '[') return { column: null, opensList: false };
  const behind = text.slice(1).search(/\S/);
  if (behind >= 0) return text[behind + 1] === '{' ? { column: behind + 1, opensList: true } : { column: null, opensList: false };
  // The next line that holds anything: looking past a few blank ones is enough for what programs write.
  const next = lines.slice(index + 1, index + 5).find((line) => !isBlank(line));
  return { column: null, opensList: next?.text.trimStart().startsWith('{') === true };
}

interface Extent {
  readonly lastIndex: number;
  /** Offset behind the object within its last line. */
  readonly end: number;
}

/** Where the object that begins here ends: at its closing brace, else before the next object or header, else with the file. */
function objectExtent(lines: readonly SourceLine[], from: number, column: number): Extent {
  const firstText = lines[from]?.text ?? '';
  const indent = firstText.search(/\S/);
  // Written without any indentation, members of a list look like objects of the file.
  const isFlat = firstText.trim() === '{' && lines[from + 1]?.text.search(/\S/) === indent;
  let depth = 0;
  let last = from;
  for (let index = from; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (text.trim() === '') continue;
    if (index > from) {
      const first = text.search(/\S/);
      const nested = isFlat && /[[:,]\s*$/.test(lines[last]?.text.slice(-20) ?? '');
      if ((text[first] === '{' && first <= indent && !nested) || readEventHeader(text) !== null) break;
    }
    last = index;
    let inString = false;
    for (let at = index === from ? column : 0; at < text.length; at += 1) {
      const character = text[at];
      if (inString) {
        if (character === '\\') at += 1;
        else if (character === '"') inString = false;
      } else if (character === '"') inString = true;
      else if (character === '{' || character === '[') depth += 1;
      else if (character === '}' || character === ']') {
        depth -= 1;
        if (depth <= 0) return { lastIndex: index, end: at + 1 };
      }
    }
  }
  return { lastIndex: last, end: lines[last]?.text.length ?? 0 };
}

function objectSegment(lines: readonly SourceLine[], from: number, column: number, { lastIndex, end }: Extent): ObjectSegment {
  const text = lines
    .slice(from, lastIndex + 1)
    .map((line, index, all) => line.text.slice(index === 0 ? column : 0, index === all.length - 1 ? end : undefined))
    .join('\n');
  const read = readJson(text);
  return { is: 'object', line: from + 1, lastLine: lastIndex + 1, text, column: column + 1, read };
}

/** The members of an object that was read; none where it was not. */
export function membersOf({ read }: ObjectSegment): Extract<JsonNode, { readonly type: 'object' }>['members'] {
  return !isJsonError(read) && read.type === 'object' ? read.members : [];
}
