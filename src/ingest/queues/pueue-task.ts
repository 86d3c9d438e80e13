import { isRealDate } from '#schemas/fields.ts';
import type { Job, JobState } from '#schemas/queue.ts';

/** A task of `pueue status --json`, without the place where it stands. */
export type Task = Omit<Job, 'id' | 'number' | 'line' | 'lastLine'>;

export interface ReadTask {
  readonly task: Task;
  /** Times that the calendar does not have, as written. */
  readonly impossible: readonly string[];
}

/**
 * Reads one task of pueue 1 to 4 (`pueue_lib/src/task.rs`). Until version 3 the state is a word or `{ Done: "Success" }`, with `start`, `end` and
 * `enqueued_at` beside it; since version 4 these stand within the state: `{ Done: { result: { Failed: 1 }, start, … } }`.
 * The environment (`envs`) is not even looked at.
 *
 * @returns what is wrong, in words, where it is no task
 */
export function readTask(value: unknown): ReadTask | string {
  if (!isObject(value)) return 'it is not an object';
  const command = textAt(value, 'original_command') || textAt(value, 'command');
  if (command === '') return 'it has no command';
  const status = at(value, 'status');
  if (status === undefined) return 'it has no status';
  const [word, details] = stateIn(status);
  const label = textAt(value, 'label').trim();
  const times = { enqueued: 'enqueued_at', started: 'start', ended: 'end' } as const;
  const written = mapValues(times, (key) => textAt(details, key) || textAt(value, key) || null);
  const { state, raw } = wordedState(word, word === 'Done' ? resultIn(details, status) : null, () => previousState(value, details));
  return {
    task: {
      command,
      label,
      ...askedIn(label),
      state,
      rawState: raw,
      group: textAt(value, 'group'),
      folder: folderName(textAt(value, 'path')),
      ...mapValues(written, (time) => (time !== null && isRealDate(time) ? time : null)),
    },
    impossible: Object.values(written)
      .filter((time) => time !== null && !isRealDate(time))
      .map(String),
  };
}

/** `Q: does X help? H: expect +0.05 metric` (seed `research-program.md`, "Queuing experiments"): either part may be missing. */
function askedIn(label: string): Pick<Job, 'question' | 'expectation'> {
  const marks = [...label.matchAll(/(?<!\S)([QH]):/g)];
  const partOf = (letter: string): string | null => {
    const index = marks.findIndex((mark) => mark[1] === letter);
    const mark = marks[index];
    if (mark === undefined) return null;
    return label.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim() || null;
  };
  return { question: partOf('Q'), expectation: partOf('H') };
}

/** A state's word, and what stands with it. */
function stateIn(status: unknown): readonly [string, Readonly<Record<string, unknown>>] {
  if (typeof status === 'string') return [status, {}];
  const [entry] = isObject(status) ? Object.entries(status) : [];
  return entry === undefined ? ['', {}] : [entry[0], isObject(entry[1]) ? entry[1] : {}];
}

/** `Success`, `Failed (1)`: since version 4 within the details, before that in their place. */
function resultIn(details: Readonly<Record<string, unknown>>, status: unknown): string {
  const result = at(details, 'result') ?? (isObject(status) ? at(status, 'Done') : undefined);
  if (typeof result === 'string') return result;
  const [entry] = isObject(result) ? Object.entries(result) : [];
  if (entry === undefined) return '';
  const [word, detail] = entry;
  return typeof detail === 'number' || typeof detail === 'string' ? `${word} (${detail})` : word;
}

/** While a task is edited it is locked; what it was before is what it is. */
function previousState(task: Readonly<Record<string, unknown>>, details: Readonly<Record<string, unknown>>): JobState {
  const [word] = stateIn(at(details, 'previous_status') ?? at(task, 'prev_status'));
  return states.get(word) ?? 'unknown';
}

const states: ReadonlyMap<string, JobState> = new Map([
  ['Queued', 'queued'],
  ['Stashed', 'stashed'],
  ['Paused', 'paused'],
  ['Running', 'running'],
]);

function wordedState(word: string, result: string | null, previous: () => JobState): { state: JobState; raw: string } {
  if (word === 'Locked') return { state: previous(), raw: word };
  if (result === null) return { state: states.get(word) ?? 'unknown', raw: word };
  const raw = result === '' ? word : `${word}: ${result}`;
  const [name = ''] = result.split(' ');
  if (name === 'Success') return { state: 'succeeded', raw };
  if (name === 'Killed') return { state: 'killed', raw };
  return { state: /^(?:Failed|FailedToSpawn|Errored|DependencyFailed)$/.test(name) ? 'failed' : 'unknown', raw };
}

/**
 * The last part of a path of any system, which often names a branch; the rest names the machine and its user. Of somebody's home folder, nothing.
 */
export function folderName(path: string): string {
  const parts = path.split(/[/\\]+/).filter((part) => part !== '' && !/^[A-Za-z]:$/.test(part));
  const isHome = /^(?:home|users|root)$/i.test(parts[0] ?? '') && parts.length <= 2;
  return isHome ? '' : (parts.at(-1) ?? '');
}

function mapValues<Key extends string, Value, Mapped>(
  record: Readonly<Record<Key, Value>>,
  map: (value: Value) => Mapped,
): Readonly<Record<Key, Mapped>> {
  // The keys are the record's own.
  return Object.fromEntries(Object.entries<Value>(record).map(([key, value]) => [key, map(value)])) as Record<Key, Mapped>;
}

function textAt(object: Readonly<Record<string, unknown>>, key: string): string {
  const value = at(object, key);
  return typeof value === 'string' ? value : '';
}

function at(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
