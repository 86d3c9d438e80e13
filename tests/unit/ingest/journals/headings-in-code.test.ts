import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingsInCode } from '#ingest/journals/headings-in-code.ts';

const found = (...lines: string[]) => headingsInCode(lines).map(({ line, fence, isUnclosed }) => ({ line, fence, isUnclosed }));

describe('headingsInCode', () => {
  it('finds the entry below code that is never closed', () => {
    expect(found('```bash', 'uv run train.py', '', '## 2026-01-04: Rotary')).toEqual([{ line: 4, fence: 1, isUnclosed: true }]);
  });

  it('finds the entry below an example that holds an example', () => {
    const text = [
      '```markdown',
      '### YYYY-MM-DD: title',
      '```bash',
      'run',
      '```',
      '',
      '```',
      '',
      '### 2026-01-04: a',
      '```sh',
      'run',
      '```',
    ];
    expect(found(...text)).toEqual([{ line: 9, fence: 7, isUnclosed: false }]);
  });

  it('leaves code alone that shows how entries are written', () => {
    expect(found('```markdown', '## 2026-01-04: Title', '```', '', '## 2026-01-05: Real')).toEqual([]);
    expect(found('````', '```', '## 2026-01-04', '```', '````')).toEqual([]);
    expect(found('```', '~~~sh', '## 2026-01-04', '```')).toEqual([]);
    expect(found('~~~', '## later, 2026-01-04', '```')).toEqual([]);
  });

  it('knows a fence by its marks: a longer one closes, another or one with words does not', () => {
    expect(found('```', '`````', '## 2026-01-04')).toEqual([]);
    expect(found('```', '```sh', '## 2026-01-04', '```')).toEqual([{ line: 3, fence: 1, isUnclosed: false }]);
    expect(found('``` not `code`', '## 2026-01-04')).toEqual([]);
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('```', '~~~', '````', '```sh', '## 2026-01-04', 'text')), (lines) => {
        for (const { line, fence } of headingsInCode(lines)) expect(line).toBeGreaterThan(fence);
      }),
    );
  });
});
