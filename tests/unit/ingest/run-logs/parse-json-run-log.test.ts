import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountLines } from '#ingest/account-lines.ts';
import { looksLikeRunLog, parseRunLog } from '#ingest/run-logs/parse-run-log.ts';
import { nothingRead } from '#ingest/parsed-file.ts';
import { expectLinear } from '../../../linear-time.ts';

const sourceOf = (text: string, path = 'ranks/design-experiment.jsonl') => ({ path, text, digest: '', problems: [] });
const parse = (text: string) => parseRunLog(sourceOf(text));
const line = (action: string, more = '') => `{"timestamp": "2026-01-04T09:30:00.000Z", "action": "${action}"${more}}`;
const actionsOf = (text: string) => parse(text).runLog?.events.map(({ action }) => action);
const problemsOf = (text: string) => parse(text).problems.map(({ code, line: at, column }) => `${at}:${column} ${code}`);

describe('a run log in JSON', () => {
  it('reads one object a line, with the place of every value', () => {
    const { runLog, problems } = parse(`${line('A', ', "result": "success", "duration_ms": 45')}\n`);
    expect(problems).toEqual([]);
    expect(runLog?.events).toEqual([
      {
        timestamp: '2026-01-04T09:30:00.000Z',
        written: '2026-01-04T09:30:00.000Z',
        writtenAt: { line: 1, column: 16 },
        action: 'A',
        actionAt: { line: 1, column: 54 },
        description: '',
        descriptionAt: { line: 1, column: 54 },
        fields: [
          { key: 'result', value: 'success', line: 1, at: { line: 1, column: 69 }, verbatim: true },
          { key: 'duration_ms', value: '45', line: 1, at: { line: 1, column: 94 }, verbatim: true },
        ],
        notes: [],
        line: 1,
        lastLine: 1,
      },
    ]);
  });

  it('reads objects over several lines, one after another, with or without a blank line, comma or list around them', () => {
    const object = (action: string) =>
      `{\n  "timestamp": "2026-01-04T09:30:00Z",\n  "action": "${action}",\n  "runs": [\n    {\n      "id": 1\n    }\n  ]\n}`;
    expect(actionsOf(`${object('A')}\n${object('B')}\n\n${object('C')}\n`)).toEqual(['A', 'B', 'C']);
    expect(actionsOf(`[\n${object('A')},\n${object('B')}\n]\n`)).toEqual(['A', 'B']);
    expect(actionsOf(`[${line('A')}, ${line('B')}]`)).toEqual(['A', 'B']);
    expect(parse(`[\n${object('A')},\n${object('B')}\n]\n`).runLog?.events.map((event) => [event.line, event.lastLine])).toEqual([
      [2, 10],
      [11, 19],
    ]);
  });

  it('shows nested values as readable text, numbers and repeated keys as written', () => {
    const more =
      ', "ranks": [4, 8], "why": ["one, two", "three"], "size": 4.0, "id": 12345678901234567, "group": {"a": {"b": true}, "c": null}, "size": 5';
    expect(parse(line('A', more)).runLog?.events[0]?.fields.map(({ key, value }) => [key, value])).toEqual([
      ['ranks', '4, 8'],
      ['why', '- one, two\n- three'],
      ['size', '4.0'],
      ['id', '12345678901234567'],
      ['group', 'a:\n  b: true\nc: null'],
      ['size', '5'],
    ]);
  });

  it('keeps what is nested too deep to be taken apart as it is written', () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000);
    const { runLog, problems } = parse(line('A', `, "deep": ${deep}`));
    expect(problems).toEqual([]);
    expect(runLog?.events[0]?.fields[0]?.value.replace(/[\s-]/g, '')).toContain('['.repeat(9_000));
  });

  it.each([
    ['a comma is missing', `{"timestamp": "2026-01-04T09:30:00Z" "action": "B"}`, '2:38 broken-json'],
    ['a line is cut off', '{"timestamp": "2026-01-04T09:30:00Z", "acti', '2:1 broken-json'],
    ['a bracket is too much', `${line('B')}}`, null],
    ['a comment stands in it', `{"timestamp": "2026-01-04T09:30:00Z", // when`, '2:39 broken-json'],
  ])('costs only one object where %s', (_, broken, problem) => {
    const text = `${line('A')}\n${broken}\n${line('C')}\n`;
    expect(actionsOf(text)).toEqual(problem === null ? ['A', 'B', 'C'] : ['A', 'C']);
    expect(problemsOf(text)).toEqual(problem === null ? [] : [problem]);
  });

  it('says how to mend an object that cannot be read', () => {
    const hints = ['{"timestamp": "2026-01-04T09:30:00Z" "action": "B"}', '{"timestamp": "2026-01-04T09:30:00Z", "acti'].map(
      (broken) => parse(`${line('A')}\n${broken}\n`).problems[0]?.hint,
    );
    expect(hints).toEqual([
      expect.stringMatching(/^Write .+ here, or take it out\. /),
      expect.stringMatching(/^Write the rest of the object, up to its last "}", or take it out\. /),
    ]);
  });

  it('costs only one object where a long one is cut off, and shows its lines', () => {
    const cut = '{\n  "timestamp": "2026-01-04T09:30:00Z",\n  "action": "B",\n  "list": [';
    const { runLog, problems } = parse(`${line('A')}\n${cut}\n{\n "timestamp": "2026-01-04T09:31:00Z",\n "action": "C"\n}\n`);
    expect(runLog?.events.map(({ action }) => action)).toEqual(['A', 'C']);
    expect(runLog?.strays).toEqual([{ text: cut, line: 2, lastLine: 5 }]);
    expect(problems.map(({ line: at }) => at)).toEqual([2]);
  });

  it('reports an object without a time, or with one that does not exist, and keeps it', () => {
    expect(problemsOf(`${line('A')}\n{"action": "B"}\n{"timestamp": "soon", "action": "C"}\n`)).toEqual([
      '2:1 event-without-time',
      '3:16 impossible-timestamp',
    ]);
  });

  it('reads blocks of text and objects in one file', () => {
    const text = `[2026-01-04 09:00:00] A: text\nResult: one\n${line('B')}\n[2026-01-04 09:00:00] C\n{"loss": 2}\n`;
    expect(actionsOf(text)).toEqual(['A', 'B', 'C']);
    expect(parse(text).runLog?.events[2]?.notes).toEqual(['{"loss": 2}']);
  });

  it('gives lines that are no object to the event before them', () => {
    expect(parse(`${line('A')}\nimport json\n`).runLog?.events[0]).toMatchObject({ notes: ['import json'], lastLine: 2 });
  });
});

describe('looksLikeRunLog', () => {
  it.each([
    ['an event', '[2026-01-04 09:00:00] VERIFY_MODEL: x\n', true],
    ['an object', `\n${line('A')}`, true],
    ['a list of objects', `[\n  ${line('A')}\n]`, true],
    ['an object behind a damaged one', `{"timestamp": ISO, // when\n}\n${line('A')}`, true],
    ['levels of a logger', '[2026-01-04 09:00:00] INFO: epoch 1\n[2026-01-04 09:00:01] WARNING: slow\n', false],
    ['a logger of Python', '[2026-01-04 09:00:00,123][root][INFO] - epoch 1\n', false],
    ['a shell script', '[2026-01-04 09:00:00] Starting training on 4 GPUs\n', false],
    ['a console with one event', `[2026-01-04 09:00:00] START: x\n${'step 1 loss 2\n'.repeat(500)}`, false],
    ['metrics', '{"step": 1, "loss": 2.3}\n{"step": 2, "loss": 2.1}\n', false],
    ['prose', '# Notes\n\nOn [2026-01-04 09:00:00] VERIFY_MODEL ran.\n', false],
    ['nothing', '', false],
  ])('of %s', (_, text, expected) => {
    expect(looksLikeRunLog(text)).toBe(expected);
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    line('A'),
    line('B', ', "list": [1, {"x": "y"}]'),
    '{\n  "timestamp": "2026-01-04T09:30:00Z",\n  "action": "C"\n}',
    '{\n  "timestamp": "2026-01-04T09:30:00Z",\n  "acti',
    '{"action": "D"}',
    '{"loss": 1}',
    '{',
    '}',
    '[',
    '],',
    ',',
    '',
    '   ',
    '[2026-01-04 09:00:00] A_B: c',
    '[2026-13-04 09:00:00] A_B',
    'Result: {',
    'Key: value',
    '- item',
    '  indented "quote',
    '\t{"timestamp": 1, "action": "E"}',
    'words\r',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('\n')),
    fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 20 }).map((pieces) => pieces.join('\n')),
  );

  it('each line that holds anything is in exactly one event, or named by a problem, or kept with what a problem names', () => {
    fc.assert(
      fc.property(text, (content) => {
        const source = sourceOf(content);
        const { runLog, problems, alsoRead } = parseRunLog(source);
        if (runLog === null) return;
        const { problems: accounted } = accountLines(source, { ...nothingRead, kind: 'run log', runLog, problems, alsoRead });
        expect(accounted.filter(({ code }) => code === 'unread-line')).toEqual([]);
        const blocks = [...runLog.events, ...runLog.strays].toSorted((a, b) => a.line - b.line);
        for (const [index, block] of blocks.entries()) {
          expect(block.lastLine).toBeGreaterThanOrEqual(block.line);
          // Objects may share a line with what follows them on it.
          expect(blocks[index + 1]?.line ?? Infinity).toBeGreaterThanOrEqual(block.lastLine);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('every verbatim value stands in the file where it is said to', () => {
    fc.assert(
      fc.property(text, (content) => {
        const lines = content.split('\n').map((each) => each.replace(/\r$/, ''));
        for (const event of parse(content).runLog?.events ?? []) {
          for (const { value, at, verbatim } of event.fields.filter((field) => field.verbatim)) {
            expect(verbatim).toBe(true);
            const [first = '', ...further] = value.split('\n');
            expect(lines[at.line - 1]?.slice(at.column - 1)).toMatch(startsWith(first));
            for (const [index, one] of further.entries()) expect(lines[at.line + index]).toMatch(startsWith(one));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is read in linear time', () => {
    const texts: readonly ((count: number) => string)[] = [
      (count) => '{"timestamp": "2026-01-04T09:30:00Z", "action": "A", '.repeat(count),
      (count) => '{\n'.repeat(count),
      (count) => `[2026-01-04 09:00:00] A_B\n${'['.repeat(20 * count)}`,
      (count) => `[2026-01-04 09:00:00] ${'A'.repeat(40 * count)}`,
      (count) => `[2026-01-04 09:00:00] A_B\n${' '.repeat(20 * count)}x\n${'Key'.repeat(10 * count)}:\n`,
      (count) => '[2026-01-04 09:00:00] A_B\n'.repeat(count),
      (count) => `stray\n\n`.repeat(count) + line('A'),
    ];
    for (const make of texts) expectLinear(make, parse, 50_000);
  }, 60_000);
});

function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}`);
}
