import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, lineageKeyOf, sectionIdOf, slugify } from '#ingest/text/slug.ts';

describe('slugify', () => {
  it.each([
    ['Rotary', 'rotary', false],
    ['fix_eval split', 'fix-eval-split', false],
    ['a -- b', 'a-b', false],
    ['rank8_lr1e-5/setup.yaml', 'rank8-lr1e-5-setup-yaml', false],
    ['_private_', 'private', false],
    ['実験 ノート', '実験-ノート', false],
    ['تجربة', 'تجربة', false],
    ['हिन्दी', 'हिन्दी', false],
    ['Cafe\u0301', 'café', false],
    ['Bash &&', 'bash', true],
    ["what's new?", 'whats-new', true],
    ['50%', '50', true],
    ['&&', '', true],
    ['', '', true],
  ])('turns %j into %j (lossy: %s)', (text, slug, lossy) => {
    expect(slugify(text)).toEqual({ slug, lossy });
  });

  it('cuts what would be too long for a file name, and says so', () => {
    const { slug, lossy } = slugify('実'.repeat(200));
    expect(lossy).toBe(true);
    expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(160);
    expect(slug).toMatch(/^実+$/);
  });

  it('gives every text a slug that is its own slug, without anything that an address must escape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { slug } = slugify(text);
        expect(slugify(slug).slug).toBe(slug);
        expect(slug).toMatch(/^(?:[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*)?$/u);
      }),
    );
  });
});

describe('idOf', () => {
  it.each([
    ['idea', 'ideas/2026-01-01_rotary.md', 'idea/2026-01-01-rotary'],
    ['log', 'logs/20260102-001720-mhc-paper.md', 'log/20260102-001720-mhc-paper'],
    ['page', 'docs/v1.2 notes.md', 'page/v1-2-notes'],
    ['page', 'odd.tsv', 'page/odd'],
    ['experiment', 'experiments/rank_sweep/experiment_summary.md', 'experiment/rank-sweep'],
    ['experiment', 'experiments/rank_sweep', 'experiment/rank-sweep'],
    ['experiment', 'design-experiment.log', 'experiment/design-experiment'],
  ] as const)('of a %s at %s is %s', (kind, path, id) => {
    expect(idOf(kind, path)).toEqual({ id, beforeHash: id });
  });

  it('carries six hex digits of the path where the name lost something', () => {
    const ids = ['Bash.md', 'Bash &.md', 'Bash &&.md', 'docs/Bash &.md'].map((path) => idOf('page', path));
    expect(ids.map(({ beforeHash }) => beforeHash)).toEqual(['page/bash', 'page/bash', 'page/bash', 'page/bash']);
    expect(ids[0]?.id).toBe('page/bash');
    expect(ids.slice(1).every(({ id }) => /^page\/bash-[0-9a-f]{6}$/.test(id))).toBe(true);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(4);
  });

  it('is never empty', () => {
    expect(idOf('page', '&&.md').id).toMatch(/^page\/[0-9a-f]{6}$/);
  });

  it('is the same for both Unicode forms of a name', () => {
    expect(idOf('page', 'Cafe\u0301 &.md'.normalize('NFC'))).toEqual(idOf('page', 'Caf\u00e9 &.md'));
  });
});

describe('sectionIdOf', () => {
  it.each([
    ['2026-01-04', 'What was tried', 'journal/research-journal/2026-01-04-what-was-tried'],
    ['2026-01-04T09:30', 'Twice', 'journal/research-journal/2026-01-04-twice'],
    ['2026-01-04', '', 'journal/research-journal/2026-01-04'],
  ])('of %s and %j is %s', (date, title, id) => {
    expect(sectionIdOf('journal', 'RESEARCH_JOURNAL.md', date, title, 'x').id).toBe(id);
  });

  it('tells titles apart that lost something', () => {
    const [a, b] = ['(a)', '[a]'].map((title) => sectionIdOf('journal', 'journal.md', '2026-01-04', title, `journal.md#${title}`));
    expect(a?.id).toMatch(/^journal\/journal\/2026-01-04-a-[0-9a-f]{6}$/);
    expect(a?.id).not.toBe(b?.id);
  });
});

describe('lineageKeyOf', () => {
  it.each([
    ['ideas/2026-01-01_rotary.md', 'rotary'],
    ['logs/20260102-001720-mhc_paper.md', 'mhc_paper'],
    ['ideas/2026-13-45_rotary.md', '2026-13-45_rotary'],
    ['ideas/2026-01-01.md', '2026-01-01'],
    ['ideas/rotary.md', 'rotary'],
  ])('of %s is %s', (path, key) => {
    expect(lineageKeyOf('idea', path)).toBe(key);
  });
});
