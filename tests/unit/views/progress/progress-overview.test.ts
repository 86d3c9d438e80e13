import { describe, expect, it } from 'vitest';
import { createHref } from '#views/href.ts';
import { entryCategoryFigure } from '#views/progress/category-figure.ts';
import { progressOverview } from '#views/progress/progress-overview.ts';
import { sprintBands } from '#views/progress/sprint-bands.ts';
import { timelinePage } from '#views/timeline-page.ts';
import { progressGraph } from '../../graph/progress/make-progress.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });
const overviewOf = (files: Readonly<Record<string, readonly string[]>>) => progressOverview('progress', progressGraph(files), href);
/** The texts of the data tables of a figure, row by row. */
const rowsOf = (files: Readonly<Record<string, readonly string[]>>, id: string) =>
  overviewOf(files)
    ?.figures.find((figure) => figure.id === id)
    ?.data.tables[0]?.rows.map((row) => row.map(({ text }) => text));

const sprint = (title: string, from: string, to: string) => ['---', `title: ${title}`, `period: { from: ${from}, to: ${to} }`, '---'];

describe('the overview of the progress log', () => {
  it('is nothing where nothing is stated, and on other kinds', () => {
    const files = { '2026-01-01_a': ['Nothing but words.'] };
    expect(overviewOf(files)).toBeNull();
    expect(progressOverview('log', progressGraph({ '2026-01-01_a': ['- [x] Done'] }), href)).toBeNull();
  });

  it('shows a chart only of what is stated', () => {
    expect(overviewOf({ '2026-01-01_a': ['- [x] Done'] })?.figures).toEqual([]);
    expect(overviewOf({ '2026-01-01_a': ['**Total Time**: 1h'] })?.figures.map(({ id }) => id)).toEqual(['time-by-sprint']);
  });

  it('says what the time by category rests on, and what has no category', () => {
    const files = {
      '2026-01-02_b': ['**Total Time**: 1h'],
      '2026-01-01_a': ['## Time Investment Summary', '- Planning: 3h', '- Writing: 1h'],
    };
    const [figure] = overviewOf(files)?.figures ?? [];
    expect(figure?.summary).toBe('4 h as stated in 1 entry. Most went into Planning: 75%. Without a category: 1 h in 1 entry.');
    expect(rowsOf(files, 'time-by-category')).toEqual([
      ['Planning', '3 h', '180', '1'],
      ['Writing', '1 h', '60', '1'],
    ]);
    expect(figure?.panels[0]?.wide).toContain('>3 h · 75%</text>');
  });

  it('names a sprint by its days, its phase or its entry', () => {
    const time = '**Total Time**: 2h';
    expect(
      rowsOf(
        {
          '2026-03-14_a': [...sprint('Parsers', '2026-03-03', '2026-03-14'), time],
          '2026-02-01_b': ['---', 'title: Start', 'phase: Foundation', '---', time],
          '2026-01-01_c': ['---', 'title: Alone', '---', time],
        },
        'time-by-sprint',
      )?.map((row) => row.slice(0, 3)),
    ).toEqual([
      ['3–14 March 2026', 'its days', 'Parsers'],
      ['Foundation', 'its phase', 'Start'],
      ['1 Jan 2026', 'the entry', 'Alone'],
    ]);
  });

  it('sets estimates beside what they came to, and says of which nothing is stated', () => {
    const files = {
      '2026-01-01_a': ['- Parser', '  - Estimate: 2h', '  - Actual: 3h', '- Index', '  - Estimate: 1h'],
    };
    expect(rowsOf(files, 'estimates')).toEqual([
      ['Parser', '2 h', '3 h', '1.50', 'a'],
      ['Index', '1 h', 'not stated', '', 'a'],
    ]);
    expect(overviewOf(files)?.figures.find(({ id }) => id === 'estimates')?.summary).toBe(
      'Of 1 estimate with a stated outcome, 1 took longer and 0 less time than estimated. What 1 further estimate came to is not stated.',
    );
  });

  it('shows the share of ticked boxes of the newest entries, and says how many more there are', () => {
    const files = Object.fromEntries(
      Array.from({ length: 14 }, (_, index) => [`2026-01-${String(index + 1).padStart(2, '0')}_e`, ['- [x] a', '- [ ] b']]),
    );
    const overview = overviewOf(files);
    expect(overview?.checklists).toHaveLength(12);
    expect(overview?.checklists[0]).toMatchObject({ text: '1 of 2 done', date: { text: '14 Jan 2026' } });
    expect(overview?.boxes).toBe('14 of 28 boxes are ticked, in 14 entries.');
    expect(overview?.olderChecklists).toBe('2 older entries have check boxes too.');
  });

  it('draws no more bars than a chart can show, and says so', () => {
    const files = { '2026-01-01_a': ['## Time Summary', ...Array.from({ length: 20 }, (_, index) => `- Category ${index + 10}: 1h`)] };
    const [figure] = overviewOf(files)?.figures ?? [];
    expect(figure?.panels[0]?.note).toBe('The first 16 of 20 are drawn.');
    expect(figure?.data.tables[0]?.rows).toHaveLength(20);
  });
});

describe('the time of one entry', () => {
  const figureOf = (...lines: string[]) => {
    const [entry] = progressGraph({ '2026-01-01_a': lines }).entries;
    return entry === undefined ? null : entryCategoryFigure(entry);
  };

  it('is a chart where it names two categories', () => {
    expect(figureOf('## Time Summary', '- Planning: 3h', '- Writing: 1h')?.summary).toBe('4 h as stated. Most went into Planning: 75%.');
    expect(figureOf('## Time Summary', '- Planning: 3h', '- planning: 1h')).toBeNull();
    expect(figureOf('Text')).toBeNull();
  });

  it('is that of the summary in the log that the format is taken from', () => {
    const figure = figureOf(
      '## 2025-07-27: Project Foundation & Documentation Sprint',
      '1. **`TASK_BREAKDOWN.md`** - Atomic task decomposition  ',
      '   - **Time Investment**: ~2.5 hours',
      '#### Time Investment Summary',
      '- **Total Time**: ~9 hours',
      '- **Planning & Strategy**: ~4.5 hours (50%)',
      '- **Documentation & Organization**: ~3.5 hours (39%)  ',
      '- **Research & Analysis**: ~1 hour (11%)',
    );
    expect(figure?.data.tables[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Planning & Strategy', '4 h 30 min', '270'],
      ['Documentation & Organization', '3 h 30 min', '210'],
      ['Research & Analysis', '1 h', '60'],
    ]);
  });
});

describe('sprints on the timeline', () => {
  const graph = progressGraph({
    '2026-03-14_a': sprint('Parsers', '2026-02-26', '2026-03-14'),
    '2026-02-10_b': ['### Next Sprint: Search', '**Target Duration**: 2026-02-12 → 2026-02-20'],
  });

  it('stand in every month that they have days in, with the days of that month', () => {
    const bandsOf = (month: string) => sprintBands(month, graph, href)?.bands.map(({ word, title, days }) => [word, title, days]);
    expect(bandsOf('2026-03')).toEqual([['Sprint', 'Parsers', '26 February – 14 March 2026']]);
    expect(bandsOf('2026-02')).toEqual([
      ['Sprint', 'Parsers', '26 February – 14 March 2026'],
      ['Planned sprint', 'Search', '12–20 February 2026'],
    ]);
    expect(bandsOf('2026-01')).toBeUndefined();
    // 26 to 28 February of 28 days, 1 to 14 March of 31.
    expect(sprintBands('2026-02', graph, href)?.bands[0]?.svg).toContain('x="110.7" width="13.3"');
    expect(sprintBands('2026-03', graph, href)?.bands[0]?.svg).toContain('x="0" width="56"');
  });

  it('are part of the timeline of all kinds and of progress', () => {
    const sprintsOn = (kind: 'progress' | null) =>
      timelinePage({ kind, month: null }, graph, href).groups.map(({ title, sprints }) => [title, sprints?.bands.length ?? 0]);
    const expected = [
      ['March 2026', 1],
      ['February 2026', 2],
    ];
    expect(sprintsOn(null)).toEqual(expected);
    expect(sprintsOn('progress')).toEqual(expected);
  });

  it('are no more than a month can show', () => {
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`2026-03-1${index}_s`, sprint(`S${index}`, `2026-03-0${index + 1}`, '2026-03-20')]),
    );
    const bands = sprintBands('2026-03', progressGraph(many), href);
    expect(bands?.bands).toHaveLength(6);
    expect(bands?.more).toBe('3 more sprints ran in this month.');
  });
});
