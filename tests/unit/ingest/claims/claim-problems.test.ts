import { describe, expect, it } from 'vitest';
import { runChecks } from '#checks/run-checks.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { claimProblems } from '#ingest/claims/claim-problems.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { makeContent } from '../../graph/make-content.ts';

const codes = new Set(['wrong-arithmetic', 'percent-for-points']);

/** What is marked in a text, as `line:column code: what stands there`. */
function marked(problems: readonly Problem[], path: string, text: string): string[] {
  return problems
    .filter(({ code }) => codes.has(code))
    .map((problem) => {
      expect(problem.path).toBe(path);
      const line = text.split('\n')[problem.line - 1] ?? '';
      return `${problem.line}:${problem.column} ${problem.code}: ${line.slice(problem.column - 1, (problem.endColumn ?? Infinity) - 1)}`;
    });
}

/** The same of a whole file, by what it is called and holds. */
function inFile(path: string, ...lines: readonly string[]): string[] {
  const text = lines.join('\n');
  return marked(parseFile({ path, text, digest: '', problems: [] }).problems, path, text);
}

/** The same of prose alone. */
function inProse(...lines: readonly string[]): string[] {
  const text = lines.join('\n');
  return marked(claimProblems('notes.md', text), 'notes.md', text);
}

/** A claim that is right in points only. */
const claim = '87% → 100% (+13%)';

describe('a claim is marked where it stands', () => {
  const head = ['---', 'subject: Split fixed', 'date: 2026-01-04T09:30:00', 'tags: [bugfix]'];

  it('in the conclusions and observations of a log, whatever way they are written', () => {
    expect(
      inFile(
        'logs/20260104-093000-split.md',
        ...head,
        'conclusions:',
        '  - "Action accuracy: 87% → 100% (+13%) after orthogonal init"',
        '  - Convergence from 300 → 200 epochs (45% faster)',
        `observations: ["${claim}", 'failed: 12/50 (28%)']`,
        '---',
        '## Achievement',
        'Done.',
      ),
    ).toEqual([
      `6:23 percent-for-points: ${claim}`,
      '7:22 wrong-arithmetic: 300 → 200 epochs (45% faster)',
      `8:17 percent-for-points: ${claim}`,
      '8:46 wrong-arithmetic: 12/50 (28%)',
    ]);
  });

  it('in the sections of a log', () => {
    expect(inFile('logs/20260104-093000-split.md', ...head, '---', '## Observations', '', `1. Accuracy: ${claim}`)).toEqual([
      `8:14 percent-for-points: ${claim}`,
    ]);
  });

  it('in a log in JSON, several on a line', () => {
    const text = ['{"subject": "x", "achievement": "y",', ` "conclusions": ["${claim}", "4 × 4 = 12"]}`];
    expect(inFile('log.json', ...text)).toEqual([`2:19 percent-for-points: ${claim}`, '2:40 wrong-arithmetic: 4 × 4 = 12']);
  });

  it('in the text of a report: behind wide characters, in a quote, in a heading, between marks', () => {
    const report = ['---', 'title: Split', 'date: 2026-01-04', 'outcome: supported', 'runs: [a]', '---'];
    expect(
      inFile('reports/split.md', ...report, '', '## 12/50 (28%)', '', `💡 ${claim}.`, '', `> So: **87%** → **100%** (**+13%**)!`),
    ).toEqual([
      '8:4 wrong-arithmetic: 12/50 (28%)',
      `10:4 percent-for-points: ${claim}`,
      '12:7 percent-for-points: **87%** → **100%** (**+13%**)',
    ]);
  });

  it('in the section of a journal that says it', () => {
    expect(inFile('RESEARCH_JOURNAL.md', '# Journal', '', '## 2026-01-04: One', 'x', '', '## 2026-01-05: Two', claim)).toEqual([
      `7:1 percent-for-points: ${claim}`,
    ]);
  });

  it('at its first line, up to the end of that line, where it goes on in the next', () => {
    expect(inProse('# Split', '', 'Accuracy went', 'up by 87% →', '100% (+13%).')).toEqual(['4:7 percent-for-points: 87% →']);
  });

  it('in a file with CRLF, without the line end', () => {
    expect(marked(claimProblems('a.md', `# T\r\n\r\nup: 87% →\r\n100% (+13%)\r\n`), 'a.md', '# T\n\nup: 87% →\n100% (+13%)\n')).toEqual([
      '3:5 percent-for-points: 87% →',
    ]);
  });

  it('and says the claim on one line, without its marks', () => {
    expect(claimProblems('a.md', '**87%** →\n**100%** (`+13%`)').map(({ message }) => message)).toEqual([
      '"87% → 100% (+13%)" is +13 percentage points, and +14.9% relative',
    ]);
  });
});

describe('a delta is marked', () => {
  const path = 'logs/20260104-093000-split.md';

  /** What is said of a log with these metrics: of its text alone, and by the rules. */
  function found(...metrics: readonly string[]): string[] {
    const text = ['---', 'subject: S', 'metrics:', ...metrics.map((line) => `  ${line}`), '---', '## Achievement', 'x', ''].join('\n');
    const { entries, problems } = parseFile({ path, text, digest: '', problems: [] });
    return marked(runChecks(buildGraph(makeContent({ entries, problems }))), path, text);
  }

  it('once, at the claim, where it holds the numbers itself', () => {
    expect(found(`delta: "accuracy ${claim}"`)).toEqual([`4:20 percent-for-points: ${claim}`]);
  });

  it('as a whole where the measures before and after contradict it', () => {
    expect(found('before: { convergence: 300 epochs }', 'after: { convergence: 200 epochs }', 'delta: 45% faster convergence')).toEqual([
      '6:10 wrong-arithmetic: 45% faster convergence',
    ]);
  });

  it('at each of the two where one clause has numbers and another has not', () => {
    const delta = `delta: "12/50 failed (28%), 45% faster convergence"`;
    expect(found('before: { convergence: 300 epochs }', 'after: { convergence: 200 epochs }', delta)).toEqual([
      '6:10 wrong-arithmetic: "12/50 failed (28%), 45% faster convergence"',
      '6:11 wrong-arithmetic: 12/50 failed (28%)',
    ]);
  });
});

describe('no claim is read in', () => {
  it.each([
    ['code', ['```', claim, '```']],
    ['code in a quote', ['> ```', `> ${claim}`, '> ```']],
    ['code in an item of a list', ['- ```', `  ${claim}`, '  ```']],
    ['code that shows how code begins', ['```', '```python', claim, '```']],
    ['code within longer marks', ['~~~~', '~~~', claim, '~~~~']],
    ['code that never ends', ['```', claim, '', claim]],
    ['indented code', [`    ${claim}`]],
    ['code in a sentence', [`Prints \`accuracy = ${claim}\`.`]],
    ['output in HTML', ['<pre class="out">', claim, '', claim, '</pre>']],
    ['a comment', [`<!-- ${claim} -->`]],
    ['a comment of several paragraphs', ['<!--', claim, '', claim, '-->']],
    ['a comment in frontmatter', ['---', `# ${claim}`, 'title: x', '---']],
    ['code below a rule that opens no frontmatter', ['---', '', '```', claim, '```']],
    ['a table', ['| a |', '| - |', `| ${claim} |`]],
    ['what is struck out', [`~~${claim}~~`]],
    ['a formula', ['$4 × 4 = 12$']],
  ])('%s', (_, lines) => {
    expect(inProse(...lines)).toEqual([]);
  });

  it.each([
    ['code in a quote', ['> ```', '> x', '> ```']],
    ['code in an item of a list', ['1. ```', '   x', '   ```']],
    ['three marks around a word', ['```x``` is code']],
    ['code that shows how code begins', ['```', '```python', '```']],
    ['a comment of several paragraphs', ['<!--', '', 'x -->']],
    ['a comment on its line', ['<!-- x -->']],
    ['output in HTML', ['<PRE>', 'x', '</PRE>']],
    ['a rule', ['---']],
  ])('but behind %s', (_, lines) => {
    expect(inProse(...lines, '', claim)).toEqual([`${lines.length + 2}:1 percent-for-points: ${claim}`]);
  });

  it.each(['papers/2026_x.md', 'program.md'])('%s, which is not what was found here', (path) => {
    expect(inFile(path, '# X', '', claim)).toEqual([]);
  });
});
