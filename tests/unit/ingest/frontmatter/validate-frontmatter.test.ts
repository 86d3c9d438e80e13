import { describe, expect, it } from 'vitest';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { validateFrontmatter } from '#ingest/frontmatter/validate-frontmatter.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { programSchema } from '#schemas/program.ts';

const path = 'ideas/x.md';
const validate = (kind: Kind | 'program', ...lines: string[]) => {
  const frontmatter = readFrontmatter(path, ['---', ...lines, '---', ''].join('\n'));
  return kind === 'program'
    ? validateFrontmatter(path, frontmatter, programSchema, kind)
    : validateFrontmatter(path, frontmatter, kindDescriptions[kind].schema, kindDescriptions[kind].singular);
};
const idea = (...lines: string[]) => validate('idea', 'title: T', 'date: 2026-01-04', 'hypothesis: H', ...lines);

describe('validateFrontmatter', () => {
  it('gives typed values of what is right', () => {
    const { places, ...valid } = idea('rating: 7', 'expected: +0.05', 'tags: [a]');
    expect(places['tags.0']).toEqual({ line: 7, column: 8, endColumn: 9 });
    expect(valid).toEqual({
      data: { title: 'T', date: '2026-01-04', hypothesis: 'H', rating: 7, expected: '+0.05', tags: ['a'] },
      problems: [],
      missing: new Map(),
    });
  });

  it('asks for the key that was meant by a misspelt one', () => {
    const { problems, missing } = validate('idea', 'title: T', 'date: 2026-01-04', 'hypothesys: H');
    expect(problems).toEqual([
      {
        code: 'unknown-key',
        path,
        line: 4,
        column: 1,
        endColumn: 11,
        message: 'Unexpected key "hypothesys" in this idea',
        hint: 'Did you mean "hypothesis"?',
      },
    ]);
    expect([...missing.keys()]).toEqual(['hypothesis']);
  });

  it('says of a missing key where the frontmatter begins and what a line with it looks like', () => {
    expect(validate('idea', 'title: T', 'hypothesis: H').missing.get('date')).toMatchObject({
      code: 'missing-key',
      line: 1,
      column: 1,
      endColumn: 4,
      hint: 'Add a line such as: date: 2026-01-04',
    });
  });

  it('takes an empty required key for missing, at its place', () => {
    const { problems, missing } = validate('idea', 'title:', 'date: 2026-01-04', 'hypothesis: ""');
    expect(problems).toEqual([]);
    expect([...missing.values()]).toMatchObject([
      { line: 2, column: 1, endColumn: 6 },
      { line: 4, column: 1 },
    ]);
  });

  it('finds dates that the calendar does not have', () => {
    expect(validate('idea', 'title: T', 'date: 2025-13-45', 'hypothesis: H').problems).toMatchObject([
      { code: 'impossible-date', line: 3, column: 7, endColumn: 17, message: '"2025-13-45" for "date" is not a date that exists' },
    ]);
  });

  it.each([
    ['tags: training', 'Unexpected text "training" for "tags", expected a list of texts', 5, 7],
    ['expected: [1]', 'Unexpected list for "expected", expected text', 5, 11],
    ['rating: high', 'Unexpected text "high" for "rating", expected a number', 5, 9],
    ['rating: 11', 'Unexpected text "11" for "rating", expected a number from 1 to 10', 5, 9],
    ['tags: [a, { b: c }]', 'Unexpected group of keys for "tags.1", expected text', 5, 11],
    ['papers:', 'Unexpected empty value for "papers", expected a list of texts', 5, 8],
  ])('finds the wrong type of %j', (line, message, atLine, column) => {
    expect(idea(line).problems).toMatchObject([{ code: 'wrong-type', message, line: atLine, column }]);
  });

  it.each([
    ['val_loss', 'metric: { name: val_loss, direction: lower }'],
    ['"lower: val_loss"', 'metric: { name: val_bpb, direction: lower }'],
  ])('shows how the metric %s is written as a group', (metric, example) => {
    const { problems } = validate('program', 'project: P', `metric: ${metric}`);
    expect(problems).toMatchObject([{ code: 'wrong-type', hint: `Write it as: ${example}` }]);
  });

  it('suggests the word that was meant where only a few are allowed', () => {
    expect(validate('report', 'title: T', 'date: 2026-01-04', 'outcome: suported').problems).toMatchObject([
      {
        code: 'wrong-type',
        line: 4,
        column: 10,
        message: 'Unexpected text "suported" for "outcome", expected "supported", "refuted", "inconclusive" or "invalid"',
        hint: 'Did you mean "supported"?',
      },
    ]);
  });

  it('looks into groups', () => {
    const { data, problems, missing } = validate('program', 'project: P', 'metric:', '  nam: loss', '  direction: lower');
    expect(problems).toMatchObject([{ code: 'unknown-key', line: 4, column: 3, hint: 'Did you mean "name"?' }]);
    expect(missing.get('metric.name')).toMatchObject({ line: 3, column: 1 });
    expect(data).toEqual({ project: 'P' });
  });

  it('reports every mistake of a file in one run, and keeps what is right', () => {
    const { data, problems, missing } = validate(
      'log',
      'subjct: S',
      'date: 2026-02-30',
      'tags: [a]',
      'metrics: { params: [1], epochs: 5 }',
      'commits: 0640555',
      'colour: red',
    );
    expect(problems.map(({ code, line }) => `${code} ${line}`).sort()).toEqual([
      'impossible-date 3',
      'unknown-key 2',
      'unknown-key 7',
      'wrong-type 5',
      'wrong-type 6',
    ]);
    expect([...missing.keys()]).toEqual(['subject']);
    expect(data).toEqual({ tags: ['a'], metrics: { epochs: '5' } });
  });

  it('takes a blank item of a list for a wrong value, and keeps the others at their places', () => {
    const { data, places, problems, missing } = idea('aliases: ["", rope, " ", { a: b }, turn]', 'tags: [""]');
    expect(problems.map(({ code, message, column }) => [code, message, column])).toEqual([
      ['wrong-type', 'Unexpected empty value for "tags.0", expected text', 8],
      ['wrong-type', 'Unexpected empty value for "aliases.0", expected text', 11],
      ['wrong-type', 'Unexpected empty value for "aliases.2", expected text', 21],
      ['wrong-type', 'Unexpected group of keys for "aliases.3", expected text', 26],
    ]);
    expect(missing.size).toBe(0);
    expect(data).toEqual({ title: 'T', date: '2026-01-04', hypothesis: 'H', aliases: ['rope', 'turn'] });
    expect(places).toMatchObject({ 'aliases.0': { column: 15 }, 'aliases.1': { column: 36 } });
    expect(places).not.toHaveProperty(['aliases.2']);
  });

  it('says nothing of missing keys where the YAML could not be read whole', () => {
    expect(validate('idea', 'title: a: b').missing.size).toBe(0);
  });

  it('lets a page have any key', () => {
    expect(validate('page', 'anything: [goes]', 'title: T')).toMatchObject({ data: { anything: ['goes'], title: 'T' }, problems: [] });
  });

  it('takes names of object methods for the unknown keys that they are', () => {
    expect(idea('constructor: x', 'toString: y').problems.map(({ code }) => code)).toEqual(['unknown-key', 'unknown-key']);
  });

  it('keeps the right keys among thousands of wrong ones', () => {
    const keys = Array.from({ length: 4_000 }, (_, index) => `k${index}: x`);
    expect(idea(...keys)).toMatchObject({ data: { title: 'T', hypothesis: 'H' }, missing: new Map() });
  });

  it('refuses globs that could take for ever', () => {
    const program = (glob: string) => validate('program', 'project: P', 'metric: { name: a, direction: lower }', `ignore: ["${glob}"]`);
    expect(program('**/runs/*/raw_*.md').problems).toEqual([]);
    for (const glob of ['*a*a*a*a*b', '{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}b']) {
      expect(program(glob).problems).toMatchObject([{ code: 'wrong-type', line: 4, column: 10 }]);
    }
  });
});
