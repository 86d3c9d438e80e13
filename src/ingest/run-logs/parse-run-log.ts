import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { RunLog, RunLogEvent, StrayLines } from '#schemas/run-log.ts';
import type { LineRange, SourceFile } from '#ingest/parsed-file.ts';
import { isJsonError } from '#ingest/text/read-json.ts';
import { isEventObject, isWholeEvent, jsonEvent, textEvent, timestampPlace } from './run-log-event.ts';
import { isActionName, isLoggerLevel, type EventHeader } from './run-log-lines.ts';
import { runLogSegments, type ObjectSegment } from './run-log-segments.ts';
import { isBlank, sourceLines, type SourceLine } from '#ingest/text/source-lines.ts';
import { textPlaces } from '#diagnostics/text-places.ts';

export interface ParsedRunLog {
  /** Null where the file is no run log. */
  readonly runLog: RunLog | null;
  /** One for each stretch of lines that belongs to no event, among others. */
  readonly problems: readonly Problem[];
  /** The brackets of a list of objects, and the further lines of what a problem names at its first one. */
  readonly alsoRead: readonly LineRange[];
}

/**
 * Reads a run log (formats.md, "run log" and "Run logs"): blocks that begin with `[YYYY-MM-DD HH:MM:SS] ACTION: description`, or JSON objects
 * with `timestamp` and `action`, one a line or over several lines, or both in one file. Events keep the order of the file. Every line
 * below a header belongs to its event. A damaged object is a problem at its place and costs only itself.
 */
export function parseRunLog(source: SourceFile): ParsedRunLog {
  const blocks = readBlocks(source.text);
  const identity = runLogIdentity(source.path);
  if (!isRunLog(blocks, identity.name)) {
    const first = sourceLines(source.text).find((line) => !isBlank(line));
    return {
      runLog: null,
      problems: [problem('not-a-run-log', { path: source.path, line: first?.number ?? 1, column: 1 }, {})],
      alsoRead: [],
    };
  }
  const problems: Problem[] = [];
  const events: RunLogEvent[] = [];
  const strays: StrayLines[] = [];
  // The line that a problem stands at is accounted for by that problem.
  const alsoRead: LineRange[] = blocks.punctuation.map((line) => ({ from: line, to: line }));
  for (const block of blocks.all) {
    const last = block.lines.at(-1);
    switch (block.is) {
      case 'text event': {
        events.push(textEvent(block.line, block.header, block.lines));
        const { timestamp, written: found, column } = block.header;
        const place = { path: source.path, line: block.line.number, column, endColumn: column + found.length };
        if (timestamp === null) problems.push(problem('impossible-timestamp', place, { found }));
        break;
      }
      case 'json event': {
        const event = jsonEvent(block.object, block.lines);
        const place = { path: source.path, ...timestampPlace(block.object) };
        events.push(event);
        if (event.timestamp === null && event.written !== '')
          problems.push(problem('impossible-timestamp', place, { found: event.written }));
        if (event.written === '') problems.push(problem('event-without-time', place, {}));
        break;
      }
      case 'damaged object': {
        const found = damaged(source.path, block.object);
        const lastLine = Math.max(block.object.lastLine, last?.number ?? 0);
        const text = [block.object.text, ...block.lines.map((line) => line.text)].join('\n');
        problems.push(found);
        strays.push({ text, line: block.object.line, lastLine });
        alsoRead.push({ from: block.object.line, to: found.line - 1 }, { from: found.line + 1, to: lastLine });
        break;
      }
      case 'stray': {
        const [first] = block.lines;
        if (first === undefined || last === undefined) break;
        const column = first.text.search(/\S/) + 1;
        problems.push(problem('stray-line', { path: source.path, line: first.number, column, endColumn: first.text.length + 1 }, {}));
        strays.push({ text: block.lines.map(({ text }) => text).join('\n'), line: first.number, lastLine: last.number });
        alsoRead.push({ from: first.number + 1, to: last.number });
        break;
      }
    }
  }
  return { runLog: { path: source.path, ...identity, events, strays }, problems, alsoRead: alsoRead.filter(({ from, to }) => from <= to) };
}

/** How much of a file tells what it is. */
const prefix = 262_144;

/**
 * Whether a text of any name is a run log: it holds a JSON object with `timestamp` and `action`, or bracketed timestamps of which enough
 * name an action in capitals, as the console output of a training does not. Pure; looks at the beginning only.
 */
export function looksLikeRunLog(text: string): boolean {
  return isRunLog(readBlocks(text.slice(0, prefix)), '');
}

type Block =
  | { readonly is: 'text event'; readonly line: SourceLine; readonly header: EventHeader; readonly lines: SourceLine[] }
  | { readonly is: 'json event' | 'damaged object'; readonly object: ObjectSegment; readonly lines: SourceLine[] }
  | { readonly is: 'stray'; readonly lines: SourceLine[] };

interface Blocks {
  readonly all: readonly Block[];
  readonly punctuation: readonly number[];
}

function readBlocks(text: string): Blocks {
  const all: Block[] = [];
  const punctuation: number[] = [];
  let gap = true;
  const add = (lines: readonly SourceLine[]): void => {
    const last = all.at(-1);
    if (last === undefined || (last.is === 'stray' && gap)) all.push({ is: 'stray', lines: [...lines] });
    else for (const line of lines) last.lines.push(line);
    gap = false;
  };
  for (const segment of runLogSegments(text)) {
    switch (segment.is) {
      case 'blank':
        gap = true;
        break;
      case 'punctuation':
        punctuation.push(segment.line);
        break;
      case 'header':
        all.push({ is: 'text event', line: segment.line, header: segment.header, lines: [] });
        gap = false;
        break;
      case 'text':
        add([segment.line]);
        break;
      case 'object': {
        const isDamaged = isJsonError(segment.read) && (all.at(-1)?.is !== 'text event' || /"(?:timestamp|action)"/i.test(segment.text));
        if (isDamaged) all.push({ is: 'damaged object', object: segment, lines: [] });
        else if (isEventObject(segment)) all.push({ is: 'json event', object: segment, lines: [] });
        else
          add(
            segment.text
              .split('\n')
              .map((line, index) => ({ number: segment.line + index, text: line }))
              .filter((line) => !isBlank(line)),
          );
        gap = false;
        break;
      }
    }
  }
  return { all, punctuation };
}

/** Logs of these names are run logs if they hold any event at all. */
const runLogNames = /^(?:design|scaffold|run|summari[sz]e|explore|analy[sz]e|archive)(?:-[a-z-]+)?$/i;
/** Of the bracketed timestamps of a run log at least so many name an action; and its events are short. */
const leastShare = 0.2;
const mostLinesAnEvent = 200;

function isRunLog({ all }: Blocks, name: string): boolean {
  const headers = all.filter((block) => block.is === 'text event');
  if (runLogNames.test(name) && (headers.length > 0 || all.some(({ is }) => is === 'json event'))) return true;
  if (all.some((block) => block.is === 'json event' && isWholeEvent(block.object))) return true;
  const actions = headers.filter(({ header }) => isActionName(header.action) && !isLoggerLevel(header.action));
  const lines = all.reduce((sum, block) => sum + block.lines.length, 0);
  return actions.length > 0 && actions.length >= headers.length * leastShare && lines <= headers.length * mostLinesAnEvent;
}

/** At the place where reading stopped; at the beginning of an object that was cut off. */
function damaged(path: string, { read, text, line, column }: ObjectSegment): Problem {
  const { offset, expected } = isJsonError(read) ? read : { offset: 0, expected: '' };
  const isCutOff = offset >= text.length;
  const place = textPlaces(text, { line, column }).placeOf(isCutOff ? 0 : offset, isCutOff ? 0 : offset + 1);
  return problem('broken-json', { path, ...place }, { expected, found: isCutOff ? null : (text[offset] ?? '') });
}

/** A log lies in its experiment's folder or in a `logs/` folder there. */
export function runLogIdentity(path: string): { name: string; experiment: string } {
  const segments = path.split('/');
  const file = segments.pop() ?? '';
  if (segments.at(-1) === 'logs') segments.pop();
  return { name: file.replace(/(?<=.)(?:\.jsonl\.txt|\.[^.]*)$/i, ''), experiment: segments.join('/') };
}
