import { describe, expect, it } from 'vitest';
import { parseRunLog } from '#ingest/run-logs/parse-run-log.ts';
import type { RunLog } from '#schemas/run-log.ts';
import { experimentTimeline, type TimelineContext } from '#views/experiments/experiment-timeline.ts';

const log = (name: string, ...timestamps: string[]): RunLog =>
  logOf(name, timestamps.map((time, index) => `[${time.replace('T', ' ')}] STEP_${index + 1}\nCommand: ls\nResult: fine\n`).join(''));

function logOf(name: string, text: string): RunLog {
  const { runLog } = parseRunLog({ path: `ranks/${name}.log`, text, digest: '', problems: [] });
  if (runLog === null) throw new Error(text);
  return runLog;
}

const context = (stated: Partial<TimelineContext> = {}): TimelineContext => ({
  title: 'Sweep',
  addressOf: () => null,
  problemsOf: () => [],
  ...stated,
});
const timelineOf = (text: string, stated: Partial<TimelineContext> = {}) => experimentTimeline([logOf('design', text)], context(stated));
const eventsOf = (...timestamps: string[]) => experimentTimeline([log('design', ...timestamps)], context()).logs[0]?.events ?? [];

describe('experimentTimeline', () => {
  it('shows logs in the order in which they begin, each with a summary', () => {
    const { logs } = experimentTimeline(
      [log('scaffold', '2026-01-04T10:00:00'), log('design', '2026-01-04T09:00:00', '2026-01-04T09:01:20')],
      context(),
    );
    expect(logs.map(({ name, summary }) => [name, summary])).toEqual([
      ['design', '2 events from 4 January 2026, 09:00 to 09:01, 1 min 20 s in all'],
      ['scaffold', '1 event, 4 January 2026, 10:00'],
    ]);
  });

  it('does not repeat the title of the entry as the name of its log', () => {
    expect(experimentTimeline([log('Sweep', '2026-01-04T10:00:00')], context()).logs[0]?.name).toBe('Run log');
  });

  it('gives each event its time and the time until the next', () => {
    expect(eventsOf('2026-01-04T09:00:00', '2026-01-04T09:01:20').map(({ time, untilNext }) => [time, untilNext])).toEqual([
      ['09:00:00', '1 min 20 s'],
      ['09:01:20', null],
    ]);
  });

  it('names the day where it changes', () => {
    expect(eventsOf('2026-01-04T09:00:00', '2026-01-04T10:00:00', '2026-01-05T09:00:00').map(({ day }) => day?.text ?? null)).toEqual([
      '4 January 2026',
      null,
      '5 January 2026',
    ]);
  });

  it('marks pauses of more than ten minutes', () => {
    expect(eventsOf('2026-01-04T09:00:00', '2026-01-04T09:10:00', '2026-01-04T09:20:01').map(({ isPause }) => isPause)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('marks times that run backwards and gives them no duration', () => {
    const events = eventsOf('2026-01-05T09:00:00', '2026-01-04T09:00:00');
    expect(events.map(({ backwards, untilNext }) => [backwards, untilNext])).toEqual([
      [false, null],
      [true, null],
    ]);
  });

  it('keeps events whose time does not exist', () => {
    const [event] = eventsOf('2026-13-45T09:00:00', '2026-01-04T09:00:00');
    expect(event).toMatchObject({ time: '09:00:00', untilNext: null, backwards: false });
  });

  it('knows commands from prose, and gives each event an anchor of its own', () => {
    const events = eventsOf('2026-01-04T09:00:00', '2026-01-04T09:00:00');
    expect(events[0]?.fields.map(({ isCommand }) => isCommand)).toEqual([true, false]);
    expect(new Set(events.map(({ anchor }) => anchor)).size).toBe(2);
  });

  it('says in a word how an event ended, where the log does', () => {
    const text = '[2026-01-04 09:00:00] A\nResult: failure: no disk\n[2026-01-04 09:00:00] B\nResult: Failed over to plan B\n';
    expect(timelineOf(text).logs[0]?.events.map(({ outcome }) => outcome)).toEqual([{ word: 'failure', tone: 'bad' }, null]);
  });

  it('measures a stage by the clock, beside what the log states', () => {
    const text = '[2026-01-04 09:00:00] TRAIN_START\n[2026-01-04 09:01:20] TRAIN_COMPLETE\nDuration: 80 seconds\n';
    expect(timelineOf(text).logs[0]?.events.map(({ measured }) => measured)).toEqual([null, '1 min 20 s since TRAIN_START']);
  });

  it('links names that are known, in values and descriptions, and never in commands', () => {
    const addressOf = (name: string) => (name === 'rank8_lr1e-5' ? '/r/' : null);
    const text = '[2026-01-04 09:00:00] RUN: rank8_lr1e-5/eval\nCommand: cd rank8_lr1e-5\nOutputs: see rank8_lr1e-5.\n';
    const event = timelineOf(text, { addressOf }).logs[0]?.events[0];
    expect(event?.description).toEqual([
      { text: 'rank8_lr1e-5', href: '/r/' },
      { text: '/eval', href: null },
    ]);
    expect(event?.fields.map(({ value }) => value.some(({ href }) => href !== null))).toEqual([false, true]);
  });

  it('folds long values and keeps every line of them', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `  line ${index}`).join('\n');
    const field = timelineOf(`[2026-01-04 09:00:00] A\nDetails: first\n${lines}\n`).logs[0]?.events[0]?.fields[0];
    expect(field?.folded).toBe('first…');
    expect(field?.value[0]?.text).toBe(`first\n${lines}`);
  });

  it('shows diagnostics beside their events, and lines of no event where they stand', () => {
    const found = { code: 'x', severity: 'warning', path: 'ranks/design.log', column: 1, message: 'm', hint: 'h' } as const;
    const timeline = timelineOf('preamble\n[2026-01-04 09:00:00] A\nResult: a\n[2026-01-04 09:00:01] B\n', {
      problemsOf: () => [
        { ...found, line: 1 },
        { ...found, line: 3 },
      ],
    });
    expect(timeline.logs[0]?.strays).toEqual([{ text: 'preamble', problems: [{ ...found, line: 1 }] }]);
    expect(timeline.logs[0]?.events.map(({ problems }) => problems.length)).toEqual([1, 0]);
  });

  it('gives runs the parameters of their directory pattern', () => {
    const text =
      '[2026-01-04 09:00:00] ANALYZE\nResult: two ranks\nDirectory naming pattern: rank{N}_lr{LR}\n' +
      '[2026-01-04 09:00:01] CREATE_RUN_DIR: rank8_lr1e-5\n[2026-01-04 09:00:02] CREATE_RUN_DIR: rank16_lr5e-5/setup.yaml\n';
    expect(timelineOf(text).parameters).toEqual({
      columns: ['rank', 'lr'],
      runs: [
        { name: 'rank8_lr1e-5', href: null, values: ['8', '1e-5'] },
        { name: 'rank16_lr5e-5', href: null, values: ['16', '5e-5'] },
      ],
    });
  });

  it('shows the beginning and the end of a log of thousands of events', () => {
    const text = Array.from({ length: 1500 }, (_, index) => `[2026-01-04 09:00:00] STEP_${index}\n`).join('');
    const events = timelineOf(text).logs[0]?.events ?? [];
    expect(events).toHaveLength(1000);
    expect(events[799]?.omitted).toBe('500 events are not shown here');
    expect(events.at(-1)?.action).toBe('STEP_1499');
  });
});
