import { describe, expect, it } from 'vitest';
import { inferMetadata, statedDateBelow } from '#ingest/entries/infer-metadata.ts';

const infer = (...lines: string[]) => inferMetadata(lines.join('\n'), 'idea', 0);

describe('inferMetadata', () => {
  it.each([
    ['**Date:** 2026-01-04'],
    ['**Date**: 2026-01-04'],
    ['**Author:** Ada | **Date:** 2026-01-04'],
    ['**Author**: Ada · **Date**: 2026-01-04 · **Status**: done'],
    ['**Author:** Ada **Date:** 2026-01-04'],
    ['- Start Date: 2026-01-04'],
    ['> Date: 2026-01-04'],
    ['Generated: 2026-01-04'],
    ['- **Analysis Date:** 2026-01-04'],
    ['📅 **Date:** January 4, 2026'],
    ['date: 20260104'],
    ['- Date (UTC): 2026-01-04'],
  ])('finds the date in %j', (line) => {
    expect(infer('# Rotary', '', line).date).toBe('2026-01-04');
  });

  it('never shifts a day: a time stays as it is written', () => {
    expect(infer('**Date:** 2026-04-27 23:40 EDT').date).toBe('2026-04-27T23:40');
    expect(infer('**Timestamp:** 2026-04-27T00:10:00-05:00').date).toBe('2026-04-27T00:10:00-05:00');
  });

  it('keeps a status as the prose it is, with its place in the file', () => {
    const { data, places } = inferMetadata('# Rotary\n\n**Status:** ❌ SHELVED 2026-04-19 — tested as spec 002\n', 'idea', 10);
    expect(data).toEqual({ status: '❌ SHELVED 2026-04-19 — tested as spec 002' });
    expect(places).toEqual({ status: { line: 13, column: 13, endColumn: 54 } });
  });

  it('takes what the kind knows, in the form that its schema asks for, and leaves the rest in the text', () => {
    expect(
      infer(
        '# Rotary',
        'Source: [RoFormer](https://arxiv.org/abs/2104.09864)',
        '- Commits: `187e419`, 0640555',
        '- Rating: 7/10',
        '- Kill if: no gain after three seeds',
        '- Seeds: many',
        '- Note: this is writing',
        '- Abandoned: superseded by ALiBi',
      ).data,
    ).toEqual({
      source: 'https://arxiv.org/abs/2104.09864',
      commits: ['187e419', '0640555'],
      rating: 7,
      kill_if: 'no gain after three seeds',
      abandoned: 'superseded by ALiBi',
    });
  });

  it('does not look into fences, and below the second heading only for title, date and tags', () => {
    expect(infer('```', '**Status:** no', '```').data).toEqual({});
    expect(infer('# A', '## B', '**Status:** no', '**Tags:** a, `b`')).toMatchObject({ data: {}, tags: ['a', 'b'] });
  });

  it('is not led astray by the names of object properties', () => {
    expect(infer('constructor: x', '__proto__: y', 'toString: z').data).toEqual({});
  });
});

describe('statedDateBelow', () => {
  it.each([
    [['## Rotary', '**Date:** 2026-01-04'], '2026-01-04'],
    [['## Rotary', '', '*10 Nov 2026*'], '2026-11-10'],
    [['Rotary', '---', '', '[2026-01-04]'], '2026-01-04'],
    [['## Rotary', 'Since 2026-01-04 it works.'], null],
    [['## Rotary', '### Run', '**Date:** 2026-01-04'], null],
  ])('below the heading of %j is %j', (lines, date) => {
    expect(statedDateBelow(lines, 1)?.date ?? null).toBe(date);
  });
});
