import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { secondsBetween } from '#graph/run-logs/seconds-between.ts';
import type { Job, JobState } from '#schemas/queue.ts';
import { longDate, type ShownDate } from './date-text.ts';
import { durationText } from './duration-text.ts';
import { counted } from './entries/entry-row.ts';
import type { State, Tone } from './entries/entry-state.ts';
import { jobAnchor } from './href.ts';

/** A job as the page shows it. */
export interface JobRow {
  /** `id` attribute: what the job's address ends in. */
  readonly anchor: string;
  /** `12`, or with several queues `runs/queue.json 12`. */
  readonly number: string;
  readonly state: State;
  /** As the queue words it, where that says more than the state. */
  readonly rawState: string | null;
  /** What it is about in a line: its question, else its label, else its command. */
  readonly title: string;
  /** Whether the title is the command, and set as one. */
  readonly isCommand: boolean;
  readonly expectation: string | null;
  readonly command: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly times: readonly { readonly name: string; readonly time: ShownDate }[];
  /** How long it ran; null unless it has ended. */
  readonly duration: string | null;
}

export interface JobGroup {
  readonly title: string;
  readonly count: number;
  readonly jobs: readonly JobRow[];
}

/** All jobs of all queues. */
export interface JobsPage {
  readonly count: string;
  /** `queue.json`, the files that they come from. */
  readonly files: readonly string[];
  readonly groups: readonly JobGroup[];
}

const groupTitles = ['Running', 'Queued', 'Finished', 'In another state'] as const;
type GroupTitle = (typeof groupTitles)[number];

const groupOf: Readonly<Record<JobState, GroupTitle>> = {
  running: 'Running',
  paused: 'Running',
  queued: 'Queued',
  stashed: 'Queued',
  succeeded: 'Finished',
  failed: 'Finished',
  killed: 'Finished',
  unknown: 'In another state',
};

const tones: Readonly<Record<JobState, Tone>> = {
  running: 'open',
  paused: 'caution',
  queued: 'open',
  stashed: 'caution',
  succeeded: 'good',
  failed: 'bad',
  killed: 'bad',
  unknown: 'caution',
};

/** Whether there is anything for a page of jobs to show. */
export function hasJobs(graph: KnowledgeGraph): boolean {
  return graph.content.queues.some(({ jobs }) => jobs.length > 0);
}

/** What runs and waits in the order of the queue; what is finished, the last one first. */
export function jobsPage(graph: KnowledgeGraph): JobsPage {
  const queues = graph.content.queues.filter(({ jobs }) => jobs.length > 0);
  const all = queues.flatMap((queue) => queue.jobs.map((job) => ({ job, file: queues.length > 1 ? queue.path : null })));
  const byGroup = Map.groupBy(all, ({ job }) => groupOf[job.state]);
  return {
    count: counted(all.length, 'job', 'jobs'),
    files: queues.map(({ path }) => path),
    groups: groupTitles.flatMap((title) => {
      const members = byGroup.get(title);
      if (members === undefined) return [];
      const ordered = title === 'Finished' ? members.toSorted((a, b) => compareText(b.job.ended ?? '', a.job.ended ?? '')) : members;
      return { title, count: members.length, jobs: ordered.map(({ job, file }) => jobRow(job, file)) };
    }),
  };
}

/** What a job is about, in a line. */
export function jobTitle({ question, label, expectation, command }: Job): string {
  return question ?? (label !== '' && expectation === null ? label : command);
}

function jobRow(job: Job, file: string | null): JobRow {
  const seconds = job.started === null || job.ended === null ? null : secondsBetween(job.started, job.ended);
  const title = jobTitle(job);
  const times = [
    { name: 'queued', date: job.enqueued },
    { name: 'started', date: job.started },
    { name: 'ended', date: job.ended },
  ];
  return {
    anchor: jobAnchor(job.id),
    number: file === null ? job.number : `${file} ${job.number}`,
    state: { word: job.state === 'unknown' ? job.rawState || 'unknown' : job.state, tone: tones[job.state] },
    rawState: saysMore(job) ? job.rawState : null,
    title,
    isCommand: title === job.command,
    expectation: job.expectation,
    command: job.command,
    facts: [
      ...(job.folder === '' ? [] : [{ name: 'Folder', text: job.folder }]),
      ...(job.group === '' || job.group === 'default' ? [] : [{ name: 'Group', text: job.group }]),
    ],
    times: times.flatMap(({ name, date }) => (date === null ? [] : [{ name, time: longDate(date) }])),
    duration: seconds === null || seconds < 0 ? null : durationText(seconds),
  };
}

/** `Done: Failed (1)` says more than "failed", `Done: Success` no more than "succeeded". */
function saysMore({ state, rawState }: Job): boolean {
  return state !== 'unknown' && !/^(?:Queued|Running|Paused|Stashed|Done: (?:Success|Killed))$/.test(rawState);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
