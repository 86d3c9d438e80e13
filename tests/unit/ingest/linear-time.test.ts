import { describe, expect, it } from 'vitest';
import { parseFile } from '#ingest/parse-file.ts';

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

/** In milliseconds: what takes no longer says nothing about proportions. */
const atOnce = 1_000;

/** The milliseconds that this thread alone computed: how busy the machine is does not count. */
function timeOf(path: string, text: string): number {
  const start = process.threadCpuUsage();
  parseFile({ path, text, digest: 'd', problems: [] });
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** Four times as much takes four times as long; quadratic would be sixteen times, each time. What is slow once may have collected garbage. */
function expectLinear(path: string, make: (count: number) => string, count: number): void {
  const text = make(count);
  let measured = '';
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const many = timeOf(path, text);
    if (many < atOnce) return;
    const few = timeOf(path, make(count / 4));
    if (many < 10 * few) return;
    measured += ` ${few.toFixed()} ms, with four times as much ${many.toFixed()} ms;`;
  }
  expect.fail(`${path}, ${JSON.stringify(text.slice(0, 20))}:${measured}`);
}

// Generous: a busy machine takes its time.
const patience = 120_000;

describe('parsing takes time in proportion to the text', () => {
  it.each(paths)(
    '%s: of ten thousand marks',
    (path) => {
      for (const mark of marks) expectLinear(path, (count) => mark.repeat(count), 10_000);
    },
    patience,
  );

  it.each(manyLines)(
    '%s',
    (_, make) => {
      for (const path of paths) expectLinear(path, make, 4_000);
    },
    patience,
  );

  it.each(paths)(
    '%s: of a line of 5 MB',
    (path) => {
      // Quadratic would be hours.
      for (const line of ['x', 'word ', '[2026-01-04 09:30:00] '])
        expect(timeOf(path, line.repeat(5_000_000 / line.length))).toBeLessThan(3_000);
    },
    patience,
  );
});
