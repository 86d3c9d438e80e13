import { describe, expect, it } from 'vitest';
import { estimatesOf } from '#graph/progress/estimates.ts';
import { nameKey } from '#graph/progress/name-key.ts';
import { sprintsOf } from '#graph/progress/sprints.ts';
import { timeByCategory } from '#graph/progress/time-by-category.ts';
import { timeBySprint } from '#graph/progress/time-by-sprint.ts';
import { expectLinear } from '../../../linear-time.ts';
import { progressGraph } from './make-progress.ts';

const summary = (...lines: string[]) => ['## Time Investment Summary', ...lines];

describe('nameKey', () => {
  it.each([
    ['Planning & Strategy:', 'planning & strategy', 'Planning & Strategy'],
    ['Major Deliverables ✅', 'major deliverables', 'Major Deliverables'],
    ['Review …', 'review', 'Review'],
    ['C++', 'c++', 'C++'],
    ['Phase (COMPLETE)', 'phase (complete)', 'Phase (COMPLETE)'],
    ['...', '', ''],
  ])('of %j is %j, shown as %j', (name, key, shown) => {
    expect(nameKey(name)).toEqual({ key, shown });
  });

  it('takes no longer than the name is long', () => {
    expectLinear((count) => `${'.'.repeat(count)}x`, nameKey, 100_000);
  });
});

describe('time by category', () => {
  it('is summed over entries, the most first, and names that differ only in case or marks at their end are one', () => {
    const { entries } = progressGraph({
      '2026-01-02_b': summary('- **Planning:** 2 hours', '- Writing: 1 hour'),
      '2026-01-01_a': summary('- planning: 30 min'),
    });
    expect(timeByCategory(entries)).toEqual({
      categories: [
        { name: 'Planning', minutes: 150, entries: 2 },
        { name: 'Writing', minutes: 60, entries: 1 },
      ],
      minutes: 210,
      entries: 2,
      undivided: { minutes: 0, entries: 0 },
    });
  });

  it('counts the summary of an entry, and its items only where it has none', () => {
    const items = ['## Deliverables', '### Plan', '**Time Investment**: 2 hours'];
    const { entries } = progressGraph({
      '2026-01-02_both': [...items, ...summary('- Planning: 3 hours')],
      '2026-01-01_items': items,
    });
    expect(timeByCategory(entries).categories).toEqual([
      { name: 'Planning', minutes: 180, entries: 1 },
      { name: 'Deliverables', minutes: 120, entries: 1 },
    ]);
  });

  it('says apart what names no category', () => {
    const { entries } = progressGraph({ '2026-01-01_total': ['**Total Time**: 5 hours'], '2026-01-02_none': ['- [x] Done'] });
    expect(timeByCategory(entries)).toEqual({ categories: [], minutes: 0, entries: 0, undivided: { minutes: 300, entries: 1 } });
  });
});

describe('time by sprint', () => {
  it('groups by the period, else by the phase, else by the entry, and leaves out what states no time', () => {
    const period = ['---', 'period: { from: 2026-03-03, to: 2026-03-14 }', 'phase: Late', '---'];
    const { entries } = progressGraph({
      '2026-03-14_e': [...period, '**Total Time**: 1 hour'],
      '2026-03-10_d': [...period, '**Total Time**: 2 hours'],
      '2026-02-02_c': ['**Total Time**: 3 hours', '**Current Phase**: Foundation'],
      '2026-02-01_b': ['**Total Time**: 4 hours', '**Current Phase**: foundation.'],
      '2026-01-02_a': ['**Total Time**: 5 hours'],
      '2026-01-01_silent': ['- [x] Done'],
    });
    expect(
      timeBySprint(entries).map(({ by, period: days, phase, minutes, stating }) => [by, days?.from ?? phase, minutes, stating]),
    ).toEqual([
      ['period', '2026-03-03', 180, 2],
      ['phase', 'Foundation', 420, 2],
      ['entry', null, 300, 1],
    ]);
  });
});

describe('estimates', () => {
  it('are of items, and of the days of a sprint where those were other than planned', () => {
    const { entries } = progressGraph({
      '2026-03-14_a': [
        '---',
        'period: { from: 2026-03-03, to: 2026-03-14 }',
        '---',
        '**Target Duration**: 2026-03-03 → 2026-03-10',
        '- Parser',
        '  - Estimate: 2h',
        '  - Actual: 3h',
      ],
      '2026-03-02_b': ['**Target Duration**: 2026-02-26 → 2026-03-02', '- Index', '  - Estimate: 1h'],
    });
    expect(estimatesOf(entries).map(({ entry: _, ...estimate }) => estimate)).toEqual([
      { title: '', unit: 'days', estimated: 8, actual: 12 },
      { title: 'Parser', unit: 'minutes', estimated: 120, actual: 180 },
      { title: 'Index', unit: 'minutes', estimated: 60, actual: null },
    ]);
  });
});

describe('sprints', () => {
  it('are periods of several days and those that are planned, until an entry covers them', () => {
    const plan = (name: string, from: string, to: string) => [`### Next Sprint: ${name}`, `**Target Duration**: ${from} → ${to}`];
    const graph = progressGraph({
      '2026-03-14_b': ['---', 'period: { from: 2026-03-03, to: 2026-03-14 }', '---', ...plan('Evaluation', '2026-03-15', '2026-03-20')],
      '2026-03-02_a': plan('Training', '2026-03-03', '2026-03-10'),
      '2026-03-01_day': ['---', 'period: { from: 2026-03-01, to: 2026-03-01 }', '---'],
      '2026-02-01_backwards': ['---', 'period: { from: 2026-03-14, to: 2026-03-03 }', '---'],
    });
    expect(sprintsOf(graph).map(({ title, from, to, isPlanned }) => [title, from, to, isPlanned])).toEqual([
      ['Evaluation', '2026-03-15', '2026-03-20', true],
      ['b', '2026-03-03', '2026-03-14', false],
    ]);
  });
});
