import type { DateText } from './fields.ts';

export interface EventField {
  /** As written; may contain spaces: `Next Steps`. */
  readonly key: string;
  /** Continuation lines joined by newlines. */
  readonly value: string;
  readonly line: number;
}

/** One block of a run log. */
export interface RunLogEvent {
  /** `YYYY-MM-DDTHH:MM:SS`, no zone, as local text. */
  readonly timestamp: DateText;
  /** `VERIFY_MODEL`; empty where the header has none. */
  readonly action: string;
  readonly description: string;
  readonly fields: readonly EventField[];
  /** Lines that are no field, kept as they are. */
  readonly notes: readonly string[];
  readonly line: number;
  readonly lastLine: number;
}

/** A `.log` file of timestamped actions (seeds `design-experiment-logging.md`, `scaffold-experiment-logging.md`). */
export interface RunLog {
  readonly path: string;
  /** The file's stem: `design-experiment`. */
  readonly name: string;
  /** Folder of the experiment the log belongs to, relative to the workspace (a `logs/` folder counts as its parent's). */
  readonly experiment: string;
  readonly events: readonly RunLogEvent[];
}
