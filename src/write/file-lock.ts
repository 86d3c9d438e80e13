import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lock } from 'proper-lockfile';
import { Refusal } from './refusal.ts';

/** A lock that was not refreshed for so many milliseconds belongs to a process that was killed. */
const stale = 5_000;
/** Waits of 10 ms growing to 250 ms, about 40 s in all: longer than a killed process blocks, and enough for dozens of writers in a row. */
const patience = { retries: 170, factor: 1.2, minTimeout: 10, maxTimeout: 250, randomize: true };

/**
 * Does something while no other process of Priors does so with the same file. The lock lies beside the file (`.results.tsv.lock`, hidden
 * from the ingest) so that it also holds between machines that share a disk. The file's folder is made when missing.
 */
export async function whileLocked<Result>(file: string, action: () => Promise<Result>): Promise<Result> {
  await mkdir(dirname(file), { recursive: true });
  const release = await takeLock(file);
  try {
    return await action();
  } finally {
    await release();
  }
}

async function takeLock(file: string): Promise<() => Promise<void>> {
  try {
    return await lock(file, { realpath: false, lockfilePath: join(dirname(file), `.${basename(file)}.lock`), stale, retries: patience });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ELOCKED') {
      throw new Refusal(`"${basename(file)}" is being written by another process`, 'Try again when that has ended.');
    }
    throw cause;
  }
}
