import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '#ingest/parse-file.ts';
import { isLogJson, parseLogJson } from '#ingest/logs/parse-log-json.ts';
import { sourceFromText } from '#write/source-text.ts';
import { expectLinear } from '../../../linear-time.ts';

const path = 'engineering/20260104-152558-split.json';
const small = { subject: 'Split', achievement: 'See [the plan](plan.md).', rationale: 'Runs differed.' };
const read = (text: string, at = path) => parseFile(sourceFromText(at, text));
const problemsOf = (text: string) => read(text).problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('an engineering log in JSON', () => {
  it("is the seed's example as it stands, with every value at its place", () => {
    const text = readFileSync('tests/fixtures/seed-log.json', 'utf8');
    // The fixture is one object.
    const { achievement, rationale, ...keys } = JSON.parse(text) as Record<string, unknown>;
    const { entries, bodies, problems, record } = read(text);
    expect(problems).toEqual([]);
    expect(record).toMatchObject({ kind: 'log', entries: 1, unaccounted: [] });
    expect(entries[0]).toMatchObject({
      id: 'log/20260104-152558-split',
      title: keys['subject'],
      date: '2026-01-04T15:25:58',
      inferred: ['date'],
      data: keys,
    });
    expect(entries[0]?.headings.map(({ text: words, line }) => [words, line])).toEqual([
      ['Achievement', 3],
      ['Rationale', 4],
    ]);
    expect(entries[0]?.places['conclusions.1']).toMatchObject({
      line: text.split('\n').findIndex((line) => line.includes('Manifold projection every')) + 1,
      column: 1,
    });
    expect(bodies[0]?.html).toContain(String(achievement).slice(0, 40));
    expect(bodies[0]?.markdown).toMatch(/^---\nsubject: mHC Orthogonal.*\n## Achievement\n\nIntegrated.*\n## Rationale\n\nPer DeepSeek/s);
    expect(String(rationale)).toMatch(/^Per/);
  });

  it('is recognised anywhere by its keys, and only by them', () => {
    expect(read(JSON.stringify(small), 'notes/a.json').record.kind).toBe('log');
    expect(isLogJson('{"subject": "Mail", "body": "Hello"}')).toBe(false);
    expect(isLogJson('{"subject": "<Brief title>", "achievement": "<What>"}')).toBe(false);
    expect(isLogJson('{"achievement": "x", "rationale": "y"')).toBe(true);
  });

  it('reads numbers as they are written, null as absent, and a group among references as its text', () => {
    const { entries } = read(
      '{"subject": "x", "achievement": "y", "metrics": {"epochs": 500, "accuracy": 0.10, "delta": null}, "references": [{"title": "A"}, null, "B"]}',
    );
    expect(entries[0]?.data).toEqual({ subject: 'x', metrics: { epochs: '500', accuracy: '0.10' }, references: ['{"title": "A"}', 'B'] });
  });

  it('keeps the links of its sections at the line of their key', () => {
    expect(read(JSON.stringify(small, null, 2)).entries[0]?.links).toMatchObject([{ target: 'plan.md', line: 3 }]);
  });

  it('reports unknown keys with what was meant, and wrong values, at their lines', () => {
    const { problems } = read(JSON.stringify({ ...small, conclusion: [], tags: 'training' }, null, 1));
    expect(problems).toMatchObject([
      { code: 'wrong-type', line: 6, column: 10 },
      { code: 'unknown-key', line: 5, column: 2, hint: 'Did you mean "conclusions"?' },
    ]);
  });

  it('may be incomplete: only a strict workspace wants what is missing', () => {
    const { entries, problems, strictProblems } = read('{"subject": "Split", "achievement": "Done."}');
    expect(entries).toMatchObject([{ title: 'Split', kind: 'log' }]);
    expect(problems).toEqual([]);
    expect(strictProblems.map(({ message }) => message)).toEqual([
      'This log lacks "date"',
      'This log lacks "tags"',
      'This log lacks "rationale"',
    ]);
  });

  it('in a list is one entry an item, each at its lines', () => {
    const { entries, bodies, record, problems } = read(
      JSON.stringify([small, 3, { ...small, subject: 'Other', date: '2026-02-03' }], null, 1),
    );
    expect(entries.map(({ id, line, lastLine, part }) => [id, line, lastLine, part])).toEqual([
      ['log/20260104-152558-split/2026-01-04-split', 2, 6, 0],
      ['log/20260104-152558-split/2026-02-03-other', 8, 13, 1],
    ]);
    expect(bodies).toHaveLength(2);
    expect(record.unaccounted).toEqual([]);
    expect(problems).toMatchObject([{ code: 'wrong-type', line: 7, column: 2 }]);
  });

  it.each([
    ['{\n "subject": "x",\n "achievement": "y"\n "rationale": "z"\n}', 'invalid-log-json 4:2'],
    ['{"subject": "x", "achievement": "y"', 'invalid-log-json 1:36'],
    ['{"subject": "x", "achievement": "a\nb"}', 'invalid-log-json 1:35'],
  ])('that is broken is shown as it stands, with a problem where it breaks: %j', (text, expected) => {
    const { bodies, record } = read(text);
    expect(problemsOf(text)).toEqual([expected]);
    expect(record).toMatchObject({ kind: 'page', unaccounted: [] });
    expect(bodies[0]?.markdown).toBe(text);
  });

  it('lets no key reach the prototype of all objects, nor be there twice', () => {
    const text = '{"subject": "x", "achievement": "y", "__proto__": {"polluted": "yes"}, "subject": "z"}';
    expect(problemsOf(text)).toEqual(['invalid-log-json 1:38', 'invalid-log-json 1:72']);
    expect(read(text).entries[0]?.data).toEqual({ subject: 'x' });
    expect({}).not.toHaveProperty('polluted');
  });

  it('never throws and accounts for every line, whatever the text', () => {
    const text = fc.oneof(
      fc.json(),
      fc.json().map((json) => `{"subject": "x", "achievement": ${json}, "metrics": ${json}, "tags": ${json}}`),
      fc.json().map((json) => json.slice(1)),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (json) => {
        const { entries, bodies } = parseLogJson(sourceFromText(path, json));
        expect(entries).toHaveLength(bodies.length);
        expect(entries.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('is read in linear time', () => {
    expectLinear((count) => `{"subject": "x", "achievement": "y", "metrics": ${'['.repeat(count)}`, read, 20_000);
    expectLinear((count) => `{"subject": "x", "achievement": "y", "conclusions": [${'"a",'.repeat(count)}"b"]}`, read, 20_000);
    expectLinear((count) => `{"subject": "x", "achievement": "${'a '.repeat(count)}"}`, read, 200_000);
  }, 60_000);
});
