import { decodeText } from '#ingest/decode-text.ts';
import { readEventHeader, readField } from '#ingest/run-log-lines.ts';
import { isRealDate, type DateText } from '#schemas/fields.ts';
import { Refusal } from './refusal.ts';

/** One action, as it goes into a run log. */
export interface NewEvent {
  /** Local text, `T` or a space between day and time, no zone. */
  readonly timestamp: DateText;
  /** `VERIFY_MODEL` */
  readonly action: string;
  /** May be empty. */
  readonly description: string;
  /** In the order in which they are written. */
  readonly fields: readonly { readonly key: string; readonly value: string }[];
}

/**
 * An event as a block of a run log (seed `design-experiment-logging.md`, "Log Format"); further lines of a value are indented, so that none
 * is taken for a field or an event. Refused is what would not be read back as it was given.
 */
export function eventText(event: NewEvent): string {
  const header = `[${event.timestamp.replace('T', ' ')}] ${event.action}${event.description === '' ? '' : `: ${event.description}`}`;
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}$/.test(event.timestamp) || !isRealDate(event.timestamp)) {
    throw new Refusal(`"${event.timestamp}" is not a time that exists`, 'Write YYYY-MM-DDTHH:MM:SS.');
  }
  if (!/^[A-Z][A-Z0-9_]*$/.test(event.action)) {
    throw new Refusal(`Unexpected action "${event.action}", expected capitals and "_"`, 'Write it as VERIFY_MODEL or CREATE_RUN_DIRS.');
  }
  const read = readEventHeader(header);
  if (read?.action !== event.action || read.description !== event.description) {
    throw new Refusal(
      `The text ${JSON.stringify(event.description)} does not fit on one line`,
      'Put what is longer into --details or --result.',
    );
  }
  const block = [header, ...event.fields.map(({ key, value }) => fieldText(key, value))].join('\n');
  const [unfit] = decodeText('', Buffer.from(block)).problems;
  if (unfit !== undefined) throw new Refusal(unfit.message, 'Leave it out; colors of a terminal often come with it (NO_COLOR=1).');
  return block;
}

function fieldText(key: string, value: string): string {
  const [first = '', ...further] = value.trim().split(/\r\n|\n|\r/);
  const line = `${key}: ${first.trim()}`.trimEnd();
  if (readField(line)?.key !== key) {
    throw new Refusal(
      `${JSON.stringify(key)} cannot be the name of a field`,
      "Use a few words that begin with a letter, as in --field 'Next Steps=…'.",
    );
  }
  return [line, ...further.map((text) => (text.trim() === '' ? '' : `  ${text.trimEnd()}`))].join('\n');
}
