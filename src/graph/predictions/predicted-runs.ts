import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { lineagesOf, type Lineage } from '#graph/lineage/lineage.ts';
import type { Ground } from '#graph/lineage/grounds.ts';
import { secondsBetween } from '#graph/run-logs/seconds-between.ts';
import type { RunId } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import type { Job } from '#schemas/queue.ts';

/**
 * The runs that an idea's prediction is checked by: those that its reports cite and its branch or commits made; where there are none of both, those
 * that its reports cite and no other idea made; else those that its branch or commits made. A report cites more than it tests: what it compares with.
 */
export function runsOfIdea(lineage: Lineage, graph: KnowledgeGraph): RunId[] {
  const { runs, idea } = lineage;
  const isMadeBy = (evidence: readonly Ground[]): boolean => evidence.some(({ by }) => by === 'slug' || by === 'commit');
  const own = runs.filter(({ evidence }) => isMadeBy(evidence));
  const cited = runs.filter(({ evidence }) => evidence.some(({ by }) => by === 'frontmatter'));
  const both = own.filter((run) => cited.includes(run));
  const isAnothers = (id: RunId): boolean =>
    lineagesOf(graph)
      .around(id)
      .some((other) => other.idea.id !== idea.id && other.runs.some(({ to, evidence }) => to === id && isMadeBy(evidence)));
  const chosen = [both, cited.filter(({ to }) => !isAnothers(to)), own].find(({ length }) => length > 0) ?? [];
  return chosen.map(({ to }) => to);
}

/** The runs of each job, and where nobody can tell which they are. */
export interface RunsOfJobs {
  /** Empty where there are none; null where its rows were recorded while other jobs ran, too. */
  readonly of: (job: Job, lineage: Lineage | null) => readonly RunId[] | null;
}

/**
 * The runs of jobs that have ended: the rows that were recorded while one ran, and no other, by the table's own times; else, where it is the only job
 * of its idea that expects anything, the runs of the idea. Each time is read once, and each job looks up its own.
 */
export function runsOfJobs(graph: KnowledgeGraph): RunsOfJobs {
  const jobs = graph.content.queues.flatMap((queue) => queue.jobs);
  const timed = jobs.some(({ expectation }) => expectation !== null) ? timedRuns(graph) : [];
  const byTime = new Map<Job, RunId[]>();
  const unclear = new Set<Job>();
  const windows = jobs.flatMap((job) => windowOf(job) ?? []).toSorted((a, b) => a.from - b.from);
  let first = 0;
  for (const { id, at } of timed) {
    // Windows are in order, and so are times: what ended long ago is never looked at again.
    while ((windows[first]?.until ?? Infinity) < at) first += 1;
    const open = windows.slice(first, first + mostAtOnce).filter(({ from, until }) => from <= at && at <= until);
    const [only, ...others] = open;
    if (only === undefined) continue;
    if (others.length > 0) for (const { job } of open) unclear.add(job);
    else byTime.set(only.job, [...(byTime.get(only.job) ?? []), id]);
  }
  return {
    of: (job, lineage) => {
      const own = byTime.get(job) ?? [];
      if (unclear.has(job)) return null;
      if (own.length > 0 || lineage === null) return own;
      const expecting = lineage.jobs.filter(({ to }) => to.expectation !== null);
      return expecting.length === 1 ? runsOfIdea(lineage, graph) : [];
    },
  };
}

/** A row is appended when its run has ended: a few seconds later than the job itself at most. */
const slack = 60;
/** More jobs than these do not run at once. */
const mostAtOnce = 200;

interface TimedRun {
  readonly id: RunId;
  readonly at: number;
}

/** The rows with a time that has a zone, as the times of jobs have, in order. */
function timedRuns({ results }: KnowledgeGraph): TimedRun[] {
  const all = [...results.values()].flatMap(({ columns, runs, nature }): TimedRun[] => {
    const column = columns.find(({ role }) => role === 'time')?.name;
    if (column === undefined || nature.rows !== 'runs') return [];
    return runs.flatMap(({ id, cells }) => {
      const at = momentOf((cells[column] ?? '').trim());
      return at === null ? [] : [{ id, at }];
    });
  });
  return all.toSorted((a, b) => a.at - b.at);
}

function windowOf(job: Job): { readonly job: Job; readonly from: number; readonly until: number } | null {
  const [from, until] = [momentOf(job.started ?? ''), momentOf(job.ended ?? '')];
  return from === null || until === null ? null : { job, from, until: until + slack };
}

/** Seconds; null for what has no zone, and cannot be compared with what has one. */
function momentOf(time: DateText): number | null {
  return /(?:Z|[+-]\d{2}:?\d{2})$/.test(time.slice(10)) ? (secondsBetween(epoch, time) ?? null) : null;
}

const epoch = '1970-01-01T00:00:00Z';
