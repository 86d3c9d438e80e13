import type { EventField, RunLogEvent, TextPoint } from '#schemas/run-log.ts';
import { jsonText } from '#ingest/text/json-text.ts';
import type { JsonMember } from '#ingest/text/read-json.ts';
import { readEventHeader, readField, type EventHeader } from './run-log-lines.ts';
import { membersOf, type ObjectSegment } from './run-log-segments.ts';
import type { SourceLine } from '#ingest/text/source-lines.ts';
import { textPlaces } from '#diagnostics/text-places.ts';

/**
 * An event in text. Every line below its header belongs to it: as a field, as part of the field above it, or as a note.
 *
 * @param block the lines below the header that hold anything
 */
export function textEvent({ number }: SourceLine, header: EventHeader, block: readonly SourceLine[]): RunLogEvent {
  const fields: EventField[] = [];
  const notes: string[] = [];
  let before = number;
  // Counted along: looking for it in the field again and again would take quadratic time.
  let lastOfField = number;
  for (const line of block) {
    const field = readField(line.text);
    const last = fields.at(-1);
    const gap = line.number > before + 1;
    before = line.number;
    if (field !== null) {
      const at = { line: line.number, column: field.column };
      fields.push({ key: field.key, value: field.value, line: line.number, at, verbatim: true });
      lastOfField = line.number;
    }
    // Behind a blank line only indented text and list items still belong to the field above it.
    else if (last === undefined || (gap && !/^(?:\s|[-*•] |\d+[.)] )/.test(line.text))) notes.push(line.text.trimEnd());
    else {
      fields[fields.length - 1] = continued(last, lastOfField, line);
      lastOfField = line.number;
    }
  }
  return {
    timestamp: header.timestamp,
    written: header.written,
    writtenAt: { line: number, column: header.column },
    action: header.action,
    actionAt: { line: number, column: header.actionColumn },
    description: header.description,
    descriptionAt: { line: number, column: header.descriptionColumn },
    fields,
    notes,
    line: number,
    lastLine: block.at(-1)?.number ?? number,
  };
}

/** The field with one more line, and as many line ends before it as the file has. */
function continued(field: EventField, lastLine: number, line: SourceLine): EventField {
  const text = line.text.trimEnd();
  if (field.value === '') return { ...field, value: text, at: { line: line.number, column: 1 } };
  return { ...field, value: `${field.value}${'\n'.repeat(line.number - lastLine)}${text}` };
}

/** An event as a JSON object: its `timestamp` and `action`, and every other member as a field. */
export function jsonEvent(object: ObjectSegment, notes: readonly SourceLine[]): RunLogEvent {
  const members = membersOf(object);
  const timestamp = memberOf(members, 'timestamp');
  const action = memberOf(members, 'action');
  const pointOf = pointsIn(object);
  const written = timestamp === null ? '' : jsonText(timestamp.value);
  const writtenAt = timestampPlace(object);
  const actionAt = action === null ? { line: object.line, column: object.column } : pointOf(action.value.start + 1);
  return {
    timestamp: momentOf(written),
    written,
    writtenAt: { line: writtenAt.line, column: writtenAt.column },
    action: action === null ? '' : jsonText(action.value),
    actionAt,
    description: '',
    descriptionAt: actionAt,
    fields: members.filter((member) => member !== timestamp && member !== action).map((member) => fieldOf(member, object.text, pointOf)),
    notes: notes.map(({ text }) => text.trimEnd()),
    line: object.line,
    lastLine: Math.max(object.lastLine, notes.at(-1)?.number ?? 0),
  };
}

/** Whether an object says what was done or when: then it is an event. */
export function isEventObject(object: ObjectSegment): boolean {
  const members = membersOf(object);
  return memberOf(members, 'timestamp') !== null || memberOf(members, 'action') !== null;
}

/** Whether an object says both. */
export function isWholeEvent(object: ObjectSegment): boolean {
  const members = membersOf(object);
  return memberOf(members, 'timestamp') !== null && memberOf(members, 'action') !== null;
}

/** Where the timestamp of an event object stands; the object itself where it states none. */
export function timestampPlace(object: ObjectSegment): TextPoint & { readonly endColumn: number } {
  const timestamp = memberOf(membersOf(object), 'timestamp');
  if (timestamp === null) return { line: object.line, column: object.column, endColumn: object.column + 1 };
  const { start, end, type } = timestamp.value;
  const quote = type === 'string' ? 1 : 0;
  const point = pointsIn(object)(start + quote);
  return { ...point, endColumn: point.column + end - start - 2 * quote };
}

/** The first plain value under a name, whatever its case. */
function memberOf(members: readonly JsonMember[], name: 'timestamp' | 'action'): JsonMember | null {
  const isPlain = ({ value }: JsonMember): boolean =>
    value.type === 'string' || (name === 'timestamp' && value.type === 'literal' && /^\d/.test(value.text));
  return members.find((member) => member.key.toLowerCase() === name && isPlain(member)) ?? null;
}

function fieldOf({ key, start, value }: JsonMember, text: string, pointOf: (offset: number) => TextPoint): EventField {
  const shown = jsonText(value);
  const begins = value.type === 'string' ? value.start + 1 : value.start;
  return { key, value: shown, line: pointOf(start).line, at: pointOf(begins), verbatim: text.startsWith(shown, begins) };
}

/** Places in the file for offsets in an object. */
function pointsIn({ text, line, column }: ObjectSegment): (offset: number) => TextPoint {
  const places = textPlaces(text, { line, column });
  return (offset) => {
    const place = places.placeOf(offset, offset);
    return { line: place.line, column: place.column };
  };
}

/** ISO text in any of the forms that headers have, or seconds or milliseconds since 1970. */
function momentOf(written: string): string | null {
  if (/^\d{10}(?:\.\d+)?$/.test(written)) return new Date(Number(written) * 1000).toISOString();
  if (/^\d{13}$/.test(written)) return new Date(Number(written)).toISOString();
  return readEventHeader(`[${written.trim()}]`)?.timestamp ?? null;
}
