import type { Verdict } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import { renamedPath } from './renamed-path.ts';

/** The best run of a table, and how far it can be trusted. */
export interface BestRun {
  readonly run: Run;
  /** The cell as written. */
  readonly value: string;
  /** Null for a baseline, which claims nothing. */
  readonly verdict: Verdict | null;
  /** How many runs its configuration has. */
  readonly runs: number;
}

/** What became of a results table. */
export interface TableChange {
  /** The table now; null where it is gone. */
  readonly after: Results | null;
  readonly before: Results | null;
  /** In file order. */
  readonly added: readonly Run[];
  /** Rows with other cells than the row that stood at their place. */
  readonly changed: readonly { readonly before: Run; readonly after: Run }[];
  /** Rows of before that are not there any more. */
  readonly removed: readonly Run[];
  readonly columns: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Whether it is about another metric than before. */
  readonly isOtherMetric: boolean;
  readonly best: {
    readonly before: BestRun | null;
    readonly after: BestRun | null;
    /** Whether another row is the best now, or its value is another; never where the metric is. */
    readonly isNew: boolean;
  };
}

/**
 * The tables of which something became, by path. A row is known by its cells below the columns that are in both, so that rows which only moved, or
 * stand below a further column, are the same.
 *
 * @param renames by the path before: the path after
 */
export function tableChanges(before: KnowledgeGraph, after: KnowledgeGraph, renames: ReadonlyMap<string, string>): TableChange[] {
  const old = new Map(Array.from(before.results.values(), (results) => [renamedPath(results.table.path, renames), results]));
  const now = new Map(Array.from(after.results.values(), (results) => [results.table.path, results]));
  return [...new Set([...now.keys(), ...old.keys()])].toSorted().flatMap((path): TableChange[] => {
    const change = tableChange(old.get(path) ?? null, now.get(path) ?? null, before, after);
    return isNothing(change) ? [] : [change];
  });
}

function isNothing({ before, after, added, changed, removed, columns, isOtherMetric, best }: TableChange): boolean {
  const rows = added.length + changed.length + removed.length + columns.added.length + columns.removed.length;
  const isSameBest = !best.isNew && best.before?.verdict === best.after?.verdict && (best.before === null) === (best.after === null);
  return rows === 0 && !isOtherMetric && isSameBest && before !== null && after !== null;
}

function tableChange(before: Results | null, after: Results | null, graphBefore: KnowledgeGraph, graphAfter: KnowledgeGraph): TableChange {
  const rows = rowChanges(before, after);
  const columns = {
    added: (after?.table.columns ?? []).filter((name) => before !== null && !before.table.columns.includes(name)),
    removed: (before?.table.columns ?? []).filter((name) => after !== null && !after.table.columns.includes(name)),
  };
  const isOtherMetric = before !== null && after !== null && before.metric.name !== after.metric.name;
  const best = { before: bestOf(before, graphBefore), after: bestOf(after, graphAfter) };
  const isNew = !isOtherMetric && isNewBest(best.before, best.after, rows.isSame);
  return {
    before,
    after,
    added: rows.added,
    changed: rows.changed,
    removed: rows.removed,
    columns,
    isOtherMetric,
    best: { ...best, isNew },
  };
}

interface RowChanges extends Pick<TableChange, 'added' | 'changed' | 'removed'> {
  /** Whether a row of before is that row of now, be it with other cells. */
  readonly isSame: (before: Run, after: Run) => boolean;
}

function rowChanges(before: Results | null, after: Results | null): RowChanges {
  if (before === null || after === null) return { added: after?.runs ?? [], changed: [], removed: before?.runs ?? [], isSame: () => false };
  const key = keyBy(before.table.columns.filter((name) => after.table.columns.includes(name)));
  // As often as it stands in both, a row is the same.
  const left = new Map<string, number>();
  for (const run of before.runs) left.set(key(run), (left.get(key(run)) ?? 0) + 1);
  const unknown: Run[] = [];
  for (const run of after.runs) {
    const count = left.get(key(run)) ?? 0;
    if (count === 0) unknown.push(run);
    else left.set(key(run), count - 1);
  }
  const gone = new Map<number, Run>();
  for (const run of before.runs.toReversed()) {
    const count = left.get(key(run)) ?? 0;
    if (count === 0) continue;
    left.set(key(run), count - 1);
    gone.set(run.ordinal, run);
  }
  const changed = unknown.flatMap((run) => {
    const old = gone.get(run.ordinal);
    return old === undefined ? [] : [{ before: old, after: run }];
  });
  const rewritten = new Set(changed.map(({ after: run }) => run.ordinal));
  return {
    added: unknown.filter(({ ordinal }) => !rewritten.has(ordinal)),
    changed,
    removed: [...gone.values()].filter(({ ordinal }) => !rewritten.has(ordinal)).reverse(),
    isSame: (old, run) => key(old) === key(run) || (rewritten.has(run.ordinal) && old.ordinal === run.ordinal),
  };
}

function keyBy(columns: readonly string[]): (run: Run) => string {
  return ({ cells, surplus }) => JSON.stringify([columns.map((name) => (cells[name] ?? '').trim()), surplus]);
}

function isNewBest(before: BestRun | null, after: BestRun | null, isSame: RowChanges['isSame']): boolean {
  if (before === null || after === null) return after !== null;
  if (!isSame(before.run, after.run)) return true;
  return numberOf(before) !== numberOf(after);
}

/** `0.970` is 0.97. */
function numberOf({ value }: BestRun): number | string {
  const number = Number(value);
  return value === '' || Number.isNaN(number) ? value : number;
}

function bestOf(results: Results | null, graph: KnowledgeGraph): BestRun | null {
  const run = results?.best ?? null;
  if (results === null || run === null) return null;
  const judgement = graph.judgements.get(results.table.id);
  const found = judgement?.byRun.get(run.id);
  const current = judgement?.current ?? null;
  return {
    run,
    value: (run.cells[results.metric.name ?? ''] ?? '').trim(),
    verdict: (current?.best === run.id ? current.bestVerdict : found?.verdict) ?? null,
    runs: found?.configuration?.runs.length ?? 1,
  };
}
