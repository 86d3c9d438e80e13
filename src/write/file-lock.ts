import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, stat, unlink, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasEnded, lockText, readLockText, thisMachine } from './lock-owner.ts';
import { Refusal } from './refusal.ts';

/** In milliseconds. */
export interface LockTimes {
  /** How long a lock may stay as it is before a waiting process takes its owner for dead where it cannot ask. */
  readonly stale: number;
  /** How often an owner shows that it lives. */
  readonly heartbeat: number;
  /** How long a process waits: longer than dozens of writers in a row take. */
  readonly patience: number;
}

const usualTimes: LockTimes = { stale: 5_000, heartbeat: 1_000, patience: 40_000 };

/**
 * Does something while no other process of Priors does so with the same file. The lock lies beside the file (`.results.tsv.lock`, hidden
 * from the ingest) so that it also holds between machines that share a disk. The file's folder is made when missing.
 *
 * The lock names its owner. That of a process of this machine that was killed is taken away at once; that of any other when it has not changed
 * for five seconds, counted by the process that waits, so that the clocks of two machines never matter.
 */
export async function whileLocked<Result>(file: string, action: () => Promise<Result>, times = usualTimes): Promise<Result> {
  await mkdir(dirname(file), { recursive: true });
  const release = await takeLock(join(dirname(file), `.${basename(file)}.lock`), basename(file), times);
  try {
    return await action();
  } finally {
    await release();
  }
}

/** What a waiting process saw of a lock. */
interface Sighting {
  readonly text: string;
  readonly changed: number;
  /** When this process first saw it so, by a clock that only runs forward. */
  readonly since: number;
}

async function takeLock(lock: string, name: string, times: LockTimes): Promise<() => Promise<void>> {
  const text = lockText({ machine: thisMachine(), pid: process.pid, nonce: randomBytes(8).toString('hex') });
  const deadline = performance.now() + times.patience;
  let seen: Sighting | null = null;
  while (!(await create(lock, text))) {
    seen = await look(lock, seen);
    if (seen !== null && isAbandoned(seen, times.stale)) await takeAway(lock, seen.text, times.stale);
    else if (performance.now() > deadline)
      throw new Refusal(`"${name}" is being written by another process`, 'Try again when that has ended.');
    // Writers that wait for each other must not keep step.
    else await wait(5 + Math.random() * 30);
  }
  const beats = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => undefined), times.heartbeat);
  beats.unref();
  return async () => {
    clearInterval(beats);
    // Whoever held the file for too long has lost it to another, whose lock must stay.
    if ((await textOf(lock)) === text) await unlink(lock);
  };
}

/** @returns false where the lock is there already */
async function create(lock: string, text: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx');
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    return true;
  } catch (cause) {
    if (isCode(cause, 'EEXIST')) return false;
    throw cause;
  }
}

/** What there is to see now; null where the lock has just been released. */
async function look(lock: string, before: Sighting | null): Promise<Sighting | null> {
  try {
    const text = await readFile(lock, 'utf8');
    const changed = (await stat(lock)).mtimeMs;
    return before?.text === text && before.changed === changed ? before : { text, changed, since: performance.now() };
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null;
    throw cause;
  }
}

function isAbandoned({ text, since }: Sighting, stale: number): boolean {
  const owner = readLockText(text);
  return (owner !== null && hasEnded(owner)) || performance.now() - since > stale;
}

/**
 * Removes a lock whose owner is gone. Of all who wait only one may do so, and only if the lock is still that of the dead owner: else one that another
 * process has just taken would be removed. Whoever removes it holds a lock for that, named after the dead one; one that was left
 * behind by a process killed in this very moment is removed when it has not changed for as long as any other.
 */
async function takeAway(lock: string, text: string, stale: number): Promise<void> {
  const removal = `${lock}.${readLockText(text)?.nonce ?? 'unnamed'}`;
  if (await create(removal, text)) {
    try {
      if ((await textOf(lock)) === text) await unlink(lock);
    } finally {
      await unlink(removal);
    }
    return;
  }
  const first = await textOf(removal);
  for (const since = performance.now(); performance.now() - since < stale;) {
    await wait(20);
    if (first === null || (await textOf(removal)) !== first || (await textOf(lock)) !== text) return;
  }
  await unlink(removal).catch(() => undefined);
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
