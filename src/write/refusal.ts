/** Something was asked for that must not or cannot be written: nothing was written. Commands print it and end with exit code 2. */
export class Refusal extends Error {
  /** What to do about it. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'Refusal';
    this.hint = hint;
  }
}
