import { expect } from 'vitest';

/** In milliseconds: what takes no longer says nothing about proportions. */
const atOnce = 1_000;
const attempts = 3;

interface Options {
  /** What is read, where the test's own name does not say it. */
  readonly name?: string;
  /** The size to begin with: a small part of the most, so that what is not linear fails and does not go on for hours. */
  readonly least?: number;
}

/**
 * Fails where four times as much takes far more than four times as long; quadratic would be sixteen times.
 *
 * @param make the input of a size
 * @param most the size up to which it is read
 */
export function expectLinear<Input>(
  make: (count: number) => Input,
  read: (input: Input) => unknown,
  most: number,
  { name = 'input', least = most / 256 }: Options = {},
): void {
  for (let count = least; count < most; count *= 4) expectProportional(make, read, Math.ceil(count), name);
  expectProportional(make, read, most, name);
}

function expectProportional<Input>(make: (count: number) => Input, read: (input: Input) => unknown, count: number, name: string): void {
  let measured = '';
  // What is slow once may have collected garbage, or was not compiled yet.
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const many = timeOf(make(count), read);
    if (many < atOnce) return;
    const few = timeOf(make(Math.ceil(count / 4)), read);
    if (many < 10 * few) return;
    measured += ` ${few.toFixed()} ms, with four times as much ${many.toFixed()} ms;`;
  }
  expect.fail(`${name} of size ${count} takes more than its share:${measured}`);
}

/** The milliseconds that this thread alone computed: how busy the machine is does not count. */
function timeOf<Input>(input: Input, read: (input: Input) => unknown): number {
  const start = process.threadCpuUsage();
  read(input);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
