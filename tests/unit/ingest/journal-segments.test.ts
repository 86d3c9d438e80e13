import { describe, expect, it } from 'vitest';
import { divideJournal, readDatedHeading } from '#ingest/journal-segments.ts';
import { findSections } from '#markdown/find-sections.ts';

const divide = (text: string) =>
  divideJournal(findSections(text), text.split('\n').length).map((segment) =>
    segment.is === 'entry' ? `${segment.dated.date} ${segment.from}-${segment.to}` : `${segment.is} ${segment.from}-${segment.to}`,
  );

describe('readDatedHeading', () => {
  it.each([
    ['2026-01-04: What was tried', '2026-01-04', 'What was tried'],
    ['2026-01-04 — What — was tried', '2026-01-04', 'What — was tried'],
    ['2026-01-04 -- What', '2026-01-04', 'What'],
    ['2026-01-04 · What', '2026-01-04', 'What'],
    ['2026-01-04 What', '2026-01-04', 'What'],
    ['2026-01-04', '2026-01-04', ''],
    ['[2026-01-04 09:30] What', '2026-01-04T09:30', 'What'],
    ['2026-04-27 07:40 EDT — What', '2026-04-27T07:40', 'What'],
    ['2026-04-27 UTC is not a time', '2026-04-27', 'UTC is not a time'],
    ['2026-01-04 (cont)', '2026-01-04', '(cont)'],
    ['What (2026-01-04)', '2026-01-04', 'What'],
    ['What — 2026-01-04 (a)', '2026-01-04', 'What — (a)'],
    ['Session 3 — 2026-01-04 — What', '2026-01-04', 'Session 3 — What'],
    ['✅ 2026-01-04: done', '2026-01-04', '✅ — done'],
  ])('reads %j', (text, date, title) => {
    expect(readDatedHeading(text)).toMatchObject({ date, title, real: true });
  });

  it.each(['What was tried', 'Comparing 2026-01-04 with the baseline', 'Day 6-7-8-9', '2026-01', `2026-01-04 ${'x'.repeat(600)}`])(
    'finds no date in %j',
    (text) => {
      expect(readDatedHeading(text)).toBeNull();
    },
  );

  it('reads a date that the calendar does not have, and says so', () => {
    expect(readDatedHeading('2026-02-30: x')).toMatchObject({ date: '2026-02-30', real: false, written: '2026-02-30' });
  });
});

describe('divideJournal', () => {
  it('begins an entry at each dated heading, whatever its depth; undated sections belong to the entry before', () => {
    expect(divide('# Journal\nAbout it.\n\n## 2026-01-05: B\nText\n### Detail\n## Notes\nText\n## 2026-01-04: A\nText')).toEqual([
      'preamble 1-3',
      '2026-01-05 4-8',
      '2026-01-04 9-10',
    ]);
    expect(divide('# 2026-01-05\nb\n# 2026-01-04\na')).toEqual(['2026-01-05 1-2', '2026-01-04 3-4']);
    expect(divide('### 2026-01-05\nb\n### 2026-01-04\na\n')).toEqual(['2026-01-05 1-2', '2026-01-04 3-5']);
  });

  it('takes a sole H1 above dated headings for the title, even if it has a date', () => {
    expect(divide('# Journal since 2026-01-01\n## 2026-01-05\nb')).toEqual(['preamble 1-1', '2026-01-05 2-3']);
    expect(divide('# Session 2026-01-01\n## Goal\nb')).toEqual(['2026-01-01 1-3']);
  });

  it('leaves a dated heading within the section of its own day where it is, and lets another day begin an entry', () => {
    expect(divide('## 2026-01-05\n### 2026-01-05 (cont)\n### Compared, 2026-01-02\n## 2026-01-04\na')).toEqual([
      '2026-01-05 1-3',
      '2026-01-04 4-5',
    ]);
    expect(divide('## Week of 2026-01-05\nabout\n### 2026-01-06\na\n### 2026-01-07\nb')).toEqual([
      '2026-01-05 1-2',
      '2026-01-06 3-4',
      '2026-01-07 5-6',
    ]);
  });

  it('does not look into fences or below H3', () => {
    expect(divide('## 2026-01-05\n```\n## 2026-01-04\n```\n#### 2026-01-03\n')).toEqual(['2026-01-05 1-6']);
  });

  it('takes a section headed YYYY-MM-DD for a template, up to its end', () => {
    expect(divide('# J\n## YYYY-MM-DD: title\n### What\n...\n## How to write\ntext\n## 2026-01-04\na')).toEqual([
      'preamble 1-1',
      'template 2-4',
      'preamble 5-6',
      '2026-01-04 7-8',
    ]);
  });
});
