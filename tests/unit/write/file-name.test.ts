import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '#ingest/text/slug.ts';
import { fileStem, titleSlug } from '#write/file-name.ts';

describe('fileStem', () => {
  it('names a log by its second and any other entry by its day', () => {
    expect(fileStem('log', '2026-01-04T09:30:05', 'Faster parser')).toBe('20260104-093005-faster-parser');
    expect(fileStem('log', '2026-01-04 09:30', 'Faster parser')).toBe('20260104-093000-faster-parser');
    expect(fileStem('idea', '2026-01-04T09:30:05', 'Faster parser')).toBe('2026-01-04_faster-parser');
  });

  it('takes a log with a mere date as written at midnight', () => {
    expect(fileStem('log', '2026-01-04', 'x')).toBe('20260104-000000-x');
  });

  it('uses the kind where a title has no letters', () => {
    expect(fileStem('idea', '2026-01-04', '🎉 !!!')).toBe('2026-01-04_idea');
  });
});

describe('titleSlug', () => {
  it('keeps letters of every script', () => {
    expect(titleSlug('回転 埋め込み: Ω-test')).toBe('回転-埋め込み-ω-test');
  });

  it('cuts a long title between words', () => {
    const slug = titleSlug('Orthogonal projection of the residual stream every hundred steps');
    expect(slug).toBe('orthogonal-projection-of-the-residual-stream-every');
    expect(slug.length).toBeLessThanOrEqual(50);
  });

  it('gives an address without a hash, for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const { id, beforeHash } = idOf('idea', `ideas/${fileStem('idea', '2026-01-04', title)}.md`);
        expect(id).toBe(beforeHash);
      }),
    );
  });

  it('never leaves its folder', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(titleSlug(`../${title}/..`)).not.toMatch(/[/\\.]/);
      }),
    );
  });
});
