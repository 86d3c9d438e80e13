import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProgress } from '#ingest/journals/parse-progress.ts';
import { minutesIn } from '#ingest/journals/written-minutes.ts';
import { expectLinear } from '../../../linear-time.ts';

const read = (...lines: string[]) => readProgress(lines.join('\n'), 0);

describe('minutesIn', () => {
  it.each([
    ['~2.5 hours', 150],
    ['30 minutes', 30],
    ['2h 30m', 150],
    ['about 1 hour 15 min', 75],
    ['1–2 hours', 90],
    ['1:30 h', 90],
    ['~4.5 hours (50%)', 270],
    ['~145 minutes (~2.5 hours)', 145],
    ['2 days', null],
    ['most of 3 hours', null],
    ['n/a', null],
  ])('of %j is %j', (text, minutes) => {
    expect(minutesIn(text)).toBe(minutes);
  });
});

describe('readProgress', () => {
  it('sums the times of completed items, each under its title, and keeps what a summary states', () => {
    const { account } = read(
      '## 2026-01-04: Foundation',
      '### Completed',
      '1. **Plan** - five phases',
      '   - **Time Investment**: ~2 hours',
      '2. **Tasks**',
      '   - **Scope**: all',
      '   - **Time Investment**: ~30 minutes',
      '#### Review',
      '**Time Investment**: 1h',
      '### Time Investment Summary',
      '- **Total Time**: ~4 hours',
      '- **Planning**: ~3 hours (75%)',
    );
    expect(account).toMatchObject({
      items: [
        { title: 'Plan - five phases', category: 'Completed', minutes: 120, line: 4 },
        { title: 'Tasks', category: 'Completed', minutes: 30, line: 7 },
        { title: 'Review', category: 'Completed', minutes: 60, line: 9 },
      ],
      itemMinutes: 210,
      totalMinutes: 240,
      totalLine: 11,
      categories: [{ name: 'Planning', minutes: 180 }],
    });
  });

  it('reads sections by the words of their headings, in whatever order and depth', () => {
    const { account } = read(
      '### What Could Be Improved',
      '- Estimates',
      '  - detail',
      '**What Went Well:**',
      '- Research',
      '# Key Insights & Lessons Learned',
      '## Technical',
      '- Hierarchy',
      '## Success Criteria',
      '- [x] Done',
      '- [ ] Open',
      '## Potential Blockers Identified',
      '- Access',
      '## Key Questions',
      '1. Which?',
    );
    expect(account).toMatchObject({
      couldImprove: ['Estimates'],
      wentWell: ['Research'],
      insights: ['Hierarchy'],
      criteria: [
        { text: 'Done', done: true },
        { text: 'Open', done: false },
      ],
      tasks: { done: 1, total: 2 },
      blockers: ['Access'],
      questions: ['Which?'],
    });
  });

  it('reads the footer as the keys that frontmatter could have had', () => {
    const { account, data, places } = read(
      '**Target Duration**: 2025-08-03 → 2025-08-10',
      '**Log Entry Completed**: 2025-07-27  ',
      '**Next Planned Update**: 2025-08-03 (Sprint boundary)  ',
      '**Current Phase**: Planning',
      '**Next Phase**: Analysis',
    );
    expect(account).toMatchObject({ completed: '2025-07-27', nextPhase: 'Analysis' });
    expect(data).toEqual({ period: { from: '2025-08-03', to: '2025-08-10' }, next_update: '2025-08-03', phase: 'Planning' });
    expect(places['next_update']).toMatchObject({ line: 3 });
  });

  it('reads an estimate and what it took, of the item around them or of the heading above', () => {
    const { account } = read(
      '### Completed',
      '1. **Parser**',
      '   - **Estimate**: ~3 hours',
      '   - **Actual**: 5h',
      '2. **Writer**',
      '   - Estimated: 1 hour | Actual: 45 min',
      '3. **Index**',
      '   - Estimated Time: 2h',
      '   - **Time Investment**: 2.5 hours',
      '4. **Later**',
      '   - Time Estimate: 30 min',
      '   - Actual: not yet',
      '#### Review',
      'Estimated: 1h, actual: 2h',
      'Estimated: 3 days',
    );
    expect(account?.estimates).toEqual([
      { title: 'Parser', estimatedMinutes: 180, actualMinutes: 300, line: 3 },
      { title: 'Writer', estimatedMinutes: 60, actualMinutes: 45, line: 6 },
      { title: 'Index', estimatedMinutes: 120, actualMinutes: 150, line: 8 },
      { title: 'Later', estimatedMinutes: 30, actualMinutes: null, line: 11 },
      { title: 'Review', estimatedMinutes: 60, actualMinutes: 120, line: 14 },
    ]);
  });

  it('compares a target duration with the total time of the entry', () => {
    const { account } = read('## Sprint', '**Target Duration**: 8 hours', '### Time Investment Summary', '- **Total Time**: ~9 hours');
    expect(account?.estimates).toEqual([{ title: '', estimatedMinutes: 480, actualMinutes: 540, line: 2 }]);
  });

  it('does not take the days of the next sprint for those of this one', () => {
    const { account, data } = read(
      '## Sprint Transition Notes',
      '### Next Sprint Preparation: Benchmark Analysis',
      '**Target Duration**: 2025-08-03 → 2025-08-10',
    );
    expect(account?.nextSprint).toEqual({ title: 'Benchmark Analysis', from: '2025-08-03', to: '2025-08-10' });
    expect(account?.target).toBeNull();
    expect(data).toEqual({});
  });

  it('takes the days that a sprint covered before those that it was to take, and keeps both', () => {
    const { account, data } = read('**Target Duration**: 2026-03-03 → 2026-03-10', 'Period: 2026-03-03 → 2026-03-14', '- [x] Done');
    expect(data).toEqual({ period: { from: '2026-03-03', to: '2026-03-14' } });
    expect(account?.target).toEqual({ from: '2026-03-03', to: '2026-03-10' });
  });

  it('has no account of a text that says nothing of it', () => {
    expect(read('## 2026-01-04', 'Text', '```', '- [ ] code', '```')).toEqual({ account: null, open: [], data: {}, places: {} });
  });

  it('never throws, and never takes longer than the text is long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('#', '*', '-', ':', ' ', '1', 'h', 'Time Investment', '\n', '[x]') }),
        (text) => void readProgress(text, 0),
      ),
    );
    const hostile = (count: number): string =>
      `${'- Time Investment: 1h\n'.repeat(count)}${'#'.repeat(10 * count)}\n${' '.repeat(10 * count)}x`;
    expectLinear(hostile, (text) => readProgress(text, 0), 50_000);
  });
});
