import type { DateText } from './fields.ts';

/** `job/<queue>/<job number>`: `job/queue/12`. */
export type JobId = `job/${string}/${string}`;

export const jobStates = ['queued', 'stashed', 'paused', 'running', 'succeeded', 'failed', 'killed', 'unknown'] as const;
export type JobState = (typeof jobStates)[number];

/** One job of a queue as its file says. Its environment is never read: it holds whatever the shell of its author held. */
export interface Job {
  readonly id: JobId;
  /** The queue's own number of the job. */
  readonly number: string;
  readonly command: string;
  /** As written; empty where the job has none. */
  readonly label: string;
  /** What `Q: … H: …` in the label ask and expect (seed `research-program.md`, "Queuing experiments"); null where the label does not say. */
  readonly question: string | null;
  readonly expectation: string | null;
  readonly state: JobState;
  /** The state as the file words it, with its reason: `Done: Failed (1)`. */
  readonly rawState: string;
  readonly group: string;
  /** The last part of the folder that it runs in, which often names the branch; nothing else of that path is kept. */
  readonly folder: string;
  readonly enqueued: DateText | null;
  readonly started: DateText | null;
  readonly ended: DateText | null;
  /** Where the job begins and ends in its file. */
  readonly line: number;
  readonly lastLine: number;
}

/** A `queue.json`, as `pueue status --json` writes it. */
export interface JobQueue {
  /** The path without `.json`, `/` as `-`. */
  readonly id: string;
  readonly path: string;
  readonly jobs: readonly Job[];
}
