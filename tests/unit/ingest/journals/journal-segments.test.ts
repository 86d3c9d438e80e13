import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDatedHeading } from '#ingest/journals/entry-headings.ts';
import { divideJournal } from '#ingest/journals/journal-segments.ts';
import { findLeads } from '#markdown/find-leads.ts';
import { findSections } from '#markdown/find-sections.ts';

const segmentsOf = (text: string, isDated = false) =>
  divideJournal({ headings: findSections(text), lines: text.split('\n'), leads: () => findLeads(text), isDated });
const divide = (text: string, isDated = false) =>
  segmentsOf(text, isDated).map((segment) =>
    segment.is === 'entry'
      ? `${segment.name.date ?? 'undated'} ${segment.from}-${segment.to}`
      : `${segment.is} ${segment.from}-${segment.to}`,
  );
const titles = (text: string) => segmentsOf(text).flatMap((segment) => (segment.is === 'entry' ? [segment.name.title] : []));

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
    ['2026-01-04 (cont)', '2026-01-04', 'cont'],
    ['2026-01-04 (a) b (c)', '2026-01-04', '(a) b (c)'],
    ['What (2026-01-04)', '2026-01-04', 'What'],
    ['What — 2026-01-04 (a)', '2026-01-04', 'What (a)'],
    ['Session 3 — 2026-01-04 — What', '2026-01-04', 'Session 3 — What'],
    ['✅ 2026-01-04: done', '2026-01-04', '✅ — done'],
    ['10 Nov 2026 | What', '2026-11-10', 'What'],
    ['November 10, 2026: What', '2026-11-10', 'What'],
    ['Nov 10th, 2026', '2026-11-10', ''],
    ['2026.11.10 What', '2026-11-10', 'What'],
    ['What (2026/11/10)', '2026-11-10', 'What'],
    ['Tue 2026-11-10: What', '2026-11-10', 'What'],
    ['2026-11-10 (Tue) What', '2026-11-10', 'What'],
    ['[2026-11-10 Tue] What', '2026-11-10', 'What'],
    ['2026-01-04 – 2026-01-06: What', '2026-01-04', 'What'],
    ['2026-01-04 to 06: What', '2026-01-04', 'What'],
    ['2026-01-04/05 — What', '2026-01-04', 'What'],
    ['2026-01-04/2026-01-06', '2026-01-04', ''],
    ['2026-01-04 / What', '2026-01-04', 'What'],
    ['2026-01-04: /proc is full', '2026-01-04', '/proc is full'],
    ['30/JUN/2026 — What', '2026-06-30', 'What'],
    ['30-Jun-2026 What', '2026-06-30', 'What'],
    ['Session 2: January 12, 2026 (continued) - What', '2026-01-12', 'Session 2 (continued) - What'],
    ['What (checked — 2026-01-04)', '2026-01-04', 'What (checked)'],
    ['What (2026-01-04 — open)', '2026-01-04', 'What (open)'],
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
  it('reads 2/4/2026 by a heading of the same file that shows which part is the day', () => {
    expect(divide('## 2/4/2026 a\n\n## 2/13/2026 b\n')).toEqual(['2026-02-04 1-2', '2026-02-13 3-4']);
    expect(divide('## 2/4/2026 a\n\n## 13/2/2026 b\n')).toEqual(['2026-04-02 1-2', '2026-02-13 3-4']);
    expect(titles('## 2/4/2026 a\n\n## 2/13/2026 b\n')).toEqual(['a', 'b']);
  });

  it('takes dates behind a few of many headings for those of their sections, unless a heading begins with one', () => {
    const topics = Array.from({ length: 10 }, (_, index) => `## Topic ${'abcdefghij'[index] ?? ''}\n`);
    expect(divide(['## Renamed, 2026-01-04\n', ...topics].join(''))).toEqual(['preamble 1-12']);
    expect(divide(['## 2026-01-04 Renamed\n', ...topics].join(''))).toEqual(['2026-01-04 1-12']);
    expect(divide(['## Renamed, 2026-01-04\n', ...topics.slice(0, 8)].join(''))).toEqual(['2026-01-04 1-10']);
  });

  it('does not read 2/4/2026 where nothing shows the order, or headings contradict each other', () => {
    expect(divide('## 2/4/2026 a\n\n## 3/4/2026 b\n')).toEqual(['undated 1-2', 'undated 3-4']);
    expect(divide('## 2/4/2026 a\n## 2/13/2026 b\n## 13/2/2026 c\n')[0]).toBe('undated 1-1');
  });

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

  it('takes a section called template for one, but not a part of an entry', () => {
    expect(divide('# J\n## Experiment 1\na\n## Experiment Template\n- Date: <date>\n## Experiment 2\nb')).toEqual([
      'preamble 1-1',
      'undated 2-3',
      'template 4-5',
      'undated 6-7',
    ]);
    expect(divide('## 2026-01-04: Prompts\n### Session template\na')).toEqual(['2026-01-04 1-3']);
  });

  it('takes a heading with nothing but entries below it for a name of them, and one with text for a part of the entry before', () => {
    expect(divide('# J\n## November\n### 2026-11-02\na\n## October\n\n### 2026-10-02\nb\n## Notes\nc')).toEqual([
      'preamble 1-2',
      '2026-11-02 3-4',
      'preamble 5-6',
      '2026-10-02 7-10',
    ]);
  });

  it('gives a day without a year the year that it stands under, and none otherwise', () => {
    expect(divide('# 2026\n## Nov 10th: a\n# 2025\n## 24 December\nb')).toEqual([
      'preamble 1-1',
      '2026-11-10 2-2',
      'preamble 3-3',
      '2025-12-24 4-5',
    ]);
    expect(divide('# J\n## Nov 10th: a\nb')).toEqual(['preamble 1-1', 'undated 2-3']);
  });

  it('takes the date that stands right below a heading', () => {
    expect(divide('# J\n## Rotary\n**Date:** 2026-01-04\na\n## Baseline\n\n*10 Nov 2025*\nb')).toEqual([
      'preamble 1-1',
      '2026-01-04 2-4',
      '2025-11-10 5-8',
    ]);
    expect(divide('# Session\n**Date:** 2026-01-04\n## Goal\na')).toEqual(['preamble 1-4']);
  });

  it('begins an entry at each of a series of numbered headings, unless a date stands for the file or for a day', () => {
    const series = '# J\n## Experiment 2: b\nb\n## Experiment 1: a\na';
    expect(divide(series)).toEqual(['preamble 1-1', 'undated 2-3', 'undated 4-5']);
    expect(divide(series, true)).toEqual(['preamble 1-5']);
    expect(divide(`## 2026-01-04: c\nc\n${series.slice(4)}`)).toEqual(['2026-01-04 1-2', 'undated 3-4', 'undated 5-6']);
    expect(divide(`## 2026-01-04\nc\n${series.slice(4)}`)).toEqual(['2026-01-04 1-6']);
    expect(divide('# J\n## Goal\na\n## Results\nb')).toEqual(['preamble 1-5']);
  });

  it('begins an entry at bold lines with a date, where no heading has one', () => {
    const text =
      '# J\n\n**2026-01-05 — Rotary.** Worked at once.\n\n### Detail\nx\n**2026-01-04** — Baseline\n**2026-01-03**: Long. And more.';
    expect(divide(text)).toEqual(['preamble 1-2', '2026-01-05 3-6', '2026-01-04 7-7', '2026-01-03 8-8']);
    expect(titles(text)).toEqual(['Rotary', 'Baseline', '']);
    expect(divide('# Session\n**2026-01-04**\n\n## Goal\na')).toEqual(['preamble 1-5']);
  });

  it('has one entry for all list items of a day, where nothing else has a date', () => {
    expect(divide('# J\n- 2026-01-05: b\n- 2026-01-05: c\n  more\n- [x] 2026-01-04 a\n')).toEqual([
      'preamble 1-1',
      '2026-01-05 2-4',
      '2026-01-04 5-6',
    ]);
  });

  it('puts every line into exactly one segment, whatever the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '# 2026',
        '# J',
        '## 2026-01-05: B',
        '## 2026-01-04',
        '### 2026-01-03 a',
        '## Nov 4',
        '## November 2026',
        '## 04/05/2026',
      ),
      fc.constantFrom(
        '## YYYY-MM-DD',
        '## Experiment 3',
        '**2026-01-02** — x',
        '- 2026-01-02: y',
        '```',
        '---',
        '===',
        '**Date:** 2026-01-01',
        'x',
        '',
      ),
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, '')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.boolean(), (lines, isDated) => {
        let next = 1;
        for (const { from, to } of segmentsOf(lines.join('\n'), isDated)) {
          expect(from).toBe(next);
          expect(to).toBeGreaterThanOrEqual(from);
          next = to + 1;
        }
        expect(next).toBe(Math.max(lines.length, 1) + 1);
      }),
      { numRuns: 1000 },
    );
  });
});
