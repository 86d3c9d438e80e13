import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountLines } from '#ingest/account-lines.ts';
import { parseQueue } from '#ingest/queues/parse-queue.ts';
import { expectLinear } from '../../../linear-time.ts';

const sourceOf = (text: string, path = 'queue.json') => ({ path, text, digest: 'd', problems: [] });
const parse = (text: string, path?: string) => parseQueue(sourceOf(text, path));
const codesOf = (text: string) => accountLines(sourceOf(text), parse(text)).problems.map(({ code, line }) => `${code} ${line}`);
const jobOf = (task: object) => parse(JSON.stringify({ tasks: { 7: { command: 'just eval', ...task } } })).queue?.jobs[0];

describe('parseQueue', () => {
  it('reads what pueue 4 prints, each job with its lines', () => {
    const text = JSON.stringify(
      {
        tasks: {
          0: {
            id: 0,
            original_command: 'just eval rotary',
            command: 'just eval rotary',
            path: '/home/ada/lab/5_worktrees/rotary',
            envs: { WANDB_API_KEY: 'secret' },
            group: 'default',
            label: 'Q: does X help? H: expect +0.05 metric',
            status: {
              Done: {
                enqueued_at: '2026-01-04T09:30:00.123456789+01:00',
                start: '2026-01-04T09:31:00+01:00',
                end: '2026-01-04T09:33:00+01:00',
                result: { Failed: 1 },
              },
            },
          },
        },
        groups: {},
      },
      null,
      2,
    );
    const { queue } = parse(text, 'runs/queue.json');
    expect(queue).toEqual({
      id: 'runs-queue',
      path: 'runs/queue.json',
      jobs: [
        {
          id: 'job/runs-queue/0',
          number: '0',
          command: 'just eval rotary',
          label: 'Q: does X help? H: expect +0.05 metric',
          question: 'does X help?',
          expectation: 'expect +0.05 metric',
          state: 'failed',
          rawState: 'Done: Failed (1)',
          group: 'default',
          folder: 'rotary',
          enqueued: '2026-01-04T09:30:00.123456789+01:00',
          started: '2026-01-04T09:31:00+01:00',
          ended: '2026-01-04T09:33:00+01:00',
          line: 3,
          lastLine: 23,
        },
      ],
    });
    expect(codesOf(text)).toEqual([]);
  });

  it('reads what pueue 2 and 3 print: times beside the state', () => {
    expect(
      jobOf({ status: { Done: 'Success' }, enqueued_at: '2026-01-04T09:30:00Z', start: '2026-01-04T09:31:00Z', end: null }),
    ).toMatchObject({
      state: 'succeeded',
      rawState: 'Done: Success',
      enqueued: '2026-01-04T09:30:00Z',
      started: '2026-01-04T09:31:00Z',
      ended: null,
    });
  });

  it.each([
    ['Queued', 'queued'],
    [{ Queued: { enqueued_at: '2026-01-04T09:30:00Z' } }, 'queued'],
    [{ Stashed: { enqueue_at: null } }, 'stashed'],
    ['Running', 'running'],
    [{ Paused: { start: '2026-01-04T09:30:00Z' } }, 'paused'],
    [{ Locked: { previous_status: { Stashed: { enqueue_at: null } } } }, 'stashed'],
    [{ Done: { Failed: 2 } }, 'failed'],
    [{ Done: 'DependencyFailed' }, 'failed'],
    [{ Done: { FailedToSpawn: 'no such file' } }, 'failed'],
    [{ Done: { result: 'Killed' } }, 'killed'],
  ])('takes the state %j for %s', (status, state) => {
    expect(jobOf({ status })?.state).toBe(state);
  });

  it('keeps the command as it was typed, where pueue expanded an alias', () => {
    expect(jobOf({ original_command: 'train', command: 'uv run train.py', status: 'Queued' })?.command).toBe('train');
  });

  it('finds question and expectation in a label, either of them alone too, and no other colon', () => {
    const asked = (label: string | null) => {
      const job = jobOf({ label, status: 'Queued' });
      return [job?.question, job?.expectation];
    };
    expect(asked('Q: is A:B better? H: yes: by 2%')).toEqual(['is A:B better?', 'yes: by 2%']);
    expect(asked('Q: why?')).toEqual(['why?', null]);
    expect(asked('H: +0.1')).toEqual([null, '+0.1']);
    expect(asked('FAQ: none')).toEqual([null, null]);
    expect(asked(null)).toEqual([null, null]);
  });

  it('shows the last part of a folder, and nothing of a home folder', () => {
    const folder = (path: string) => jobOf({ path, status: 'Queued' })?.folder;
    expect(['/home/ada/lab/', '/home/ada', '/Users/ada', '/root', '/', 'C:\\Users\\ada\\lab', 'C:\\Users\\ada'].map(folder)).toEqual([
      'lab',
      '',
      '',
      '',
      '',
      'lab',
      '',
    ]);
  });

  it('lists a job in an unknown state, and reports one that is none and every further line of it', () => {
    const text = '{"tasks": {\n"0": {"command": "a", "status": "Frozen"},\n"1": [\n1\n],\n"2": {"command": "b", "status": "Queued"}}}\n';
    expect(parse(text).queue?.jobs.map(({ number, state, rawState }) => [number, state, rawState])).toEqual([
      ['0', 'unknown', 'Frozen'],
      ['2', 'queued', 'Queued'],
    ]);
    expect(codesOf(text)).toEqual(['unknown-job-state 2', 'unreadable-job 3', 'unread-line 4', 'unread-line 5']);
  });

  it('reports a time that the calendar does not have', () => {
    expect(codesOf('{"tasks":{"0":{"command":"a","status":"Running","start":"2026-02-30T00:00:00Z"}}}')).toEqual([
      'impossible-timestamp 1',
    ]);
  });

  it('shows what is no queue as text, where it stops being JSON, and never an environment or a path', () => {
    const text = '{"tasks": {\n"0": {"command": "a", "path": "/home/ada/lab/x",\n"envs": {"KEY": "sec}ret",\n"B": "secret"\n';
    const { kind, queue, bodies } = parse(text);
    expect({ kind, queue }).toEqual({ kind: 'page', queue: null });
    expect(codesOf(text)).toEqual(['not-a-queue 4']);
    expect(bodies[0]?.markdown).toBe('{"tasks": {\n"0": {"command": "a", "path": "x",\n"envs": "not published"\n\n');
    expect(bodies[0]?.html).not.toContain('secret');
    expect(parse('{"tasks": 3, "envs": {"A": "secret"}, "b": 1}').bodies[0]?.markdown).toBe(
      '{"tasks": 3, "envs": "not published", "b": 1}',
    );
    for (const written of ["'envs': {'A': 'secret'}", '"\\u0065nvs": {"A": "secret"}', '"env_vars": {"A": "secret"}'])
      expect(parse(`{"tasks": 3, ${written}`).bodies[0]?.markdown).not.toContain('secret');
    expect(codesOf('')).toEqual(['not-a-queue 1']);
  });

  it('reads a large or deep file in linear time', () => {
    const queue = (count: number): string =>
      JSON.stringify({
        tasks: Object.fromEntries(Array.from({ length: count }, (_, id) => [id, { command: 'x'.repeat(200), status: 'Queued' }])),
      });
    expect(parse(queue(20_000)).queue?.jobs).toHaveLength(20_000);
    for (const make of [
      queue,
      (count: number) => '['.repeat(5 * count),
      (count: number) => `{"tasks":${'['.repeat(5 * count)}${']'.repeat(5 * count)}}`,
      (count: number) => '{"envs":'.repeat(2.5 * count),
      (count: number) => `{"a":"${'\\'.repeat(5 * count)}`,
    ])
      expectLinear(make, parse, 20_000);
  }, 60_000);

  it('never throws, and accounts for every line', () => {
    const task = fc.record(
      { command: fc.string(), label: fc.option(fc.string()), status: fc.anything(), path: fc.string(), envs: fc.object() },
      { requiredKeys: [] },
    );
    const written = fc
      .record({
        tasks: fc.oneof(fc.dictionary(fc.string(), fc.oneof(task, fc.anything())), fc.array(task), fc.anything()),
        groups: fc.anything(),
      })
      .map((value) => JSON.stringify(value, null, 1));
    const cut = fc.tuple(written, fc.nat()).map(([text, length]) => text.slice(0, length % (text.length + 1)));
    fc.assert(
      fc.property(fc.oneof(written, cut, fc.string()), (text) => {
        const { problems, record } = accountLines(sourceOf(text), parse(text));
        const named = new Set(problems.map(({ line }) => line));
        expect(record.unaccounted.filter((line) => !named.has(line))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
