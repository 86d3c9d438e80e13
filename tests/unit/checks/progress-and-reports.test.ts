import { describe, expect, it } from 'vitest';
import { inferenceWithoutObservation } from '#checks/inference-without-observation.ts';
import { overdueUpdate } from '#checks/overdue-update.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { Statement } from '#schemas/statement.ts';
import { makeContent, makeEntry } from '../graph/make-content.ts';

const update = (date: string, next: string) => makeEntry('progress', `progress/${date}_x.md`, { data: { next_update: next } });
const overdue = (asOf: string, ...entries: ReturnType<typeof update>[]) =>
  [...overdueUpdate(buildGraph(makeContent({ asOf, entries })))].map(({ path }) => path);

describe('overdue-update', () => {
  it('counts from the day of the workspace, not from any clock', () => {
    expect(overdue('2026-01-11', update('2026-01-04', '2026-01-11'))).toEqual([]);
    expect(overdue('2026-01-12', update('2026-01-04', '2026-01-11'))).toEqual(['progress/2026-01-04_x.md']);
  });

  it('is content with any later entry', () => {
    expect(overdue('2026-02-01', update('2026-01-04', '2026-01-11'), update('2026-01-20', '2026-03-01'))).toEqual([]);
  });
});

describe('inference-without-observation', () => {
  const found = (...sorts: Statement['sort'][]) => {
    const statements = sorts.map((sort, index) => ({ sort, text: 'x', line: index + 5 }));
    const report = makeEntry('report', 'reports/2026-01-04_x.md', { data: { statements } });
    return [...inferenceWithoutObservation(buildGraph(makeContent({ entries: [report] })))].map(({ line }) => line);
  };

  it('is at the first inference of a report that observes nothing', () => {
    expect(found('claim', 'inference', 'inference')).toEqual([6]);
    expect(found('inference', 'observation')).toEqual([]);
    expect(found('claim')).toEqual([]);
    expect(found()).toEqual([]);
  });
});
