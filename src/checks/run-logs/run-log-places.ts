import type { Place } from '#diagnostics/diagnostic.ts';
import { textPlaces, type TextPlaces } from '#diagnostics/text-places.ts';
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
  // Most texts have nothing to say a place of.
  let places: TextPlaces | null = null;
  return (start, end) => {
    places ??= textPlaces(text, at);
    const { line, column, endColumn } = places.placeOf(start, end);
    return { path, line, column, endColumn: Math.max(endColumn, column + 1) };
  };
}
