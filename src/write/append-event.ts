import { appendFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRunLog } from '#ingest/run-logs/parse-run-log.ts';
import type { RunLogEvent } from '#schemas/run-log.ts';
import type { DateText } from '#schemas/fields.ts';
import { eventJson, eventText, type NewEvent } from './event-text.ts';
import { existingText, lineEndOf } from './existing-text.ts';
import { whileLocked } from './file-lock.ts';
import { assertPlainName, placeInside, realWorkspace, workspacePath } from './inside-workspace.ts';
import { systemClock, utcClock } from './local-time.ts';
import { Refusal } from './refusal.ts';
import { sourceFromText } from './source-text.ts';

export interface EventRequest {
  readonly workspace: string;
  /** A name below `experiments/`, or the path of a folder that is there: `cap_8L`, `runs/cap_8L`. */
  readonly experiment: string;
  /** The log's name, with or without `.log`; with `.jsonl` for one that is to be JSON Lines. */
  readonly log: string;
  /** Without a timestamp it happens now, in the zone of the log's last event. */
  readonly event: Omit<NewEvent, 'timestamp'> & { readonly timestamp: DateText | null };
}

/**
 * Appends one event to a run log of an experiment (contract "Commands", `event`); folder and log are made when missing. A log that already lies
 * in the experiment's `logs/` folder is continued there, and one that is written as JSON objects is continued as JSON Lines. Safe when
 * several processes do it at once, as `appendRow` is.
 *
 * Refused, with nothing written: an event that would not be read back as it was given, a log that is one list in JSON, a log's name that ends
 * like that of another sort of file.
 *
 * @returns the log's path, relative to the workspace
 */
export async function appendEvent({ workspace, experiment, log, event }: EventRequest): Promise<string> {
  // Looked at before a folder is made for it.
  eventText({ ...event, timestamp: event.timestamp ?? systemClock() });
  const root = await realWorkspace(workspace);
  const folder = await experimentFolder(root, experiment);
  const file = await placeInside(root, await logIn(folder, log));
  const path = workspacePath(root, file);
  await whileLocked(file, async () => {
    const text = await existingText(file, path);
    const before = eventsOf(path, text);
    const dated = { ...event, timestamp: event.timestamp ?? now(before.at(-1)) };
    const addition = additionTo(path, text, dated);
    const after = eventsOf(path, text + addition);
    if (after.length !== before.length + 1 || after.at(-1)?.action !== event.action)
      throw new Refusal(
        `The event would not be read back from "${path}"`,
        'See that its last event is whole; "priors check" shows what is not.',
      );
    await appendFile(file, addition);
  });
  return path;
}

/** A block of text, or a line of JSON where the log is written in JSON. */
function additionTo(path: string, text: string, event: NewEvent): string {
  const lineEnd = lineEndOf(text);
  const begun = /^\s*(.)\s*(.)?/su.exec(text);
  const isEnded = text === '' || text.endsWith('\n');
  if (begun?.[1] === '[' && /^[{\]"]/.test(begun[2] ?? ''))
    throw new Refusal(
      `"${path}" is one list in JSON, to which nothing can be appended`,
      'Name another log with --log, or make it JSON Lines.',
    );
  const isJson = begun === null ? /\.(?:jsonl|ndjson)$/i.test(path) : begun[1] === '{';
  if (isJson) return (isEnded ? '' : lineEnd) + eventJson(event) + lineEnd;
  const gap = text === '' ? '' : isEnded ? lineEnd : lineEnd.repeat(2);
  return gap + eventText(event).replaceAll('\n', lineEnd) + lineEnd;
}

function eventsOf(path: string, text: string): readonly RunLogEvent[] {
  return text.trim() === '' ? [] : (parseRunLog(sourceFromText(path, text)).runLog?.events ?? []);
}

/** A log that is written in UTC goes on so: local time between would run backwards. */
function now(last: RunLogEvent | undefined): DateText {
  return last?.timestamp?.endsWith('Z') === true ? utcClock() : systemClock();
}

/** The log as it lies there, else where a new one goes. */
async function logIn(folder: string, log: string): Promise<string> {
  const other = /\.[a-z]\w*$/i.exec(log)?.[0] ?? '.log';
  // "design.md" would become "design.md.log", which nobody means; "lr0.5" has no extension.
  if (other !== '.log' && other !== '.jsonl')
    throw new Refusal(
      `Unexpected extension "${other}" for a run log, expected ".log" or ".jsonl"`,
      `Write the name without it: --log ${JSON.stringify(log.slice(0, -other.length))}.`,
    );
  const stem = log.replace(/\.(?:log|jsonl)$/, '');
  const names = log.endsWith('.jsonl') ? [`${stem}.jsonl`] : log.endsWith('.log') ? [`${stem}.log`] : [`${stem}.log`, `${stem}.jsonl`];
  const places = names.flatMap((name) => {
    assertPlainName(name, 'a run log');
    return [join(folder, name), join(folder, 'logs', name)];
  });
  for (const place of places) if (await isThere(place)) return place;
  return places[0] ?? folder;
}

async function experimentFolder(root: string, experiment: string): Promise<string> {
  const written = experiment.replace(/\/+$/, '');
  if (!written.includes('/')) {
    assertPlainName(written, 'an experiment');
    return placeInside(root, `experiments/${written}`);
  }
  const folder = await placeInside(root, written);
  // A path that is not there is more likely a slip than a wish for a new place.
  if (written.startsWith('experiments/') || (await isThere(folder))) return folder;
  throw new Refusal(
    `There is no folder "${written}" in the workspace`,
    'Name an experiment without "/" to have its folder made below experiments/.',
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
