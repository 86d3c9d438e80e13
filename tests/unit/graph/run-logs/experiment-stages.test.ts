import { describe, expect, it } from 'vitest';
import { durationInText } from '#graph/run-logs/duration-in-text.ts';
import { experimentStages } from '#graph/run-logs/experiment-stages.ts';
import { failureOf } from '#graph/run-logs/failed-events.ts';
import { loggedCommands } from '#graph/run-logs/logged-commands.ts';
import { stageOfLog } from '#graph/run-logs/stage-of-log.ts';
import { statedTimes } from '#graph/run-logs/stated-times.ts';
import type { RunLog } from '#schemas/run-log.ts';
import { expectLinear } from '../../../linear-time.ts';
import { makeRunLog } from './make-run-log.ts';

const stageOf = (name: string, ...lines: string[]) => {
  const [stage] = experimentStages([makeRunLog(name, ...lines)]).filter(({ state }) => state !== 'missing');
  if (stage === undefined) throw new Error(name);
  return stage;
};

describe('the stage of a log', () => {
  it.each([
    ['design-experiment', 'design'],
    ['4d8de0e__design-experiment__logging.md', 'design'],
    ['scaffold-experiment', 'scaffold'],
    ['scaffold-torchtune', 'scaffold'],
    ['8b80c4f__agents__scaffold-inspect.md', 'scaffold'],
    ['run-experiment', 'run'],
    ['run-torchtune', 'run'],
    ['run-inspect', 'evaluate'],
    ['evaluate-experiment', 'evaluate'],
    ['summarize-experiment', 'summarise'],
    ['explore-experiment', 'summarise'],
  ])('%s is %s, by its name', (name, stage) => {
    expect(stageOfLog({ name, events: [] })).toBe(stage);
  });

  it.each([
    ['VERIFY_MODEL', 'design'],
    ['CALCULATE_TRAINING_TIME', 'design'],
    ['GENERATE_YAMLS', 'scaffold'],
    ['SUBMIT_JOB', 'run'],
    ['START_EVALUATION', 'evaluate'],
    ['READ_MAIL', null],
  ])('of a name that says nothing, a log of %s is %s', (action, stage) => {
    expect(stageOfLog(makeRunLog('actions', `[2026-01-04 09:00:00] ${action}`, 'Result: fine'))).toBe(stage);
  });
});

describe('the stages of an experiment', () => {
  it('are five in the order of work, also those without a log, and what belongs to none stands last', () => {
    const logs = [
      makeRunLog('run-torchtune', '[2026-01-04 10:00:00] TRAIN', 'Result: fine'),
      makeRunLog('notes', '[2026-01-04 08:00:00] READ_MAIL', 'Result: fine'),
      makeRunLog('design-experiment', '[2026-01-04 09:00:00] COMPLETE', 'Status: fine'),
    ];
    expect(experimentStages(logs).map(({ name, state }) => [name, state])).toEqual([
      ['design', 'done'],
      ['scaffold', 'missing'],
      ['run', 'unfinished'],
      ['evaluate', 'missing'],
      ['summarise', 'missing'],
      [null, 'unfinished'],
    ]);
  });

  it('are none where no log tells of one', () => {
    expect(experimentStages([makeRunLog('notes', '[2026-01-04 08:00:00] READ_MAIL', 'Result: fine')])).toEqual([]);
    expect(experimentStages([])).toEqual([]);
  });

  it('sum the events of their logs, from the earliest time to the latest', () => {
    const stages = experimentStages([
      makeRunLog('scaffold-inspect', '[2026-01-04 09:05:00] CREATE', 'Result: a', '[2026-01-04 09:07:30] COMPLETE', 'Result: b'),
      makeRunLog('scaffold-torchtune', '[2026-01-04 09:00:00] CREATE', 'Result: a', '[2026-01-04 09:06:00] COMPLETE', 'Result: b'),
    ]);
    expect(stages.find(({ name }) => name === 'scaffold')).toMatchObject({
      logs: [{ name: 'scaffold-torchtune' }, { name: 'scaffold-inspect' }],
      events: 4,
      span: { from: '2026-01-04T09:00:00', to: '2026-01-04T09:07:30', seconds: 450 },
    });
  });

  it('have failed where one of two logs of different names has, whatever the other says later', () => {
    const stages = experimentStages([
      makeRunLog('scaffold-torchtune', '[2026-01-04 09:00:00] CREATE', '[2026-01-04 09:01:00] FAILED', 'Result: no disk'),
      makeRunLog('scaffold-inspect', '[2026-01-04 09:05:00] CREATE', 'Result: a', '[2026-01-04 09:07:30] COMPLETE', 'Result: b'),
    ]);
    expect(stages.find(({ name }) => name === 'scaffold')?.state).toBe('failed');
  });

  it('have no span where times are missing or cannot be compared', () => {
    expect(stageOf('run', '[2026-13-45 09:00:00] A', 'Result: fine').span).toBeNull();
    expect(stageOf('run', '[2026-01-04T09:00:00Z] A', 'Result: x', '[2026-01-04 09:00:00] B', 'Result: x').span).toBeNull();
  });

  it('say which logs run backwards', () => {
    const { backwards, span } = stageOf('run', '[2026-01-05 09:00:00] A', 'Result: x', '[2026-01-04 09:00:00] B', 'Result: x');
    expect(backwards.map(({ name }) => name)).toEqual(['run']);
    expect(span?.seconds).toBe(86_400);
  });

  it.each([
    ['done', ['[2026-01-04 09:00:00] TRAIN_START', '[2026-01-04 09:01:00] TRAIN_COMPLETE', 'Result: fine']],
    ['done', ['[2026-01-04 09:00:00] COMPLETE', 'Summary: 8 runs, 2 failures', '[2026-01-04 09:01:00] NOTE', 'Details: late']],
    ['unfinished', ['[2026-01-04 09:00:00] TRAIN_START', '[2026-01-04 09:01:00] PROGRESS', 'Result: half']],
    ['unfinished', ['[2026-01-04 09:00:00] TRAIN_COMPLETE', '[2026-01-04 09:01:00] SUBMIT', 'Result: job 2']],
    ['unfinished', ['[2026-01-04 09:00:00] TRAIN_FAILED', '[2026-01-04 09:01:00] TRAIN_START', 'Details: second try']],
    ['failed', ['[2026-01-04 09:00:00] TRAIN_START', '[2026-01-04 09:01:00] TRAIN_FAILED', 'Result: no memory']],
    ['failed', ['[2026-01-04 09:00:00] TRAIN_START', '[2026-01-04 09:01:00] TRAIN_COMPLETE', 'Result: failure: no memory']],
    ['failed', ['[2026-01-04 09:00:00] SUBMIT', 'Result: failure: no node']],
  ] as const)('are %s after %j', (state, lines) => {
    expect(stageOf('run', ...lines).state).toBe(state);
  });

  const [failed, done, begun, ended, stops] = [
    ['ABORTED', 'Result: no node'],
    ['COMPLETE', 'Result: fine'],
    ['TRAIN_START', 'Result: job 1'],
    ['TRAIN_COMPLETE', 'Result: fine'],
    ['SUBMIT', 'Result: job 1'],
  ] as const;

  it.each([
    // It was tried again.
    ['done', [failed, done], []],
    ['failed', [done, failed], []],
    ['failed', [failed, done, failed], []],
    ['unfinished', [failed, begun], ['TRAIN_START']],
    // Nothing ends the training.
    ['unfinished', [begun, failed, done], ['TRAIN_START']],
    ['unfinished', [stops, done], []],
    ['done', [begun, failed, ended], []],
    ['failed', [begun, failed], ['TRAIN_START']],
  ] as const)('are %s where one log after another says %j', (state, events, open) => {
    const logs = events.map(([action, field], index) => makeRunLog(`run-${index}`, `[2026-01-04 09:0${index}:00] ${action}`, field));
    // In the order in which they begin, whatever that of the files is.
    const stage = experimentStages(logs.toReversed()).find(({ name }) => name === 'run');
    expect(stage).toMatchObject({ state, open });
    // What failed stays listed.
    expect(stage?.failures).toHaveLength(events.filter((event) => event === failed).length);
  });

  it('name what was begun and not ended', () => {
    const { open } = stageOf(
      'run',
      '[2026-01-04 09:00:00] TRAIN_START',
      '[2026-01-04 09:00:01] EVAL_START',
      '[2026-01-04 09:00:02] EVAL_DONE',
    );
    expect(open).toEqual(['TRAIN_START']);
  });

  it('have pauses where more than ten minutes pass between two events of one log', () => {
    const { pauses } = stageOf(
      'run',
      '[2026-01-04 09:00:00] A',
      '[2026-01-04 09:10:00] B',
      '[2026-01-04 09:20:01] C',
      '[2026-01-03 09:00:00] D',
      '[2026-01-04 09:20:01] E',
    );
    expect(pauses.map(({ before, after, seconds }) => [before.event.action, after.event.action, seconds])).toEqual([
      ['B', 'C', 601],
      ['D', 'E', 87_601],
    ]);
  });

  it('count an event that reports failures once, however often it says so', () => {
    const { failures } = stageOf(
      'run',
      '[2026-01-04 09:00:00] BATCH',
      'Result: 4 runs processed, 2 failures',
      'Summary: 2 failed',
      '[2026-01-04 09:01:00] SUBMIT',
      'Result: failure: no node',
      '[2026-01-04 09:02:00] COMPLETE',
      'Summary: 8 runs created successfully, 0 failures',
    );
    expect(failures.map(({ position, text }) => [position, text])).toEqual([
      [0, '2 failures'],
      [1, 'failure: no node'],
    ]);
  });
});

describe('what an event says of failure', () => {
  const said = (...lines: string[]) => makeRunLog('run', ...lines).events.map(failureOf);

  it.each([
    [['[2026-01-04 09:00:00] A', 'Failures: 3'], 'Failures: 3'],
    [['[2026-01-04 09:00:00] A: 3 runs failed', 'Result: went on'], '3 runs failed'],
    [['[2026-01-04 09:00:00] TRAIN_FAILED'], 'TRAIN_FAILED'],
    [['[2026-01-04 09:00:00] A', 'Result: Failed over to plan B'], null],
    [['[2026-01-04 09:00:00] A', 'Result: no failures'], null],
  ])('of %j is %j', (lines, text) => {
    expect(said(...lines)).toEqual([text]);
  });

  it('is the message of an error where there is one', () => {
    const json = '{"timestamp":"2025-10-22T14:30:01.123Z","action":"VERIFY_MODEL","result":"failure","error_message":"no such folder"}';
    expect(said(json)).toEqual(['no such folder']);
  });
});

describe('durationInText', () => {
  it.each([
    ['Estimated 16 minutes total (8 min × 2 epochs)', 960],
    ['About a minute of machine time', 60],
    ['an hour', 3600],
    ['~1 h 30 min', 5400],
    ['2-3 hours', 9000],
    ['8min/epoch × 2 = 16 min', 960],
    ['5 s per run, 40 s in all', 40],
    ['8 samples of 4 GB', null],
    ['a day', 86_400],
    ['a m', null],
    ['soon', null],
  ])('of %j is %j', (text, seconds) => {
    expect(durationInText(text)).toBe(seconds);
  });

  it('takes no longer than the text is long', () => {
    expectLinear((count) => '1 - '.repeat(count), durationInText, 50_000);
  });
});

describe('stated times', () => {
  const timesOf = (logs: readonly RunLog[]) =>
    statedTimes(experimentStages(logs)).map(({ is, stated, seconds, actual, against }) => ({
      is,
      stated,
      seconds,
      actual,
      against: against.is === 'stage' ? against.stage.name : against.start,
    }));
  const design = (...lines: string[]) => makeRunLog('design-experiment', ...lines);
  const run = makeRunLog('run-torchtune', '[2026-01-04 10:00:00] START_RUN', '[2026-01-04 10:20:00] COMPLETE_RUN');

  it('set the estimate of a design beside the run, from its first event to its last', () => {
    const result = 'Result: Estimated 16 minutes total (8 min × 2 epochs)';
    expect(timesOf([design('[2026-01-04 09:00:00] CALCULATE_TIME: Training time estimate', result), run])).toEqual([
      { is: 'estimate', stated: result.slice(8), seconds: 960, actual: 1200, against: 'run' },
    ]);
  });

  it('do not know the actual time where the stage has no log', () => {
    expect(timesOf([design('[2026-01-04 09:00:00] CALCULATE_TIME', 'Result: 16 minutes')])).toEqual([
      { is: 'estimate', stated: '16 minutes', seconds: 960, actual: null, against: 'run' },
    ]);
  });

  it('set the estimate of an evaluation beside the evaluation', () => {
    const evaluation = makeRunLog('run-inspect', '[2026-01-04 11:00:00] A', '[2026-01-04 11:05:00] COMPLETE');
    expect(timesOf([design('[2026-01-04 09:00:00] CALCULATE_TIME: Evaluation time', 'Result: 3 min'), run, evaluation])).toMatchObject([
      { seconds: 180, actual: 300, against: 'evaluate' },
    ]);
  });

  it('are read from fields of their own, and in JSON with the unit in the key', () => {
    const json = '{"timestamp":"2026-01-04T09:00:01","action":"CALCULATE_TRAINING_TIME","per_epoch_seconds":120,"total_seconds":240}';
    const lines = ['[2026-01-04 10:00:00] SUBMIT', 'Estimated time: 30 min', '[2026-01-04 10:40:00] COMPLETE'];
    expect(timesOf([design(json)])).toMatchObject([{ stated: '240 seconds', seconds: 240 }]);
    expect(timesOf([makeRunLog('run', ...lines)])).toMatchObject([{ stated: '30 min', seconds: 1800, actual: 2400, against: 'run' }]);
  });

  it('set the duration of what an event ends beside the time since it began, and leave out those of single actions', () => {
    expect(
      timesOf([
        makeRunLog(
          'scaffold-torchtune',
          '[2026-01-04 09:00:00] SCAFFOLD_START',
          '[2026-01-04 09:00:15] SCAFFOLD_COMPLETE',
          'Duration: 15 seconds',
          '[2026-01-04 09:00:20] INSPECT_COMPLETE',
          'Duration: 1m 20s',
          '[2026-01-04 09:00:30] COMPLETE',
          'duration_ms: 12',
        ),
      ]),
    ).toEqual([
      { is: 'duration', stated: '15 seconds', seconds: 15, actual: 15, against: 'SCAFFOLD_START' },
      { is: 'duration', stated: '1m 20s', seconds: 80, actual: null, against: null },
    ]);
  });
});

describe('the commands that were run', () => {
  it('stand log after log as they begin, whole, each in the order of its file', () => {
    const logs = [
      makeRunLog('run', '[2026-01-04 10:00:00] A', 'cmd: eval \\', '  --limit 3', '[2026-01-04 10:00:01] B', 'Command: ls'),
      makeRunLog('design-experiment', '[2026-01-04 09:00:00] A', 'Command: df -h .', 'Result: Command not needed'),
    ];
    expect(loggedCommands(logs).map(({ log, command }) => [log.name, command])).toEqual([
      ['design-experiment', 'df -h .'],
      ['run', 'eval \\\n  --limit 3'],
      ['run', 'ls'],
    ]);
  });
});
