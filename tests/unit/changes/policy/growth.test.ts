import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf } from '#changes/policy/growth.ts';

const old = '# Journal\n\nWhat we learn.\n\n## 2026-01-02: Second\n\nB.\n\n## 2026-01-01: First\n\nA.\n';
const entry = '## 2026-01-03: Third\n\nC.\n\n';
const [preamble = '', ...rest] = old.split(/(?=## 2026-01-02)/);
const entries = rest.join('');

describe('a journal', () => {
  it('grows by entries above the old ones, and its preamble may change', () => {
    expect(growthOf('journal.md', old, preamble + entry + entries)).toEqual({ is: 'grown', foot: null });
    expect(growthOf('journal.md', old, `# Journal of the project\n\n${entry}${entries}`)).toEqual({ is: 'grown', foot: null });
  });

  it('is the same with other line ends, or another blank line at its end', () => {
    expect(growthOf('journal.md', old, old.replaceAll('\n', '\r\n'))).toEqual({ is: 'same' });
    expect(growthOf('journal.md', old, `${old}\n`)).toEqual({ is: 'same' });
    expect(growthOf('journal.md', old, old.trimEnd())).toEqual({ is: 'same' });
  });

  it('says at which line it grew at its foot', () => {
    expect(growthOf('journal.md', old, `${old}\n## 2026-01-03: Third\n`)).toEqual({ is: 'grown', foot: 13 });
    expect(growthOf('journal.md', old, `${preamble}${entry}${old.slice(preamble.length)}\nMore.\n`)).toMatchObject({
      is: 'grown',
      foot: 17,
    });
  });

  it('is rewritten where an old entry is edited, removed or moved', () => {
    expect(growthOf('journal.md', old, old.replace('B.', 'Better.'))).toEqual({ is: 'rewritten', line: 7 });
    expect(growthOf('journal.md', old, old.replace('A.', 'A, and more.'))).toEqual({ is: 'rewritten', line: 11 });
    expect(growthOf('journal.md', old, `${preamble}## 2026-01-01: First\n\nA.\n`)).toMatchObject({ is: 'rewritten' });
    expect(growthOf('journal.md', old, `${preamble}## 2026-01-01: First\n\nA.\n\n## 2026-01-02: Second\n\nB.\n`)).toMatchObject({
      is: 'rewritten',
    });
    expect(growthOf('journal.md', old, '')).toMatchObject({ is: 'rewritten' });
  });

  it('without dates has its title as preamble, and no heading in code begins an entry', () => {
    const undated = '# Log\n\n## Run 2\n\nB.\n\n## Run 1\n\nA.\n';
    expect(growthOf('log.md', undated, '# Log\n\n## Run 3\n\nC.\n\n## Run 2\n\nB.\n\n## Run 1\n\nA.\n')).toEqual({
      is: 'grown',
      foot: null,
    });
    const code = '```\n# 2026-01-01 not a heading\n```\n\n## 2026-01-01\n\nA.\n';
    expect(growthOf('log.md', code, '## 2026-01-02\n\nB.\n\n## 2026-01-01\n\nA.\n')).toEqual({ is: 'grown', foot: null });
  });

  it('grows, whatever is put above its entries', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('# T', '## 2026-02-01', 'text', '', '- item')), (lines) => {
        expect(growthOf('journal.md', old, `${lines.join('\n')}\n${entries}`).is).not.toBe('rewritten');
      }),
    );
  });
});

describe('a table', () => {
  const rows = 'commit\tloss\na\t1\nb\t2\n';

  it('grows at its end', () => {
    expect(growthOf('results.tsv', rows, `${rows}c\t3\n`)).toEqual({ is: 'grown', foot: null });
    expect(growthOf('results.tsv', rows.trimEnd(), `${rows.replaceAll('\n', '\r\n')}c\t3\r\n`)).toEqual({ is: 'grown', foot: null });
  });

  it('is rewritten where a row is edited, removed, inserted or moved, at that line', () => {
    expect(growthOf('results.tsv', rows, 'commit\tloss\na\t0.9\nb\t2\n')).toEqual({ is: 'rewritten', line: 2 });
    expect(growthOf('results.tsv', rows, 'commit\tloss\na\t1\n')).toEqual({ is: 'rewritten', line: 2 });
    expect(growthOf('results.tsv', rows, 'commit\tloss\nc\t3\na\t1\nb\t2\n')).toEqual({ is: 'rewritten', line: 2 });
    expect(growthOf('results.tsv', rows, 'commit\tloss\nb\t2\na\t1\n')).toEqual({ is: 'rewritten', line: 2 });
  });
});
