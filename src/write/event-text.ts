import { decodeText } from '#ingest/reading/decode-text.ts';
import { readEventHeader, readField } from '#ingest/run-logs/run-log-lines.ts';
import { isRealDate, type DateText } from '#schemas/fields.ts';
import { Refusal } from './refusal.ts';

/** One action, as it goes into a run log. */
export interface NewEvent {
  /** `T` or a space between day and time; local text without a zone, or with `Z` in a log that is written in UTC. */
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
  assertTimeAndAction(event);
  const header = `[${event.timestamp.replace('T', ' ')}] ${event.action}${event.description === '' ? '' : `: ${event.description}`}`;
  const read = readEventHeader(header);
  if (read?.action !== event.action || read.description !== event.description || /[\r\n]/.test(header)) {
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

/** The members of an event that programs write too are called as they call them. */
const jsonKeys: Readonly<Record<string, string>> = { Details: 'details', Command: 'command', Result: 'result', Explanation: 'explanation' };

/** An event as one line of JSON, for a log that is written so. Refused is what would not be read back as it was given. */
export function eventJson(event: NewEvent): string {
  assertTimeAndAction(event);
  const members: [string, string][] = [
    ['timestamp', event.timestamp.replace(' ', 'T')],
    ['action', event.action],
    ...(event.description === '' ? [] : [['description', event.description] satisfies [string, string]]),
    ...event.fields.map(({ key, value }): [string, string] => [Object.hasOwn(jsonKeys, key) ? (jsonKeys[key] ?? key) : key, value.trim()]),
  ];
  const twice = members.find(([key], index) => members.findIndex(([other]) => other.toLowerCase() === key.toLowerCase()) !== index);
  if (twice !== undefined) throw new Refusal(`The field "${twice[0]}" is given twice`, 'Give each field once: the log is written as JSON.');
  return JSON.stringify(Object.fromEntries(members));
}

function assertTimeAndAction({ timestamp, action }: NewEvent): void {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}Z?$/.test(timestamp) || !isRealDate(timestamp)) {
    throw new Refusal(`"${timestamp}" is not a time that exists`, 'Write YYYY-MM-DDTHH:MM:SS, with a Z behind it where it is UTC.');
  }
  if (!/^[A-Z][A-Z0-9_]*$/.test(action)) {
    throw new Refusal(`Unexpected action "${action}", expected capitals and "_"`, 'Write it as VERIFY_MODEL or CREATE_RUN_DIRS.');
  }
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
