import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { ValuePlace } from '#schemas/entry.ts';
import type { Job, JobQueue } from '#schemas/queue.ts';
import { nothingRead, type LineRange, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { parsePlain } from '#ingest/entries/parse-plain.ts';
import { publicQueueText } from './public-queue-text.ts';
import { readTask } from './pueue-task.ts';
import { isJsonError, readJson, type JsonNode } from '#ingest/text/read-json.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';
import { textPlaces, type TextPlaces } from '#diagnostics/text-places.ts';

/**
 * A `queue.json` as `pueue status --json` prints it (formats.md, "queue"). What is no such thing is shown as text, without the environments
 * that it may hold; a job that cannot be read is a problem at its lines, and the others stay.
 */
export function parseQueue(source: SourceFile): Reading {
  const { path, text } = source;
  const places = textPlaces(text);
  const tasks = tasksIn(text);
  if ('reason' in tasks) {
    const found = problem('not-a-queue', { path, ...places.placeOf(tasks.at, tasks.at + 1) }, { reason: tasks.reason });
    const plain = parsePlain({ ...source, text: publicQueueText(text) });
    return { ...plain, problems: [...source.problems, found] };
  }

  const id = path.replace(/\.json$/i, '').replaceAll('/', '-');
  const jobs: Job[] = [];
  const problems: Problem[] = [...source.problems];
  // Of a key that is there twice, JSON means the last one.
  for (const member of new Map(tasks.written.map((task) => [task.key, task])).values()) {
    const place = places.placeOf(member.start, member.end);
    const read = readTask(valueOf(text, member.value));
    if (typeof read === 'string') {
      problems.push(problem('unreadable-job', { path, ...place }, { reason: read }));
      continue;
    }
    const lastLine = places.placeOf(member.end - 1, member.end).line;
    jobs.push({ id: `job/${id}/${member.key}`, number: member.key, ...read.task, line: place.line, lastLine });
    problems.push(...doubts(path, place, read.task, read.impossible));
  }
  const queue: JobQueue = { id, path, jobs };
  return { ...nothingRead, kind: 'job queue', queue, alsoRead: linesBetween(text, tasks.written, places), problems };
}

/** A task with its place: offsets into the text, its key included. */
interface WrittenTask {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly value: JsonNode;
}

/** The tasks of a queue as written. */
function tasksIn(text: string): { readonly written: readonly WrittenTask[] } | { readonly reason: string; readonly at: number } {
  if (text.trim() === '') return { reason: 'the file is empty', at: 0 };
  const read = readJson(text);
  if (isJsonError(read)) {
    const last = Math.max(text.trimEnd().length - 1, 0);
    return { reason: `unexpected ${read.offset > last ? 'end' : 'text'}, expected ${read.expected}`, at: Math.min(read.offset, last) };
  }
  const tasks = read.type === 'object' ? read.members.filter(({ key }) => key === 'tasks') : [];
  const written = tasks.flatMap(({ value }) => membersOf(value) ?? []);
  return tasks.every(({ value }) => membersOf(value) === null) ? { reason: 'it has no "tasks"', at: 0 } : { written };
}

/** The members of an object by their keys, the items of a list by their places; null of anything else. */
function membersOf(node: JsonNode): WrittenTask[] | null {
  if (node.type === 'object') return node.members.map(({ key, start, value }) => ({ key, start, end: value.end, value }));
  if (node.type !== 'array') return null;
  return node.items.map((value, index) => ({ key: String(index), start: value.start, end: value.end, value }));
}

/** The plain value of a node; undefined where it is nested so deeply that nobody looked whether it is JSON. */
function valueOf(text: string, { start, end }: JsonNode): unknown {
  try {
    return JSON.parse(text.slice(start, end));
  } catch {
    return undefined;
  }
}

function doubts(
  path: string,
  place: ValuePlace,
  { state, rawState }: Pick<Job, 'state' | 'rawState'>,
  impossible: readonly string[],
): Problem[] {
  return [
    ...(state === 'unknown' ? [problem('unknown-job-state', { path, ...place }, { found: rawState })] : []),
    ...impossible.map((found) => problem('impossible-timestamp', { path, ...place }, { found })),
  ];
}

/** The lines around the tasks: brackets, groups and settings of the queue itself. */
function linesBetween(text: string, members: readonly WrittenTask[], places: TextPlaces): LineRange[] {
  const ranges: LineRange[] = [];
  let from = 1;
  for (const { start, end } of members.toSorted((a, b) => a.start - b.start)) {
    ranges.push({ from, to: places.placeOf(start, end).line - 1 });
    from = places.placeOf(end - 1, end).line + 1;
  }
  ranges.push({ from, to: sourceLines(text).length });
  return ranges.filter((range) => range.to >= range.from);
}
