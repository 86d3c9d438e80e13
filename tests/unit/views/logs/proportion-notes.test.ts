import { describe, expect, it } from 'vitest';
import { comparedNote, sentenceNote, singleNote } from '#views/logs/proportion-notes.ts';

/** Numbers stand by their signs with no-break spaces. */
const plain = (note: string | null): string | null => note?.replaceAll(/[\u00a0\u202f\u2009]/g, ' ') ?? null;

describe('what two proportions say', () => {
  // Twice the chance that all twelve failures fall on one side: 2 · C(50,12) / C(100,12) = 0.00023.
  it.each([
    '0/50 runs failed vs 12/50 baseline',
    'Divergence eliminated: 12/50 → 0/50',
    '12 of 50 runs instead of 0 of 50',
    'failed in 0/50, before 12/50',
  ])("is Fisher's p: %j", (sentence) => {
    expect(plain(sentenceNote(sentence))).toBe("Fisher's exact test: p = 0.00023");
  });

  it('is told of metrics before and after', () => {
    expect(plain(comparedNote('12/50', '0/50 failed'))).toBe("Fisher's exact test: p = 0.00023");
    expect(plain(comparedNote('25/50', '26/50'))).toBe("Fisher's exact test: p = 1");
    expect(comparedNote('12/50', 'N/A')).toBeNull();
    expect(comparedNote('24%', '0%')).toBeNull();
  });

  it.each([
    'accuracy 87% → 100%',
    'from 12/50 epochs on',
    '0/50 runs failed. The baseline had 12/50',
    '1/2 vs 1/4 of the width',
    'path runs/12/50 vs runs/0/50',
    '2026/01/04 vs 2026/01/05',
    '60/50 vs 12/50',
    '0/50000000000 vs 12/50',
  ])('is nothing where there are no two: %j', (sentence) => {
    expect(sentenceNote(sentence)).toBeNull();
  });
});

describe('what one proportion says', () => {
  it('is its interval, or what it is at most', () => {
    expect(singleNote('12/50')).toBe('95% interval 14% to 37%');
    expect(singleNote('12 of 50 runs')).toBe('95% interval 14% to 37%');
    expect(singleNote('50/50 runs pass')).toBe('95% interval 93% to 100%');
    expect(singleNote('0/50 runs failed')).toBe('at most 6.0% by the rule of three');
  });

  it.each(['98.05%', '4m 56s', '16/9', '1/2', '0/0', '3/4/2026', 'Diverges after 12/50', '12/50/60', ''])('is nothing of %j', (value) => {
    expect(singleNote(value)).toBeNull();
  });
});
