import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runChecks } from '#checks/run-checks.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { draftOf } from '#write/draft.ts';
import { entryText } from '#write/entry-text.ts';
import { examples } from '#write/examples.ts';
import { readJsonObject } from '#write/json-input.ts';
import { sourceFromText } from '#write/source-text.ts';
import { makeContent } from '../graph/make-content.ts';

/** What `new log --json -` makes of a JSON text, read back. */
function written(json: string) {
  return parseFile(sourceFromText('logs/20260104-093000-x.md', entryText(draftOf('log', { date: '2026-01-04', ...readJsonObject(json) }))));
}

describe('a log that is written from JSON', () => {
  it('of the seed is the same data again, and passes the rules but for its vague part', () => {
    const json = readFileSync('tests/fixtures/seed-log.json', 'utf8');
    // The fixture is one object.
    const { achievement, rationale, ...keys } = JSON.parse(json) as Record<string, unknown>;
    const { entries, bodies, problems, strictProblems } = written(json);
    expect([...problems, ...strictProblems]).toEqual([]);
    expect(entries[0]?.data).toEqual({ ...keys, date: '2026-01-04' });
    expect(bodies[0]?.markdown).toContain(`\n## Achievement\n\n${String(achievement)}\n\n## Rationale\n\n${String(rationale)}\n`);
  });

  it('as --template prints it is valid and passes every rule', () => {
    const { entries } = written(JSON.stringify(examples.log));
    expect(runChecks(buildGraph(makeContent({ entries, strict: true })))).toEqual([]);
  });

  it('is the same data again, whatever its texts are', () => {
    const characters = fc.oneof(
      fc.constantFrom(...':#-"\'\\[]{}&*!|>%@`,?~=\t\n 019eE+._→'.split('')),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    // Schemas trim texts, and a text without anything is none.
    const text = fc
      .string({ unit: characters, minLength: 1 })
      .filter((value) => value.isWellFormed() && !/[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFEFF\r]/.test(value))
      .map((value) => value.trim())
      .filter((value) => value !== '');
    const key = fc.stringMatching(/^[a-z_][a-z0-9_ ]{0,8}[a-z0-9]$/).filter((name) => !['before', 'after', '__proto__'].includes(name));
    const side = fc.oneof(text, fc.dictionary(key, text, { minKeys: 1 }));
    const texts = fc.array(text, { minLength: 1, maxLength: 3 });
    const metrics = fc
      .tuple(fc.dictionary(key, text), fc.record({ before: side, after: side, delta: text, failure_mode: text }, { requiredKeys: [] }))
      .map(([free, named]) => ({ ...free, ...named }));
    const log = fc.record(
      {
        subject: text.map((value) => value.replace(/\s+/g, ' ')),
        tags: texts,
        related_files: texts,
        metrics,
        commits: texts,
        references: texts,
        conclusions: texts,
        next_steps: texts,
      },
      { requiredKeys: ['subject', 'tags'] },
    );
    fc.assert(
      fc.property(log, (keys) => {
        const { entries, problems, strictProblems } = written(JSON.stringify({ ...keys, achievement: 'Done.', rationale: 'Needed.' }));
        expect([...problems, ...strictProblems]).toEqual([]);
        expect(JSON.parse(JSON.stringify(entries[0]?.data))).toEqual({ ...keys, date: '2026-01-04' });
      }),
      { numRuns: 200 },
    );
  });

  it('may state numbers, which stay as they are written', () => {
    expect(
      written('{"subject": "x", "tags": ["research"], "metrics": {"epochs": 500, "loss": 0.10, "big": 1e30}}').entries[0]?.data['metrics'],
    ).toEqual({
      epochs: '500',
      loss: '0.10',
      big: '1e30',
    });
  });
});
