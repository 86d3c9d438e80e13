import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { parseFile } from '#ingest/parse-file.ts';

const parse = (path: string, ...lines: string[]) => parseFile({ path, text: lines.join('\n'), digest: 'd', problems: [] });
const found = (problems: ReturnType<typeof parse>['problems']) => problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

const goodLog = [
  '---',
  'subject: Split fixed',
  'date: 2026-01-04T09:30:00',
  'tags: [bugfix]',
  'commits: [0640555, 12e4567]',
  'references: [ideas/x.md#test, "C# notes"]',
  '---',
  '## Achievement',
  'See [[rotary]].',
  '## Rationale',
  'Why.',
];

describe('a canonical entry', () => {
  it('has the metadata of its frontmatter, and infers nothing', () => {
    const { entries, problems, strictProblems, record } = parse('logs/20260104-093000-fix.md', ...goodLog);
    expect([...problems, ...strictProblems]).toEqual([]);
    expect(record).toEqual({ path: 'logs/20260104-093000-fix.md', kind: 'log', entries: 1, rows: 0, events: 0, unaccounted: [] });
    expect(entries).toMatchObject([
      {
        id: 'log/20260104-093000-fix',
        title: 'Split fixed',
        date: '2026-01-04T09:30:00',
        tags: ['bugfix'],
        lineageKey: 'fix',
        inferred: [],
        line: 1,
        lastLine: 11,
        digest: 'd',
        part: 0,
      },
    ]);
  });

  it('has the links of its body first, which its HTML counts, then its references; commits are mentions', () => {
    const [entry] = parse('logs/20260104-093000-fix.md', ...goodLog).entries;
    expect(
      entry?.links.map(({ form, relation, target, fragment, line, column }) => ({ form, relation, target, fragment, line, column })),
    ).toEqual([
      { form: 'wiki', relation: 'body', target: 'rotary', fragment: null, line: 9, column: 5 },
      { form: 'frontmatter', relation: 'references', target: 'ideas/x.md', fragment: 'test', line: 6, column: 14 },
      { form: 'frontmatter', relation: 'references', target: 'C# notes', fragment: null, line: 6, column: 31 },
    ]);
    expect(entry?.mentions.map(({ kind, text, line }) => ({ kind, text, line }))).toEqual([
      { kind: 'commit', text: '0640555', line: 5 },
      { kind: 'commit', text: '12e4567', line: 5 },
    ]);
  });

  it.each([
    ['idea', 'ideas/x.md', ['---', 'tags: [a]', '---'], ['missing-key 1:1', 'missing-key 1:1']],
    ['report', 'reports/x.md', ['---', 'title: T', 'date: 2026-01-04', 'outcome: supported', '---'], ['missing-key 1:1']],
    ['report with runs', 'reports/x.md', ['---', 'title: T', 'date: 2026-01-04', 'outcome: supported', 'runs: [a]', '---'], []],
    ['log', 'logs/x.md', ['---', 'subject: S', 'date: 2026-01-04', 'tags: [a]', '---', '## achievement'], ['missing-section 1:1']],
    ['progress entry', 'progress/x.md', ['---', 'title: T', '---'], ['missing-key 1:1']],
    ['page', 'notes.md', ['---', 'any: key', '---'], []],
  ])('that lacks what a %s requires has a problem each', (_, path, lines, problems) => {
    expect(found(parse(path, ...lines).problems)).toEqual(problems);
  });

  it('leaves it to a strict workspace to demand what could be inferred', () => {
    const { entries, problems, strictProblems } = parse('ideas/2026-01-04_rotary.md', '---', 'hypothesis: H', '---', '# Rotary');
    expect(problems).toEqual([]);
    expect(strictProblems.map(({ message }) => message)).toEqual(['This idea lacks "title"', 'This idea lacks "date"']);
    expect(entries).toMatchObject([{ title: 'Rotary', date: '2026-01-04', inferred: ['title', 'date'] }]);
  });

  it('keeps the words of an H1 that its frontmatter replaces', () => {
    expect(parse('notes.md', '---', 'title: T', '---', '# <Other>').bodies[0]?.html).toContain('&lt;Other&gt;');
    expect(parse('notes.md', '---', 'title: T', '---', '# T').bodies[0]?.html).not.toContain('T');
  });

  it('reports what is wrong at its place in the file, and still has an entry', () => {
    const { entries, problems } = parse('ideas/x.md', '---', 'title: a: b', 'date: 2026-01-04', '---', 'Text');
    expect(found(problems)).toEqual(['invalid-yaml 2:8']);
    expect(entries).toMatchObject([{ title: 'x', date: '2026-01-04', data: { date: '2026-01-04' } }]);
  });
});

describe('a file without frontmatter', () => {
  it('is read leniently: a rendered engineering log says what it is in bold lines', () => {
    const text = [
      '# mHC for training',
      '',
      '**Date:** 2026-01-04 | **Tags:** `training`, `mhc`',
      '',
      '## Achievement',
      'Done.',
      '## Rationale',
      'Why.',
    ];
    const { entries, problems, strictProblems } = parse('engineering/mhc.md', ...text);
    expect(entries).toMatchObject([
      { kind: 'log', title: 'mHC for training', date: '2026-01-04', tags: ['training', 'mhc'], inferred: ['subject', 'date', 'tags'] },
    ]);
    expect(problems).toEqual([]);
    expect(strictProblems.map(({ code }) => code)).toEqual(['missing-key', 'missing-key', 'missing-key']);
  });

  it.each([
    ['the first H1', ['Text', '```', '# not this', '```', '# This'], 'This'],
    ['a Title line', ['Title: This', '', 'Text'], 'This'],
    ['the file name', ['Text'], 'notes'],
    ['the file name, of an empty file', [], 'notes'],
  ])('has the title of %s', (_, lines, title) => {
    expect(parse('notes.md', ...lines).entries).toMatchObject([{ title, inferred: ['title'] }]);
  });

  it.each([
    ['- Start Date: 2026-01-04', '2026-01-04'],
    ['**Date**: 19/10/2018', '2018-10-19'],
    ['Date: 2026-04-27 07:40 EDT', '2026-04-27T07:40'],
    ['Date: 2026-02-30', null],
    ['The date: 2026-01-04', null],
  ])('has the date of %j', (line, date) => {
    expect(parse('notes.md', '# N', line).entries[0]?.date).toBe(date);
  });
});

describe('program.md', () => {
  it('configures, and is a page', () => {
    const { program, entries, record } = parse(
      'program.md',
      '---',
      'project: P',
      'metric: { name: loss, direction: lower }',
      'tags: { a: About a }',
      'strict: true',
      '---',
      '# The program',
    );
    expect(program).toEqual({ project: 'P', metric: { name: 'loss', direction: 'lower' }, tags: { a: 'About a' }, strict: true });
    expect(entries).toMatchObject([{ id: 'page/program', kind: 'page', title: 'The program', tags: [] }]);
    expect(record.kind).toBe('program');
  });

  it('is prose without frontmatter', () => {
    expect(parse('program.md', '# The program')).toMatchObject({ program: null, record: { kind: 'page' }, problems: [] });
  });

  it('configures with the keys that are right', () => {
    const { program, problems } = parse('program.md', '---', 'project: P', 'metric: { name: loss, direction: down }', 'strict: yes', '---');
    expect(found(problems)).toEqual(['wrong-type 3:34', 'wrong-type 4:9']);
    expect(program).toEqual({ project: 'P' });
  });
});

describe('a journal', () => {
  const journal = ['# Lab journal', '', '## 2026-01-05: Second', 'See [the first](#x).', '', '## 2026-01-04', 'First', ''];

  it('has an entry for each dated section, at its lines', () => {
    const { entries, bodies, problems, record } = parse('RESEARCH_JOURNAL.md', ...journal);
    expect(problems).toEqual([]);
    expect(record).toMatchObject({ kind: 'journal', entries: 2 });
    expect(entries.map(({ id, title, date, line, lastLine, part, data }) => ({ id, title, date, line, lastLine, part, data }))).toEqual([
      {
        id: 'journal/research-journal/2026-01-05-second',
        title: 'Second',
        date: '2026-01-05',
        line: 3,
        lastLine: 4,
        part: 0,
        data: { title: 'Lab journal' },
      },
      {
        id: 'journal/research-journal/2026-01-04',
        title: '2026-01-04',
        date: '2026-01-04',
        line: 6,
        lastLine: 7,
        part: 1,
        data: { title: 'Lab journal' },
      },
    ]);
    expect(entries[0]?.links).toMatchObject([{ line: 4, column: 5 }]);
    expect(bodies[1]?.markdown).toBe('## 2026-01-04\nFirst\n');
    expect(bodies[0]?.html).not.toContain('Second');
  });

  it('keeps other H1s of a section, and headings underlined', () => {
    const { entries, bodies } = parse(
      'journal.md',
      '2026-01-05 B',
      '---',
      'text',
      '',
      '# Inner',
      'more',
      '',
      '2026-01-04 A',
      '---',
      'text',
    );
    expect(entries.map(({ title, line }) => [title, line])).toEqual([
      ['B', 1],
      ['A', 8],
    ]);
    expect(bodies[0]?.html).toContain('Inner');
    expect(bodies[0]?.html).not.toContain('B');
  });

  it('is one page as a whole too, in file order, with what stands outside its entries', () => {
    const { entries, bodies, wholeFile, record } = parse(
      'journal.md',
      '# J',
      'Newest first, see [x](x.md).',
      '## 2026-01-04: A',
      'a',
      '## YYYY-MM-DD: Title',
      'What, see [y](y.md).',
      '## 2026-01-03: B',
      'b',
    );
    expect(entries.map(({ id, part }) => [id, part])).toEqual([
      ['journal/journal/2026-01-04-a', 0],
      ['journal/journal/2026-01-03-b', 1],
    ]);
    expect(record.entries).toBe(2);
    expect(wholeFile?.parts).toEqual([
      { is: 'preamble', part: 2, line: 1, lastLine: 2 },
      { is: 'entry', part: 0, line: 3, lastLine: 4 },
      { is: 'template', part: 3, line: 5, lastLine: 6 },
      { is: 'entry', part: 1, line: 7, lastLine: 8 },
    ]);
    expect(wholeFile?.entry).toMatchObject({ id: 'journal/journal', title: 'J', part: 4, links: [{ target: 'x.md' }, { target: 'y.md' }] });
    expect(bodies[2]?.html).toContain('data-link="0"');
    expect(bodies[3]?.html).toContain('data-link="1"');
    expect(bodies[3]?.html).toContain('id="part-2.');
    expect(bodies[4]?.markdown).toContain('# J\nNewest');
  });

  it('tells sections with the same day and title apart by what they say, not by their order', () => {
    const idsOf = (...lines: string[]) => parse('journal.md', ...lines).entries.map(({ id }) => id);
    const [one, two] = [
      ['## 2026-01-04: A', 'one'],
      ['## 2026-01-04: A', 'two'],
    ];
    const [first, second] = idsOf(...one, ...two);
    expect(first).toMatch(/^journal\/journal\/2026-01-04-a-[0-9a-f]{6}$/);
    expect(idsOf(...two, ...one)).toEqual([second, first]);
    const twins = idsOf(...one, ...one);
    expect(new Set(twins).size).toBe(2);
    expect(idsOf('## 2026-01-05: New', ...one, ...one).slice(1)).toEqual(twins);
  });

  it('reports a date that does not exist at its place, and keeps the section', () => {
    const { entries, problems } = parse('journal.md', '---', 'title: J', '---', '## 2026-02-30: A', 'a');
    expect(found(problems)).toEqual(['impossible-date 4:4']);
    expect(entries).toMatchObject([{ id: 'journal/journal/2026-02-30-a', date: null, line: 4 }]);
  });

  it('leaves a template out and says so', () => {
    const { entries, skipped } = parse('journal.md', '## YYYY-MM-DD: Title', 'What', '## 2026-01-04: A', 'a');
    expect(entries).toHaveLength(1);
    expect(skipped).toEqual([{ path: 'journal.md', reason: 'Lines 1 to 2 are a template, not an entry' }]);
  });

  it('without a dated heading is one entry, and told so', () => {
    expect(found(parse('journal.md', '# J', 'Text').problems)).toEqual(['undated-journal 1:1']);
    expect(parse('journals/2026-01-04.md', '# J', 'Text')).toMatchObject({
      problems: [],
      strictProblems: [{ code: 'undated-journal' }],
      record: { entries: 1 },
    });
  });

  it('holds only frontmatter that was written for a journal against its schema', () => {
    const text = ['---', 'project: Lab', '---', '## 2026-01-03', '', '## 2026-01-02', '', '## 2026-01-01'];
    expect(found(parse('RESEARCH_JOURNAL.md', ...text).problems)).toEqual(['unknown-key 2:1']);
    const byItsHeadings = parse('CONTEXT.md', ...text);
    expect(byItsHeadings.problems).toEqual([]);
    expect(byItsHeadings.entries).toHaveLength(3);
  });

  it('says where broken code swallows an entry, also where no other is left', () => {
    const text = ['# Journal', '', '```', 'uv run train.py', '', '## 2026-01-04: Rotary'];
    expect(found(parse('RESEARCH_JOURNAL.md', ...text).problems)).toEqual(['undated-journal 1:1', 'heading-in-code 6:4']);
  });

  it('says where a missing space behind the hashes swallows an entry', () => {
    const text = ['---', 'title: J', '---', '## 2026-01-04: Rotary', '', '##2026-01-05: Baseline'];
    expect(found(parse('journals/2026.md', ...text).problems)).toEqual(['heading-without-space 6:1']);
    expect(found(parse('PROGRESS_LOG.md', '# Log', '', '##2026-01-05').problems)).toEqual([
      'undated-journal 1:1',
      'heading-without-space 3:1',
    ]);
  });

  it('may be a progress log', () => {
    const { entries, problems } = parse('PROGRESS_LOG.md', '# Log', '## 2025-07-27: Foundation', 'Text', '## Next sprint', 'Text');
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([{ id: 'progress/progress-log/2025-07-27-foundation', kind: 'progress', lastLine: 5 }]);
  });
});

describe('other files', () => {
  it('are tables and run logs, with their rows and events counted', () => {
    expect(parse('results.tsv', 'commit\tloss', '187e419\t0.9')).toMatchObject({
      record: { kind: 'table', rows: 1 },
      entries: [],
      table: { id: 'results' },
    });
    expect(parse('a/scaffold.log', '[2026-01-04 09:00:00] START')).toMatchObject({
      record: { kind: 'run log', events: 1 },
      entries: [],
      runLog: { experiment: 'a' },
    });
  });

  it('are shown as the text they are where they are neither', () => {
    const { record, entries, bodies, problems } = parse('trace.tsv', 'Traceback <most recent>', 'Error');
    expect(record.kind).toBe('page');
    expect(entries).toMatchObject([{ id: 'page/trace', title: 'trace.tsv', lastLine: 2 }]);
    expect(bodies[0]?.html).toContain('Traceback &lt;most recent&gt;');
    expect(problems.map(({ code }) => code)).toEqual(['not-a-table']);
  });
});

describe('any text under any name', () => {
  const paths = fc.constantFrom(
    'logs/x.md',
    'ideas/2026-01-01_x.md',
    'reports/x.md',
    'progress/x.md',
    'PROGRESS_LOG.md',
    'journal.md',
    'experiments/a/experiment_summary.md',
    'program.md',
    'notes.md',
    'results.tsv',
    'a/b.log',
  );
  const line = fc.oneof(
    fc.constantFrom(
      '---',
      '---js',
      'title: x',
      'tags: [a',
      '# H',
      '## 2026-01-04: A',
      '### 2026-01-04',
      '# 2026-02-30',
      '## YYYY-MM-DD',
      '```',
      '===',
      '- [x] a',
      '> q',
      '[[x]]',
      '[2026-01-04 09:00:00] X: y',
      'Key: value',
      'a\tb\tc',
      '**Date:** 2026-01-04',
      '| a | b |',
      '',
    ),
    fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, '')),
  );
  const texts = fc.tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n')).map(([lines, end]) => lines.join(end));

  it('is parsed without a crash into parts that fit together', () => {
    fc.assert(
      fc.property(paths, texts, (path, text) => {
        const { entries, bodies, wholeFile, problems, strictProblems } = parseFile({ path, text, digest: 'd', problems: [] });
        const lines = text.split('\n').length;
        const others = wholeFile === null ? 0 : 1 + wholeFile.parts.filter(({ is }) => is !== 'entry').length;
        expect(bodies).toHaveLength(entries.length + others);
        expect(entries.map(({ part }) => part)).toEqual(entries.map((_, index) => index));
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        for (const entry of entries) expect(entry.title).not.toBe('');
        for (const place of [...problems, ...strictProblems, ...entries]) {
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loses no line of a Markdown file: each is in an entry, in the frontmatter, or on the page of the whole file', () => {
    fc.assert(
      fc.property(
        paths.filter((path) => path.endsWith('.md')),
        texts,
        (path, text) => {
          const { entries, record, wholeFile } = parseFile({ path, text, digest: 'd', problems: [] });
          const ranges = (wholeFile?.parts ?? entries).map(({ line: from, lastLine: to }) => [from, to] as const);
          const { bodyFirstLine } = readFrontmatter(path, text);
          text.split('\n').forEach((content, index) => {
            const isCovered = ranges.some(([from, to]) => index + 1 >= from && index + 1 <= to) || record.unaccounted.includes(index + 1);
            const isHead = index + 1 < bodyFirstLine;
            expect(content.trim() === '' || isCovered || isHead, `line ${index + 1} of ${JSON.stringify(text)}`).toBe(true);
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
