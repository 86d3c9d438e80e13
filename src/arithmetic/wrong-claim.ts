interface Stretch {
  /** Offsets into the text; `end` is behind the last character. */
  readonly start: number;
  readonly end: number;
}

/** A claim that its own numbers contradict. */
export interface WrongArithmetic extends Stretch {
  readonly is: 'wrong';
  /** What they come to, in words of the claim's sort: `1.57×`, `−11.9 pp, −30.3% relative`. */
  readonly comesTo: string;
}

/** A change of percentages in "%" that is right in percentage points only. */
export interface PercentForPoints extends Stretch {
  readonly is: 'points';
  /** The change in points and in percent, with their signs. */
  readonly points: string;
  readonly relative: string;
}

export type WrongClaim = WrongArithmetic | PercentForPoints;

/** A number for a message, with so many significant digits. */
export function shortNumber(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}

/** The same with its sign, as a change has it: `+13`, `−0.5`. */
export function signedNumber(value: number): string {
  return `${value < 0 ? '−' : '+'}${shortNumber(Math.abs(value), 3)}`;
}
