import type { Program } from '#schemas/program.ts';

/** The keys of `program.md` that can be inferred, in the order in which they are written. */
export type InferableKey = 'title' | 'project' | 'metric' | 'repository' | 'files';

/**
 * How far a value can be trusted: something that is there states it; it was guessed; or nothing tells, and the value only says that a person must
 * fill it in.
 */
export type Certainty = 'stated' | 'guessed' | 'open';

/** A key of `program.md` with the value that it could have. */
export interface InferredKey<Key extends InferableKey = InferableKey> {
  readonly key: Key;
  readonly value: Readonly<NonNullable<Program[Key]>>;
  readonly certainty: Certainty;
  /** Where it comes from, or what to do: one line, which becomes a comment above the key. */
  readonly note: string;
}

/** A file of the workspace that says what the research is about. */
export interface Introduction {
  readonly path: string;
  /** Credentials masked. */
  readonly text: string;
}
