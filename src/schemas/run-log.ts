import type { DateText } from './fields.ts';

/** A point in a file; both count from 1, columns in UTF-16 code units. */
export interface TextPoint {
  readonly line: number;
  readonly column: number;
}

export interface EventField {
  /** As written; may contain spaces: `Next Steps`. */
  readonly key: string;
  /** As written, with its continuation lines joined by newlines, blank ones among them; of JSON, as readable text. */
  readonly value: string;
  /** The line of the key. */
  readonly line: number;
  /** Where the value begins. */
  readonly at: TextPoint;
  /** Whether the value stands in the file as it is here, so that every place in it is known from `at`: further lines begin in column 1. */
  readonly verbatim: boolean;
}

/** One block of a run log. */
export interface RunLogEvent {
  /** `YYYY-MM-DDTHH:MM:SS`, with zone only where one is written. Null where none is stated, or one that no calendar has. */
  readonly timestamp: DateText | null;
  /** The timestamp as written; empty where none is. */
  readonly written: string;
  readonly writtenAt: TextPoint;
  /** `VERIFY_MODEL`; empty where the header has none. */
  readonly action: string;
  readonly actionAt: TextPoint;
  readonly description: string;
  readonly descriptionAt: TextPoint;
  readonly fields: readonly EventField[];
  /** Lines that are no field, kept as they are. */
  readonly notes: readonly string[];
  readonly line: number;
  readonly lastLine: number;
}

/** Lines of a run log that belong to no event: text before the first one, a damaged JSON object. */
export interface StrayLines {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

/** A file of timestamped actions (seeds `design-experiment-logging.md`, `scaffold-experiment-logging.md`). */
export interface RunLog {
  readonly path: string;
  /** The file's stem: `design-experiment`. */
  readonly name: string;
  /** Folder of the experiment the log belongs to, relative to the workspace (a `logs/` folder counts as its parent's). */
  readonly experiment: string;
  /** In the order of the file. */
  readonly events: readonly RunLogEvent[];
  /** In the order of the file; each has a diagnostic. */
  readonly strays: readonly StrayLines[];
}

/** Where the experiment of a run log lies: in its folder. A log at the root of the workspace is an experiment of its own, under its own path. */
export function experimentPlaceOf({ experiment, path }: Pick<RunLog, 'experiment' | 'path'>): string {
  return experiment === '' ? path : experiment;
}
