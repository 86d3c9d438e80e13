import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { checkedPairs, predictionsOf } from '#graph/predictions/predictions.ts';
import type { History } from '#schemas/history.ts';
import type { Job } from '#schemas/queue.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { makeContent, makeEntry, makeReference, makeTable } from '../make-content.ts';

const idea = makeEntry('idea', 'ideas/rotary.md', { data: { expected: '-0.05' } });
const report = makeEntry('report', 'reports/won.md', {
  data: { outcome: 'supported' },
  links: [makeReference('idea', 'rotary'), makeReference('runs', 'run/results/2')],
});
const table = makeTable('results.tsv', 'id\tloss\tstatus', 'a\t1.00\tbaseline', 'b\t0.95\tkeep');
const at = (order: number) => ({ commit: String(order), date: '2026-01-01', order, isEdge: false });
const historyOf = (stated: Partial<History>): History => ({
  isCut: false,
  isShallow: false,
  mainBranch: 'main',
  branches: [],
  commits: [],
  predictions: { 'ideas/rotary.md': { ...at(1), expected: '-0.05', metric: null } },
  reports: { 'reports/won.md': at(3) },
  tables: { 'results.tsv': [{ lines: 3, appearance: at(2) }] },
  files: {},
  renames: {},
  ...stated,
});

/** `state: reason` of each prediction, with what was observed. */
function shown(stated: Partial<WorkspaceContent>): string[] {
  const graph = buildGraph(makeContent({ entries: [idea, report], tables: [table], ...stated }));
  return predictionsOf(graph).map(
    ({ state, reason, observed }) => `${state}: ${reason}${observed === null ? '' : ` ${observed.difference.toFixed(2)}`}`,
  );
}

describe('the prediction of an idea', () => {
  it.each<[string, History | null]>([
    ['checked:  -0.05', historyOf({})],
    ['not checkable: outside git nobody can tell when it was written -0.05', null],
    ['not checkable: it is not committed yet, and there is a result -0.05', historyOf({ predictions: {} })],
    ['not checkable: what it said at first cannot be read from git -0.05', historyOf({ predictions: null })],
    ['not checkable: nobody can tell when its rows were recorded -0.05', historyOf({ tables: {} })],
    ['not checkable: it was written after its result -0.05', historyOf({ tables: { 'results.tsv': [{ lines: 3, appearance: at(0) }] } })],
    ['not checkable: it first appears together with its result -0.05', historyOf({ tables: { 'results.tsv': [{ lines: 3, appearance: at(1) }] } })],
    ['checked:  -0.05', historyOf({ tables: { 'results.tsv': [{ lines: 2, appearance: at(1) }] } })],
    ['not checkable: the history is cut off before it: fetch all of it to know -0.05', historyOf({ predictions: { 'ideas/rotary.md': { ...at(1), isEdge: true, expected: '-0.05', metric: null } } })],
  ])('is %s', (state, history) => {
    expect(shown({ history })).toEqual([state]);
  }); // prettier-ignore

  it('of no change cannot be checked', () => {
    const predictions = { 'ideas/rotary.md': { ...at(1), expected: '+0', metric: null } };
    expect(shown({ history: historyOf({ predictions }) })).toEqual(['not checkable: it expects no change that could be seen -0.05']);
  });
});

describe('the prediction of a job', () => {
  const job = (number: string, started: string, ended: string, expectation: string): Job => ({
    id: `job/queue/${number}`,
    number,
    command: 'just eval',
    label: '',
    question: null,
    expectation,
    state: 'succeeded',
    rawState: 'Done: Success',
    group: 'default',
    folder: '',
    enqueued: null,
    started: `2026-01-01T${started}:00+01:00`,
    ended: `2026-01-01T${ended}:00+01:00`,
    line: 1,
    lastLine: 2,
  });
  const timed = makeTable(
    'results.tsv',
    'id\tloss\tstatus\ttimestamp',
    'a\t1.00\tbaseline\t2026-01-01T08:00:00Z',
    'b\t0.95\tkeep\t2026-01-01T09:30:00Z',
    'c\t0.90\tdiscard\t2026-01-01T10:30:00Z',
  );
  const of = (...jobs: readonly Job[]) => shown({ entries: [], tables: [timed], queues: [{ id: 'queue', path: 'queue.json', jobs }] });

  it('is checked by the rows that were recorded while it ran', () => {
    expect(of(job('1', '10:00', '11:00', 'saves 0.05'), job('2', '11:01', '12:00', 'saves 0.05'))).toEqual([
      'checked:  -0.05',
      'checked:  -0.05',
    ]);
  });

  it('cannot be checked where others ran at that time, too', () => {
    expect(of(job('1', '10:00', '11:00', 'saves 0.05'), job('2', '10:15', '10:45', 'saves 0.05'))).toEqual([
      'not checkable: rows were recorded while other jobs ran, too',
      'not checkable: rows were recorded while other jobs ran, too',
    ]);
    expect(of(job('1', '14:00', '15:00', 'saves 0.05'))).toEqual(['not checkable: no row says that it is of this job']);
  });

  it('makes one pair with its idea, where both are checked by the same runs', () => {
    const own = { ...job('1', '10:00', '11:00', 'saves 0.05'), folder: 'rotary' };
    const graph = buildGraph(
      makeContent({
        entries: [idea, report],
        tables: [table],
        history: historyOf({}),
        queues: [{ id: 'queue', path: 'queue.json', jobs: [own] }],
      }),
    );
    expect(predictionsOf(graph).map(({ state }) => state)).toEqual(['checked', 'checked']);
    expect(checkedPairs(predictionsOf(graph))).toHaveLength(1);
  });
});
