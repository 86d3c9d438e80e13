import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRunLog } from '#ingest/run-logs/parse-run-log.ts';

const parse = (text: string, path = 'experiments/ranks/design-experiment.log') => parseRunLog({ path, text, digest: '', problems: [] });
const eventsOf = (text: string) => parse(text).runLog?.events;
const fieldsOf = (block: string) => eventsOf(`[2026-01-04 09:00:00] X\n${block}\n`)?.[0]?.fields.map(({ key, value }) => [key, value]);

describe('parseRunLog', () => {
  it('reads events with their fields and lines', () => {
    const text =
      '[2025-11-11 14:23:15] VERIFY_MODEL: Checking Llama\nCommand: ls /models\nResult: 15 files\n\n[2025-11-11 14:24:01] COMPLETE\n';
    expect(parse(text)).toEqual({
      runLog: {
        path: 'experiments/ranks/design-experiment.log',
        name: 'design-experiment',
        experiment: 'experiments/ranks',
        events: [
          {
            timestamp: '2025-11-11T14:23:15',
            written: '2025-11-11 14:23:15',
            writtenAt: { line: 1, column: 2 },
            action: 'VERIFY_MODEL',
            actionAt: { line: 1, column: 23 },
            description: 'Checking Llama',
            descriptionAt: { line: 1, column: 37 },
            fields: [
              { key: 'Command', value: 'ls /models', line: 2, at: { line: 2, column: 10 }, verbatim: true },
              { key: 'Result', value: '15 files', line: 3, at: { line: 3, column: 9 }, verbatim: true },
            ],
            notes: [],
            line: 1,
            lastLine: 3,
          },
          {
            timestamp: '2025-11-11T14:24:01',
            written: '2025-11-11 14:24:01',
            writtenAt: { line: 5, column: 2 },
            action: 'COMPLETE',
            actionAt: { line: 5, column: 23 },
            description: '',
            descriptionAt: { line: 5, column: 31 },
            fields: [],
            notes: [],
            line: 5,
            lastLine: 5,
          },
        ],
        strays: [],
      },
      problems: [],
      alsoRead: [],
    });
  });

  it('counts a logs folder as its experiment', () => {
    expect(parse('[2026-01-04 09:00:00] X\n', 'ranks/logs/scaffold.log').runLog).toMatchObject({ name: 'scaffold', experiment: 'ranks' });
  });

  it.each([
    ['GENERATE_YAML: rank8_lr1e-5/setup.yaml', 'GENERATE_YAML', 'rank8_lr1e-5/setup.yaml'],
    ['COMPLETE:', 'COMPLETE', ''],
    ['RUN SETUP: twice: again', 'RUN SETUP', 'twice: again'],
    ['looked at the weather', '', 'looked at the weather'],
    ['', '', ''],
  ])('reads the header text %j', (text, action, description) => {
    expect(eventsOf(`[2026-01-04 09:00:00] ${text}\n`)).toMatchObject([{ action, description }]);
  });

  it.each([
    ['Next Steps: go: on', [['Next Steps', 'go: on']]],
    ['Result: a | b -> "c": d', [['Result', 'a | b -> "c": d']]],
    ['Path: C:\\x http://y:80', [['Path', 'C:\\x http://y:80']]],
    [
      'Summary: all good\n- Fine-tuning: 8 runs\n- Evaluation: 8 scripts',
      [['Summary', 'all good\n- Fine-tuning: 8 runs\n- Evaluation: 8 scripts']],
    ],
    ['Plan:\n1. First: this\n2. Then: that', [['Plan', '1. First: this\n2. Then: that']]],
    ['Result: one\n  Detail: two', [['Result', 'one\n  Detail: two']]],
    ['Result: one\n\n  two', [['Result', 'one\n\n  two']]],
    ['Result: a line that\nis wrapped', [['Result', 'a line that\nis wrapped']]],
    ['Result: one\n[not a time] two', [['Result', 'one\n[not a time] two']]],
  ])('reads the fields of %j', (block, fields) => {
    expect(fieldsOf(block)).toEqual(fields);
  });

  it('keeps lines that are no field as notes', () => {
    expect(eventsOf('[2026-01-04 09:00:00] X\n- a list\n\nResult: one\n\nA closing word.\n')?.[0]).toMatchObject({
      notes: ['- a list', 'A closing word.'],
      fields: [{ key: 'Result', value: 'one', line: 4 }],
      lastLine: 6,
    });
  });

  it('keeps the order of the file for events of the same second', () => {
    expect(eventsOf('[2026-01-04 09:00:00] B\n[2026-01-04 09:00:00] A\n')?.map(({ action }) => action)).toEqual(['B', 'A']);
  });

  it('reports text before the first event', () => {
    const { problems } = parse('a preamble\n\n  more\n[2026-01-04 09:00:00] X\n');
    expect(problems).toMatchObject([
      { code: 'stray-line', line: 1, column: 1 },
      { code: 'stray-line', line: 3, column: 3 },
    ]);
  });

  it('keeps an event whose time does not exist, and reports it', () => {
    const { runLog, problems } = parse('[2026-13-45 09:00:00] X\n[2026-01-04 25:00:00] Y\r\n');
    expect(runLog?.events.map(({ timestamp, written }) => [timestamp, written])).toEqual([
      [null, '2026-13-45 09:00:00'],
      [null, '2026-01-04 25:00:00'],
    ]);
    expect(problems).toMatchObject([
      { code: 'impossible-timestamp', line: 1, column: 2, endColumn: 21 },
      { code: 'impossible-timestamp', line: 2, column: 2, endColumn: 21 },
    ]);
  });

  it('says once that a file without any event is no run log', () => {
    expect(parse('\nepoch 1 loss 2.3\nepoch 2 loss 2.1\n')).toMatchObject({
      runLog: null,
      problems: [{ code: 'not-a-run-log', line: 2 }],
    });
  });

  it.each([
    ['[2025-10-24 17:00:00.123] A_B', '2025-10-24T17:00:00.123', 'A_B', ''],
    ['[2025-10-24T17:00:00Z] A_B: c', '2025-10-24T17:00:00Z', 'A_B', 'c'],
    ['[2025-10-24 17:00:00 UTC] A_B: c', '2025-10-24T17:00:00Z', 'A_B', 'c'],
    ['[2025-10-24 17:00:00 +02:00] A_B: c', '2025-10-24T17:00:00+02:00', 'A_B', 'c'],
    ['[2025-10-24 17:00:00 EDT] A_B: c', '2025-10-24T17:00:00', 'A_B', 'c'],
    ['[2025/10/24 7:00] A_B: c', '2025-10-24T07:00', 'A_B', 'c'],
    ['## [2025-10-24 17:00:00] A_B', '2025-10-24T17:00:00', 'A_B', ''],
    ['**[2025-10-24 17:00:00]** A_B: c', '2025-10-24T17:00:00', 'A_B', 'c'],
    ['**[2025-10-24 17:00:00] A_B**: c', '2025-10-24T17:00:00', 'A_B', 'c'],
    ['- [2025-10-24 17:00:00] **A_B**: c', '2025-10-24T17:00:00', 'A_B', 'c'],
    ['[2025-10-24 17:00:00] COMPLETE - all done', '2025-10-24T17:00:00', 'COMPLETE', 'all done'],
    ['[2025-10-24 17:00:00] RUN_EVAL of two tasks', '2025-10-24T17:00:00', 'RUN_EVAL', 'of two tasks'],
  ])('reads the header %j', (header, timestamp, action, description) => {
    const [event] = eventsOf(`${header}\n`) ?? [];
    expect(event).toMatchObject({ timestamp, action, description });
    expect(header.slice((event?.actionAt.column ?? 0) - 1)).toMatch(new RegExp(`^${action}`));
    expect(header.slice((event?.descriptionAt.column ?? 0) - 1)).toBe(description);
  });

  it.each([
    '[not a time] X',
    '[2025-10-24] X',
    '[YYYY-MM-DD HH:MM:SS] X',
    '- [2026-01-04 10:00:00] went for a walk',
    '  [2026-01-04 10:00:00] X',
  ])('takes %j for no header', (line) => {
    expect(eventsOf(`[2026-01-04 09:00:00] A\nResult: one\n${line}\n`)).toHaveLength(1);
  });

  it('reads bold keys, and knows the place of every value', () => {
    const text = '[2026-01-04 09:00:00] X\n**Result:** good\nSummary:\n- one\n\n\n  two\n';
    expect(eventsOf(text)?.[0]?.fields).toEqual([
      { key: 'Result', value: 'good', line: 2, at: { line: 2, column: 13 }, verbatim: true },
      { key: 'Summary', value: '- one\n\n\n  two', line: 3, at: { line: 4, column: 1 }, verbatim: true },
    ]);
  });

  it('keeps every word of a block in a field or a note', () => {
    const word = fc.stringMatching(/^[a-z:]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('', '  ', '- ', 'Key: ', '3. '), word)), (lines) => {
        const event = eventsOf(['[2026-01-04 09:00:00] X', ...lines.map(([lead, text]) => `${lead}${text}`)].join('\n'))?.[0];
        const kept = [...(event?.notes ?? []), ...(event?.fields ?? []).map(({ key, value }) => `${key}: ${value}`)].join('\n');
        for (const [, text] of lines) expect(kept).toContain(text);
      }),
    );
  });
});
