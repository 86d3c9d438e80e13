import type { Place } from '#diagnostics/diagnostic.ts';
import type { EventField, RunLog, RunLogEvent, TextPoint } from '#schemas/run-log.ts';

/** A text of an event, with the way back to its place in the file. */
export interface EventText {
  /** The key of the field; null for the description in the header. */
  readonly key: string | null;
  readonly text: string;
  /** The place of a stretch of the text; the place of its beginning where the text is not as the file has it. */
  placeOf: (start: number, end: number) => Place;
}

/** The description and the fields of an event. */
export function textsOf(log: RunLog, event: RunLogEvent): EventText[] {
  const { description, descriptionAt } = event;
  return [
    ...(description === '' ? [] : [{ key: null, text: description, placeOf: placesIn(log.path, description, descriptionAt) }]),
    ...event.fields.map((field) => textOf(log, field)),
  ];
}

export function textOf(log: RunLog, { key, value, at, verbatim }: EventField): EventText {
  return { key, text: value, placeOf: verbatim ? placesIn(log.path, value, at) : () => ({ path: log.path, ...at }) };
}

/** The place of the action in an event's header; of its timestamp where it names none. */
export function actionPlace(log: RunLog, { action, actionAt, written, writtenAt }: RunLogEvent): Place {
  if (action === '') return { path: log.path, ...writtenAt, endColumn: writtenAt.column + Math.max(written.length, 1) };
  return { path: log.path, ...actionAt, endColumn: actionAt.column + action.length };
}

/** Whether a text is a command or a path, which numbers and words mean nothing in. */
export function isCommandKey(key: string | null): boolean {
  return key !== null && /(?:^|[ _])(?:command|cmd|pattern|path|paths|dir|directory|file|files|script|url)$/i.test(key);
}

function placesIn(path: string, text: string, at: TextPoint): EventText['placeOf'] {
  return (start, end) => {
    const before = text.slice(0, start);
    const lineStart = before.lastIndexOf('\n') + 1;
    const lines = before.split('\n').length - 1;
    const column = start - lineStart + (lines === 0 ? at.column : 1);
    const lineEnd = text.indexOf('\n', start);
    const stop = lineEnd < 0 ? end : Math.min(end, lineEnd);
    return { path, line: at.line + lines, column, endColumn: column + Math.max(stop - start, 1) };
  };
}
