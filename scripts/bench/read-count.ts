import { InvalidArgumentError } from 'commander';

/** Reads how many of something an option asks for. */
export function readCount(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('Expected a number from 1 to 999999.');
  return Number(value);
}
