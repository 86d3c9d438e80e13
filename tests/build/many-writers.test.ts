import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../workspace.ts';

const command = join(import.meta.dirname, '../../scripts/priors.ts');
const table = 'results.tsv';
const log = 'experiments/busy/design-experiment.log';
const locks = ['.results.tsv.lock', 'experiments/busy/.design-experiment.log.lock'];

interface Writer {
  /** What only this writer writes. */
  readonly mark: string;
  /** With code 0 what it wrote must be there; null is said of one that was killed. */
  readonly outcome: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

const running = new Set<number>();
afterAll(() => {
  for (const pid of running) process.kill(pid, 'SIGKILL');
});

function start(root: string, mark: string, args: readonly string[]): Writer {
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(process.execPath, [command, ...args, '--workspace', root], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const pid = child.pid ?? 0;
  running.add(pid);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const outcome = new Promise<{ code: number | null; stderr: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(pid);
      resolve({ code, stderr });
    });
  });
  return { mark, outcome };
}

const record = (root: string, mark: string): Writer => start(root, mark, ['record', '--commit', mark, '--val_bpb', '0.9', '--note', mark]);
const event = (root: string, mark: string): Writer =>
  start(root, mark, ['event', 'busy', 'CHECK_DISK', mark, '--command', `df ${mark}\nsecond line`, '--result', mark]);

/** Whoever is seen with a lock is killed there and then, so many times. */
async function killHolders(root: string, times: number, isOver: () => boolean): Promise<Set<number>> {
  const killed = new Set<number>();
  while (killed.size < times && !isOver()) {
    for (const lock of locks) {
      const pid = Number(/^[0-9a-f]{16} (\d+) /.exec(textOf(join(root, lock)))?.[1] ?? 0);
      if (!running.has(pid) || killed.has(pid) || killed.size >= times) continue;
      process.kill(pid, 'SIGKILL');
      killed.add(pid);
    }
    await wait(1);
  }
  return killed;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

describe('twenty processes that record and twenty that log, at once', { timeout: 180_000 }, () => {
  it('lose nothing that they said was written, though some are killed while they hold the lock', async () => {
    const root = createWorkspace({ [table]: 'commit\tval_bpb\tnote' });
    const numbers = Array.from({ length: 20 }, (_, index) => String(index).padStart(2, '0'));
    const writers = numbers.flatMap((number) => [record(root, `row${number}`), event(root, `event${number}`)]);
    let isOver = false;
    const killing = killHolders(root, 6, () => isOver);
    const outcomes = await Promise.all(writers.map(async ({ mark, outcome }) => ({ mark, ...(await outcome) })));
    isOver = true;
    const killed = await killing;

    const rows = readFileSync(join(root, table), 'utf8').split('\n');
    const blocks = readFileSync(join(root, log), 'utf8').trimEnd().split('\n\n');
    const rowOf = (mark: string): string => `${mark}\t0.9\t${mark}`;
    const written = [
      ...rows.slice(1, -1).map((row) => row.split('\t')[0] ?? ''),
      ...blocks.map((block) => / CHECK_DISK: (.*)\n/.exec(block)?.[1] ?? ''),
    ];
    // Whole, and only once each.
    expect(rows[0]).toBe('commit\tval_bpb\tnote');
    expect(rows.at(-1)).toBe('');
    for (const row of rows.slice(1, -1)) expect(row).toBe(rowOf(row.split('\t')[0] ?? ''));
    for (const block of blocks)
      expect(block).toMatch(/^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] CHECK_DISK: (event\d\d)\nCommand: df \1\n {2}second line\nResult: \1$/);
    expect(new Set(written).size).toBe(written.length);
    // Everything that was acknowledged, and nobody who was not killed was refused.
    const acknowledged = outcomes.filter(({ code }) => code === 0).map(({ mark }) => mark);
    expect(acknowledged.filter((mark) => !written.includes(mark))).toEqual([]);
    expect(outcomes.filter(({ code }) => code !== 0 && code !== null)).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(writers.length - killed.size);
    expect(killed.size).toBeGreaterThan(0);
  });

  it('leave no lock that would keep the next writer waiting', async () => {
    const root = createWorkspace({ [table]: 'commit\tval_bpb\tnote\n' });
    const victims = Array.from({ length: 4 }, (_, index) => record(root, `victim${index}`));
    let isOver = false;
    const killing = killHolders(root, 1, () => isOver);
    await Promise.all(victims.map(({ outcome }) => outcome));
    isOver = true;
    await killing;
    const started = performance.now();
    expect(await record(root, 'next').outcome).toMatchObject({ code: 0 });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(readFileSync(join(root, table), 'utf8')).toMatch(/^next\t0\.9\tnext\n$/m);
  });
});
