import { describe, it } from 'vitest';
import { parseFile } from '#ingest/parse-file.ts';
import { expectLinear } from '../../linear-time.ts';

/** Every parser gets every text: what a file is called says nothing about what is in it. */
const paths = [
  'notes.md',
  'RESEARCH_JOURNAL.md',
  'results.tsv',
  'experiments/a/design.log',
  'run.jsonl',
  'log.json',
  'queue.json',
  'papers/x.argdown',
];

const marks = ['[', '[[', '`', '*a ', '_', '$', '$$a$ ', '<', '<!--', '"', "'", '|', '{', '(', '~~', '\\', '&', '!['];

const manyLines: readonly (readonly [string, (count: number) => string])[] = [
  ['headings', (count) => '# h\n'.repeat(count)],
  ['dated headings', (count) => Array.from({ length: count }, (_, index) => `## 2026-01-04: t${index}\n\nx\n\n`).join('')],
  ['rows of a table in Markdown', (count) => `| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(count)}`],
  ['lists', (count) => 'text\n\n- a\n\n'.repeat(count)],
  ['check boxes', (count) => '- [ ] a\n- [x] b\n'.repeat(count)],
  ['next steps', (count) => `## Next steps\n\n${'- ✅ ~~a~~ (done)\n  - answer: b\n\nBlockers: c\n\n'.repeat(count / 4)}`],
  ['quotes in quotes', (count) => `${'>'.repeat(count)} a`],
  ['lists in lists', (count) => Array.from({ length: Math.min(count, 200) }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')],
  ['keys of frontmatter', (count) => `---\n${Array.from({ length: count }, (_, index) => `k${index}: v\n`).join('')}---\n`],
  ['brackets in frontmatter', (count) => `---\na: ${'['.repeat(count)}\n---\n`],
  ['rows', (count) => `a\tb\n${'1\t2\n'.repeat(count)}`],
  ['broken rows', (count) => `a\tb\tc\n${'"1\t2\n'.repeat(count)}`],
  ['columns', (count) => `${'c\t'.repeat(count)}\n${'1\t'.repeat(count)}\n`],
  ['events', (count) => '[2026-01-04 09:30:00] VERIFY_MODEL: x\nResult: y\n'.repeat(count)],
  ['lines of one field', (count) => `[2026-01-04 09:30:00] VERIFY_MODEL: x\nResult: y\n${'  more\n\n'.repeat(count)}`],
  ['JSON Lines', (count) => '{"timestamp":"2026-01-04T09:30:00Z","action":"A"}\n'.repeat(count)],
  ['open JSON objects', (count) => `{"timestamp":"2026-01-04T09:30:00Z","action":"A"}\n${'{\n'.repeat(count)}`],
  ['JSON in JSON', (count) => `{"timestamp":"2026-01-04T09:30:00Z","action":"A","x":${'{"a":'.repeat(count)}`],
  ['logs in JSON', (count) => `[${'{"subject":"a","achievement":"b"},\n'.repeat(count)}{}]`],
  [
    'jobs',
    (count) =>
      `{"tasks":{${Array.from({ length: count }, (_, index) => `"${index}":{"id":${index},"command":"x","status":"Queued"}`).join(',\n')}}}`,
  ],
];

const reader =
  (path: string) =>
  (text: string): void => {
    parseFile({ path, text, digest: 'd', problems: [] });
  };

// Below these sizes the limits of a paragraph leave room for what is not linear.
const [mostMarks, mostLines] = [10_000, 4_000];

// Generous: a busy machine takes its time.
const patience = 120_000;

describe('parsing takes time in proportion to the text', () => {
  it.each(paths)(
    '%s: of ten thousand marks',
    (path) => {
      for (const mark of marks) expectLinear((count) => mark.repeat(count), reader(path), mostMarks, { name: mark, least: mostMarks });
    },
    patience,
  );

  it.each(manyLines)(
    '%s',
    (_, make) => {
      for (const path of paths) expectLinear(make, reader(path), mostLines, { name: path, least: mostLines });
    },
    patience,
  );

  it.each(paths)(
    '%s: of a line of 5 MB',
    (path) => {
      for (const line of ['x', 'word ', '[2026-01-04 09:30:00] '])
        expectLinear((length) => line.repeat(length / line.length), reader(path), 5_000_000, { name: line });
    },
    patience,
  );
});
