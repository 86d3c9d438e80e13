import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whileLocked, type LockTimes } from '#write/file-lock.ts';
import { hasEnded, lockText, readLockText, thisMachine, type LockOwner } from '#write/lock-owner.ts';
import { createWorkspace } from '../../workspace.ts';

const nonce = '0123456789abcdef';
/** Shorter than usual, so that the tests are. */
const times: LockTimes = { stale: 500, heartbeat: 100, patience: 10_000 };

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('whileLocked', { timeout: 30_000 }, () => {
  it('lets one at a time do something, and leaves no lock', async () => {
    const root = createWorkspace();
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, () =>
        whileLocked(join(root, 'new/results.tsv'), async () => {
          inside += 1;
          most = Math.max(most, inside);
          await new Promise((resolve) => setTimeout(resolve, 2));
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(readdirSync(join(root, 'new'))).toEqual([]);
  });

  it('is free again after an action that failed', async () => {
    const root = createWorkspace();
    await expect(whileLocked(join(root, 'a'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await whileLocked(join(root, 'a'), () => Promise.resolve('yes'))).toBe('yes');
  });

  it('takes the lock of a killed process at once, however many wait for it', async () => {
    const root = createWorkspace({ '.a.lock': lockText({ machine: thisMachine(), pid: deadProcess(), nonce }) });
    // Who waits until it is stale waits for longer than a test may take.
    const hours: LockTimes = { ...times, stale: 3_600_000, patience: 3_600_000 };
    let done = 0;
    await Promise.all(Array.from({ length: 10 }, () => whileLocked(join(root, 'a'), () => Promise.resolve((done += 1)), hours)));
    expect(done).toBe(10);
    expect(readdirSync(root)).toEqual([]);
  });

  it.each([
    ['of another machine', lockText({ machine: 'elsewhere', pid: 1, nonce })],
    ['that was cut off when its process was killed', ''],
  ])('takes a lock %s when it has not changed for as long as it may, whatever its date says', async (_, text) => {
    const root = createWorkspace({ '.a.lock': text });
    utimesSync(join(root, '.a.lock'), 0, 0);
    const start = performance.now();
    await whileLocked(join(root, 'a'), () => Promise.resolve(), times);
    expect(performance.now() - start).toBeGreaterThan(times.stale);
    expect(readdirSync(root)).toEqual([]);
  });

  it('leaves the lock of another machine that shows that it lives', async () => {
    const root = createWorkspace({ '.a.lock': lockText({ machine: 'elsewhere', pid: 1, nonce }) });
    const beats = setInterval(() => {
      utimesSync(join(root, '.a.lock'), new Date(), new Date());
    }, times.heartbeat);
    let taken = false;
    const waiting = whileLocked(join(root, 'a'), () => Promise.resolve((taken = true)), times);
    await new Promise((resolve) => setTimeout(resolve, 3 * times.stale));
    expect(taken).toBe(false);
    clearInterval(beats);
    await waiting;
  });

  it('does not remove a lock that another has taken over meanwhile', async () => {
    const root = createWorkspace();
    const other = lockText({ machine: 'elsewhere', pid: 1, nonce });
    await whileLocked(join(root, 'a'), () => Promise.resolve(writeFileSync(join(root, '.a.lock'), other)));
    expect(readFileSync(join(root, '.a.lock'), 'utf8')).toBe(other);
  });

  it('is not stopped for long by a process that was killed while it removed the lock of another', async () => {
    const dead = lockText({ machine: thisMachine(), pid: deadProcess(), nonce });
    const root = createWorkspace({ '.a.lock': dead, [`.a.lock.${nonce}`]: dead });
    await whileLocked(join(root, 'a'), () => Promise.resolve(), times);
    expect(existsSync(join(root, `.a.lock.${nonce}`))).toBe(false);
  });
});

describe('a lock', () => {
  it('names its owner', () => {
    const owner: LockOwner = { machine: thisMachine(), pid: process.pid, nonce };
    expect(readLockText(lockText(owner))).toEqual(owner);
    expect(hasEnded(owner)).toBe(false);
    expect(hasEnded({ ...owner, pid: deadProcess() })).toBe(true);
    expect(hasEnded({ ...owner, pid: deadProcess(), machine: 'elsewhere' })).toBe(false);
  });

  it.each(['', 'x', `${nonce} 12`, `${nonce} 12 here`])('that was cut off (%j) names none', (text) => {
    expect(readLockText(text)).toBe(null);
  });
});
