import { describe, expect, it } from 'vitest';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { methodPage, tablesWithMethod } from '#views/results/method-page.ts';
import { baselines, href, judgedGraph, onlyTable, tableGraph, winner, wordsOf } from './judged/judged-workspace.ts';

const pageOf = (graph: KnowledgeGraph) => methodPage(onlyTable(graph), graph, href);
const sectionOf = (graph: KnowledgeGraph, anchor: string) => {
  const section = pageOf(graph).sections.find((candidate) => candidate.anchor === anchor);
  if (section === undefined) throw new Error(`The page has no section "${anchor}"`);
  return {
    ...section,
    text: section.text.map(wordsOf).join(' '),
    inputs: Object.fromEntries(section.inputs.map(({ name, value }) => [name, wordsOf(value)])),
    rows: (section.table?.rows ?? []).map((row) => row.map(wordsOf)),
  };
};

const graph = judgedGraph([...baselines, ...winner, 'x\t0.995\tkeep\twarmdown']);

describe('methodPage', () => {
  it('shows the noise with the runs of each group that it was pooled over', () => {
    const { rows, inputs, formulas } = sectionOf(graph, 'noise');
    expect(rows).toEqual([
      ['Baselines: runs 1, 2, 3, 4 and 5', '5', '1.000', '0.0016'],
      ['Replicates: runs 7, 8, 9, 10 and 11', '5', '0.981', '0.0011'],
    ]);
    expect(inputs).toMatchObject({ Baselines: 'runs 1, 2, 3, 4 and 5, as their status says', 'Degrees of freedom ν': '8' });
    expect(formulas).toEqual(['pooled noise', 'noise interval']);
  });

  it('shows the null frontier with everything that went into it', () => {
    const { inputs } = sectionOf(graph, 'frontier');
    expect(inputs).toMatchObject({ 'Scored runs N': '7', 'Baselines n': '5', 'Mean of the baselines': '1.000' });
    expect(inputs['Null frontier']).toMatch(/^1\.000 − \d\.\d\d × 0\.0014 = 0\.99\d$/);
  });

  it('shows the test of the best with the values of both sides', () => {
    const { inputs } = sectionOf(graph, 'confirmation');
    expect(inputs['Fresh replicates']).toBe('0.981 (run 7), 0.979 (run 8), 0.982 (run 9), 0.98 (run 10), 0.981 (run 11)');
    expect(inputs['Outcome']).toBe('passed: confirmed');
  });

  it('lists repeated configurations, what to replicate and how often luck changes the best', () => {
    expect(sectionOf(graph, 'replicates').rows[0]?.slice(0, 3)).toEqual(['runs 6, 7, 8, 9, 10 and 11', '5', '0.981']);
    expect(sectionOf(graph, 'debt').rows.map(([run]) => run)).toEqual(['run 12']);
    expect(sectionOf(graph, 'keeps').text).toContain('the best changed 2 times after the 5 baselines; luck alone changes it 0.8 times');
  });

  it('names every section in its contents', () => {
    const { sections, contents } = pageOf(graph);
    expect(contents.map(({ anchor }) => anchor)).toEqual([...sections.map(({ anchor }) => anchor), 'words']);
  });

  it('says what to do while the noise is unknown', () => {
    const { text, table } = sectionOf(judgedGraph(['a\t1.0\tkeep\tfirst', 'b\t0.9\tkeep\tsecond']), 'noise');
    expect(text).toContain('three baselines would tell');
    expect(text).toContain('priors record --status baseline …');
    expect(table).toBeNull();
  });

  it('says of a table that cannot be judged why, and what the words mean', () => {
    const page = pageOf(tableGraph(['id\tval_bpb\tstatus']));
    expect([page.judged.unjudged, page.sections, page.verdicts.length]).toEqual(['There is no run yet.', [], 5]);
  });
});

it('is there for tables of runs only', () => {
  expect(tablesWithMethod(graph)).toHaveLength(1);
  expect(tablesWithMethod(tableGraph(['step\tloss', '0\t4', '100\t3', '200\t2']))).toEqual([]);
});
