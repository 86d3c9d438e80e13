import { describe, expect, test } from 'vitest';
import { tableChanges } from '#changes/knowledge/table-changes.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { parseTable } from '#ingest/tables/parse-table.ts';
import { makeContent } from '../../graph/make-content.ts';

const header = 'commit\tval_bpb\tstatus';

function graphOf(...lines: readonly string[]): KnowledgeGraph {
  return graphAt('results.tsv', ...lines);
}

function graphAt(path: string, ...lines: readonly string[]): KnowledgeGraph {
  const { table } = parseTable({ path, text: `${lines.join('\n')}\n`, digest: '', problems: [] });
  return buildGraph(makeContent({ tables: table === null ? [] : [table], program: { metric: { name: 'val_bpb', direction: 'lower' } } }));
}

const between = (before: KnowledgeGraph, after: KnowledgeGraph, renames: readonly (readonly [string, string])[] = []) =>
  tableChanges(before, after, new Map(renames)).map(({ after: now, added, changed, removed, columns, best }) => ({
    path: now?.table.path ?? null,
    added: added.map(({ ordinal }) => ordinal),
    changed: changed.map(({ after: run }) => run.ordinal),
    removed: removed.map(({ ordinal }) => ordinal),
    columns,
    isNewBest: best.isNew,
  }));
const sameColumns = { added: [], removed: [] };

const old = [header, 'a1\t0.99\tbaseline', 'a2\t0.98\tkeep'];

describe('tableChanges', () => {
  test('finds rows at the end, and that one of them is the best', () => {
    expect(between(graphOf(...old), graphOf(...old, 'a3\t0.97\tkeep', 'a4\t1.2\tdiscard'))).toEqual([
      { path: 'results.tsv', added: [3, 4], changed: [], removed: [], columns: sameColumns, isNewBest: true },
    ]);
    expect(between(graphOf(...old), graphOf(...old, 'a4\t1.2\tdiscard'))[0]?.isNewBest).toBe(false);
  });

  test('says nothing of a table that is the same, and of rows that only moved', () => {
    expect(between(graphOf(...old), graphOf(...old))).toEqual([]);
    expect(between(graphOf(...old), graphOf(header, 'a2\t0.98\tkeep', 'a1\t0.99\tbaseline'))).toEqual([]);
  });

  test('tells a row that was rewritten in place from one that came', () => {
    expect(between(graphOf(...old), graphOf(header, 'a1\t0.99\tbaseline', 'a2\t0.975\tkeep'))).toEqual([
      { path: 'results.tsv', added: [], changed: [2], removed: [], columns: sameColumns, isNewBest: true },
    ]);
  });

  test('counts rows that are gone', () => {
    expect(between(graphOf(...old), graphOf(header, 'a1\t0.99\tbaseline'))).toEqual([
      { path: 'results.tsv', added: [], changed: [], removed: [2], columns: sameColumns, isNewBest: true },
    ]);
  });

  test('sees the same rows below a further column', () => {
    const wider = [`${header}\tseed`, 'a1\t0.99\tbaseline\t1', 'a2\t0.98\tkeep\t1', 'a3\t0.99\tdiscard\t1'];
    expect(between(graphOf(...old), graphOf(...wider))).toMatchObject([
      { added: [3], changed: [], removed: [], columns: { added: ['seed'], removed: [] } },
    ]);
  });

  test('counts equal rows as often as they stand there', () => {
    expect(between(graphOf(...old), graphOf(...old, 'a2\t0.98\tkeep'))).toMatchObject([{ added: [3], removed: [] }]);
  });

  test('follows a table that was renamed', () => {
    const [before, after] = [graphOf(...old), graphAt('results/tiny.tsv', ...old)];
    expect(between(before, after, [['results.tsv', 'results/tiny.tsv']])).toEqual([]);
    expect(between(before, after)).toMatchObject([
      { path: null, removed: [1, 2] },
      { path: 'results/tiny.tsv', added: [1, 2] },
    ]);
  });

  test('is never silent about columns that come, go or get another name', () => {
    const renamed = ['commit\tval_loss\tstatus', 'a1\t2.99\tbaseline', 'a2\t2.98\tkeep'];
    expect(between(graphOf(...old), graphOf(...renamed))).toMatchObject([
      { added: [], changed: [], columns: { added: ['val_loss'], removed: ['val_bpb'] } },
    ]);
  });

  test('calls nothing a new best that is the same run with the same value', () => {
    const described = [`${header}\tdescription`, 'a1\t0.99\tbaseline\t', 'a2\t0.98\tkeep\tone'];
    const reworded = described.with(2, 'a2\t0.980\tkeep\tanother');
    expect(between(graphOf(...described), graphOf(...reworded))).toMatchObject([{ changed: [2], isNewBest: false }]);
    expect(between(graphOf(...described), graphOf(...described.with(2, 'a2\t0.97\tkeep\tone')))).toMatchObject([{ isNewBest: true }]);
  });

  test('tells what the best rested on before', () => {
    const seeded = [`${header}\tseed\tdescription`, 'a1\t0.99\tbaseline\t1\tas it was', 'a2\t0.98\tkeep\t1\trotary'];
    const repeated = [...seeded, 'a2\t0.981\tkeep\t2\trotary', 'a2\t0.982\tkeep\t3\trotary'];
    const [change] = tableChanges(graphOf(...seeded), graphOf(...repeated), new Map());
    expect(change?.best.before?.runs).toBe(1);
    expect(change?.best).toMatchObject({ after: { value: '0.98', runs: 3 }, isNew: false });
  });
});
