/** Files of a small workspace: path to text. */
export type ExampleWorkspace = Readonly<Record<string, string>>;

/** A workspace that has a problem, and how it should have been written. */
export interface Example {
  readonly bad: ExampleWorkspace;
  /** Where the problem is reported in the bad one: path and line. */
  readonly at: `${string}:${number}`;
  readonly good: ExampleWorkspace;
}

/** A problem of the machine rather than of any text: what brings it about, in words. */
export interface Circumstance {
  readonly circumstance: string;
}
