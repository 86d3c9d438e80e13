import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { isRealDate } from '#schemas/fields.ts';
import type { EventField, RunLog, RunLogEvent } from '#schemas/run-log.ts';
import type { SourceFile } from './parsed-file.ts';
import { readEventHeader, readField, type EventHeader } from './run-log-lines.ts';
import { isBlank, sourceLines, type SourceLine } from './source-lines.ts';

export interface ParsedRunLog {
  /** Null where no line begins an event. */
  readonly runLog: RunLog | null;
  /** One for each line before the first event, among others. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a `.log` file as blocks that begin with `[YYYY-MM-DD HH:MM:SS] ACTION: description` (formats.md, "run log" and "Run logs").
 * Events keep the order of the file. Every line below a header belongs to its event: as a field, as part of the field above it, or as a note.
 */
export function parseRunLog(source: SourceFile): ParsedRunLog {
  const lines = sourceLines(source.text);
  const headers = lines.flatMap((line) => {
    const header = readEventHeader(line.text);
    return header === null ? [] : [{ line: line.number, header }];
  });
  const firstEvent = headers[0]?.line ?? lines.length + 1;
  const stray = lines.slice(0, firstEvent - 1).filter((line) => !isBlank(line));
  if (headers.length === 0) {
    return {
      runLog: null,
      problems: [problem('not-a-run-log', { path: source.path, line: stray[0]?.number ?? 1, column: 1 }, {})],
    };
  }

  const events = headers.map(({ line, header }, index) => {
    const end = headers[index + 1]?.line ?? lines.length + 1;
    return readEvent(line, header, lines.slice(line, end - 1));
  });
  return {
    runLog: { path: source.path, ...identityOf(source.path), events },
    problems: [
      ...stray.map(({ number, text }) =>
        problem('stray-line', { path: source.path, line: number, column: text.search(/\S/) + 1, endColumn: text.length + 1 }, {}),
      ),
      ...headers.flatMap(({ line, header }) => impossibleTimestamp(source.path, line, header)),
    ],
  };
}

function readEvent(line: number, header: EventHeader, block: readonly SourceLine[]): RunLogEvent {
  const fields: EventField[] = [];
  const notes: string[] = [];
  let gap = false;
  for (const { number, text } of block) {
    if (text.trim() === '') {
      gap = true;
      continue;
    }
    const field = readField(text);
    const last = fields.at(-1);
    if (field !== null) fields.push({ ...field, line: number });
    // Behind a blank line only indented text and list items still belong to the field above it.
    else if (last === undefined || (gap && !/^(?:\s|[-*•] |\d+[.)] )/.test(text))) notes.push(text.trimEnd());
    else fields[fields.length - 1] = { ...last, value: continued(last.value, text.trimEnd(), gap) };
    gap = false;
  }
  const lastLine = block.findLast((candidate) => !isBlank(candidate))?.number ?? line;
  return { timestamp: header.timestamp, action: header.action, description: header.description, fields, notes, line, lastLine };
}

function continued(value: string, text: string, gap: boolean): string {
  return value === '' ? text : `${value}${gap ? '\n\n' : '\n'}${text}`;
}

function impossibleTimestamp(path: string, line: number, header: EventHeader): Problem[] {
  if (isRealDate(header.timestamp)) return [];
  const endColumn = 2 + header.written.length;
  return [problem('impossible-timestamp', { path, line, column: 2, endColumn }, { found: header.written })];
}

/** A log lies in its experiment's folder or in a `logs/` folder there. */
function identityOf(path: string): { name: string; experiment: string } {
  const segments = path.split('/');
  const file = segments.pop() ?? '';
  if (segments.at(-1) === 'logs') segments.pop();
  return { name: file.replace(/\.[^.]*$/, ''), experiment: segments.join('/') };
}
