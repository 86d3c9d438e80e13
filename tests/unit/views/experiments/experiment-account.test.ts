import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { experimentAccount } from '#views/experiments/experiment-account.ts';
import { experimentTimeline } from '#views/experiments/experiment-timeline.ts';
import { stagesInShort } from '#views/experiments/stage-words.ts';
import { createHref } from '#views/href.ts';
import { kindPage } from '#views/kind-page.ts';
import type { RunLog } from '#schemas/run-log.ts';
import { makeContent, makeEntry } from '../../graph/make-content.ts';
import { makeRunLog } from '../../graph/run-logs/make-run-log.ts';

// The example of the document that the format is taken from, cut.
const design = makeRunLog(
  'design-experiment',
  '[2025-11-11 14:23:15] VERIFY_MODEL: Checking Llama-3.2-1B-Instruct',
  'Command: ls /models/Llama-3.2-1B-Instruct',
  'Result: Directory exists with 15 files',
  '[2025-11-11 14:24:30] CALCULATE_TIME: Training time estimate',
  'Result: Estimated 16 minutes total (8 min × 2 epochs)',
  '[2025-11-11 14:26:15] COMPLETE: Experiment design finished',
  'Status: Plan approved by user, files written',
);
const run = makeRunLog(
  'run-torchtune',
  '[2025-11-11 18:00:00] SUBMIT_JOB: rank8',
  'Command: sbatch rank8.slurm; echo "<b>"',
  'Result: success: job 12345',
  '[2025-11-11 18:40:00] JOB_ENDED: rank8',
  'Result: failure: CUDA out of memory',
  '[2025-11-11 18:42:00] TRAIN_START',
);
const accountOf = (...logs: readonly RunLog[]) => experimentAccount(logs);
const stageIn = (title: string, ...logs: readonly RunLog[]) => accountOf(...logs)?.stages?.stages.find((stage) => stage.title === title);

describe('the account of an experiment', () => {
  it('is nothing without run logs, and has no part that they say nothing of', () => {
    expect(experimentAccount([])).toBeNull();
    expect(accountOf(makeRunLog('notes', '[2026-01-04 08:00:00] READ_MAIL', 'Result: fine'))).toEqual({
      stages: null,
      times: null,
      commands: null,
    });
  });

  it('says in words how each stage stands, and shows those without a log as missing', () => {
    expect(accountOf(design, run)?.stages?.stages.map(({ title, state, when, duration }) => [title, state.word, when, duration])).toEqual([
      ['Design', 'done', '11 November 2025, 14:23 to 14:26', '3 min'],
      ['Scaffold', 'no log', null, null],
      ['Run', 'unfinished', '11 November 2025, 18:00 to 18:42', '42 min'],
      ['Evaluate', 'no log', null, null],
      ['Summarise', 'no log', null, null],
    ]);
  });

  it('leads from failures and gaps to their events', () => {
    const stage = stageIn('Run', design, run);
    expect(stage?.remarks).toEqual(['TRAIN_START not ended']);
    expect(stage?.failures.shown).toEqual([{ text: 'JOB_ENDED: failure: CUDA out of memory', href: '#log-2-event-2' }]);
    expect(stage?.pauses.shown).toEqual([{ text: '40 min between SUBMIT_JOB and JOB_ENDED', href: '#log-2-event-1' }]);
    const timeline = experimentTimeline([design, run], { title: 'x', addressOf: () => null, problemsOf: () => [] });
    expect(timeline.logs[1]?.events.map(({ anchor }) => anchor).slice(0, 2)).toEqual(['log-2-event-1', 'log-2-event-2']);
  });

  it('shows the first failures of many, and says how many more there are', () => {
    const lines = Array.from({ length: 9 }, (_, index) => [`[2026-01-04 09:00:0${index}] STEP`, 'Result: failure: no node']).flat();
    const failures = stageIn('Run', makeRunLog('run', ...lines))?.failures;
    expect(failures?.shown).toHaveLength(6);
    expect(failures?.more).toBe('and 3 more');
  });

  it('leads to the log where a log of thousands of events leaves out the one that is meant', () => {
    const lines = Array.from({ length: 1500 }, (_, index) => `[2026-01-04 09:00:00] ${index === 900 ? 'TRAIN_FAILED' : 'STEP'}`);
    expect(stageIn('Run', makeRunLog('run', ...lines))?.failures.shown[0]?.href).toBe('#log-1');
  });

  it('does not guess a time that the logs do not have', () => {
    expect(stageIn('Run', makeRunLog('run', '[2026-13-45 09:00:00] TRAIN', 'Result: fine'))).toMatchObject({
      when: 'unknown',
      duration: 'unknown',
    });
  });

  it('says that times run backwards', () => {
    const log = makeRunLog('scaffold', '[2025-10-27 14:30:00] READ', 'Result: x', '[2025-10-24 17:30:00] COMPLETE', 'Result: x');
    expect(stageIn('Scaffold', log)?.remarks).toEqual(['times run backwards in scaffold']);
  });

  it('draws the stages on one scale of time, with their gaps', () => {
    const strip = accountOf(design, run)?.stages?.strip;
    expect(strip?.wide).toContain('aria-label="When each stage was at work, from 11 November 2025, 14:23 to 11 November 2025, 18:42.');
    expect(strip?.wide.match(/class="stage-time"/g)).toHaveLength(3);
    expect(strip?.wide.match(/class="stage-gap"/g)).toHaveLength(1);
    expect(strip?.narrow).toContain('viewBox="0 0 360 66"');
    expect(strip?.wide).not.toMatch(/NaN|Infinity/);
  });

  it('draws nothing of a single stage, or of times that cannot be compared', () => {
    expect(accountOf(design)?.stages?.strip).toBeNull();
    expect(accountOf(design, makeRunLog('run', '[2025-11-11T18:00:00Z] A', 'Result: x'))?.stages?.strip).toBeNull();
  });

  it('sets an estimate beside what the run took, and says what the time is of', () => {
    expect(accountOf(design, run)?.times?.rows).toEqual([
      {
        what: 'CALCULATE_TIME: Training time estimate',
        href: '#log-1-event-2',
        stated: 'Estimated 16 minutes total (8 min × 2 epochs)',
        read: '16 min',
        actual: '42 min',
        basis: 'Run, first event to last; not finished',
        comparison: '2.6 times the estimate',
      },
    ]);
    expect(accountOf(design)?.times?.rows[0]).toMatchObject({ actual: 'unknown', basis: 'no log of the stage Run', comparison: '' });
  });

  it('lists commands as they are written, with time, outcome and log', () => {
    expect(accountOf(design, run)?.commands).toMatchObject({
      rows: [
        { command: 'ls /models/Llama-3.2-1B-Instruct', time: '11 Nov 2025, 14:23:15', outcome: null, log: 'design-experiment' },
        { command: 'sbatch rank8.slurm; echo "<b>"', outcome: { word: 'success' }, log: 'run-torchtune', href: '#log-2-event-1' },
      ],
      count: '2 commands, log after log, as they are written.',
      more: null,
    });
  });

  it('lists the first two hundred commands, and says how many more the logs have', () => {
    const lines = Array.from({ length: 230 }, (_, index) => ['[2026-01-04 09:00:00] STEP', `Command: echo ${index}`]).flat();
    const commands = accountOf(makeRunLog('run', ...lines))?.commands;
    expect(commands?.rows).toHaveLength(200);
    expect(commands?.more).toBe('30 more commands are in the logs below.');
  });
});

describe('the index of experiments', () => {
  it('says in words how the stages of each stand', () => {
    expect(stagesInShort([design, run])).toBe(
      'design done · run unfinished, 1 event reports failure · no log of scaffold, evaluate, summarise',
    );
    const graph = buildGraph(
      makeContent({
        entries: [
          makeEntry('experiment', 'ranks/experiment_summary.md'),
          makeEntry('experiment', 'empty/experiment_summary.md', { id: 'experiment/empty' }),
        ],
        runLogs: [design],
      }),
    );
    const page = kindPage('experiment', graph, createHref({ base: '/', site: null, repository: null, folder: '' }));
    expect(page.groups.flatMap(({ rows }) => rows.map(({ note }) => note)).sort()).toEqual([
      'design done · no log of scaffold, run, evaluate, summarise',
      null,
    ]);
  });
});
