import { describe, expect, it } from 'vitest';
import type { RunLog } from '#schemas/run-log.ts';
import { experimentTimeline } from '#views/experiment-timeline.ts';

const log = (name: string, ...timestamps: string[]): RunLog => ({
  path: `ranks/${name}.log`,
  name,
  experiment: 'ranks',
  events: timestamps.map((timestamp, index) => ({
    timestamp,
    action: `STEP_${index + 1}`,
    description: '',
    fields: [
      { key: 'Command', value: 'ls', line: index * 3 + 2 },
      { key: 'Result', value: 'fine', line: index * 3 + 3 },
    ],
    notes: [],
    line: index * 3 + 1,
    lastLine: index * 3 + 3,
  })),
});
const eventsOf = (...timestamps: string[]) => experimentTimeline([log('design', ...timestamps)], 'Sweep').logs[0]?.events ?? [];

describe('experimentTimeline', () => {
  it('shows logs in the order in which they begin, each with a summary', () => {
    const { logs } = experimentTimeline(
      [log('scaffold', '2026-01-04T10:00:00'), log('design', '2026-01-04T09:00:00', '2026-01-04T09:01:20')],
      'Sweep',
    );
    expect(logs.map(({ name, summary }) => [name, summary])).toEqual([
      ['design', '2 events from 4 January 2026, 09:00 to 09:01, 1 min 20 s in all'],
      ['scaffold', '1 event, 4 January 2026, 10:00'],
    ]);
  });

  it('does not repeat the title of the entry as the name of its log', () => {
    expect(experimentTimeline([log('Sweep', '2026-01-04T10:00:00')], 'Sweep').logs[0]?.name).toBe('Run log');
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

  it('marks long pauses', () => {
    expect(eventsOf('2026-01-04T09:00:00', '2026-01-04T09:59:59', '2026-01-04T12:00:00').map(({ gap }) => gap)).toEqual([
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
});
