import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lock, as the lock itself says. */
export interface LockOwner {
  /** Where process numbers mean the same: this machine since it was started, and this container. */
  readonly machine: string;
  readonly pid: number;
  /** Tells this lock from every other, also of the same process. */
  readonly nonce: string;
}

/** The text of a lock. */
export function lockText({ machine, pid, nonce }: LockOwner): string {
  return `${nonce} ${pid} ${machine}\n`;
}

/** The owner that a lock's text names; null where it was cut off, by a process that was killed while it wrote it. */
export function readLockText(text: string): LockOwner | null {
  const [, nonce, pid, machine] = /^([0-9a-f]{16}) (\d{1,10}) (\S+)\n$/.exec(text) ?? [];
  return nonce === undefined || pid === undefined || machine === undefined ? null : { machine, pid: Number(pid), nonce };
}

/**
 * Whether the owner is known to have ended. Of a process of another machine nothing can be known; and a number that another process has taken
 * over meanwhile counts as alive.
 */
export function hasEnded(owner: LockOwner): boolean {
  if (owner.machine !== thisMachine()) return false;
  try {
    // Signal 0 only asks whether there is such a process.
    process.kill(owner.pid, 0);
    return false;
  } catch (cause) {
    // Anything else, EPERM above all, is said of a process that is there.
    return cause instanceof Error && 'code' in cause && cause.code === 'ESRCH';
  }
}

let machine: string | null = null;

/** A host's name alone would not do: containers of one host may share it, and count their processes apart. */
export function thisMachine(): string {
  machine ??= [hostname(), bootId(), processNamespace()].map((part) => part.replace(/\s+/g, '_')).join('/');
  return machine;
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '-';
  }
}

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '-';
  }
}
