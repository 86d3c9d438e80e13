import { describe, expect, it } from 'vitest';
import { unspacedHeadings } from '#ingest/journals/unspaced-headings.ts';

const found = (...lines: string[]) => unspacedHeadings(lines, new Set()).map(({ line, hashes, text }) => `${line} ${hashes} ${text}`);

describe('unspacedHeadings', () => {
  it('finds lines whose hashes stand right before a date', () => {
    expect(found('text', '##2026-01-06', '#[2026-01-07] Rotary', '  ###10 Nov 2026: x')).toEqual([
      '2 ## 2026-01-06',
      '3 # [2026-01-07] Rotary',
      '4 ### 10 Nov 2026: x',
    ]);
  });

  it('leaves headings, tags, deeper and indented lines alone', () => {
    expect(found('## 2026-01-06', '#rotary', '#4', '#rotary 2026-01-06', '####2026-01-06', '    ##2026-01-06', 'see ##2026-01-06')).toEqual(
      [],
    );
    expect(unspacedHeadings(['##2026-01-06', '---'], new Set([1]))).toEqual([]);
  });

  it('leaves code alone, and reads on behind it', () => {
    expect(found('```', '##2026-01-06', '```sh', '```', '##2026-01-07')).toEqual(['5 ## 2026-01-07']);
    expect(found('~~~', '##2026-01-06')).toEqual([]);
    expect(found('``` not `code`', '##2026-01-06')).toEqual(['2 ## 2026-01-06']);
  });
});
