import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';

/** What became of a results table. */
export interface TableChange {
  /** The table now; null where it is gone. */
  readonly after: Results | null;
  readonly before: Results | null;
  /** In file order. */
  readonly added: readonly Run[];
  /** Rows with other cells than the row that stood at their place. */
  readonly changed: readonly Run[];
  /** Rows of before that are not there any more. */
  readonly removed: number;
  /** Whether another row is the best now, or its value is another. */
  readonly isNewBest: boolean;
}

/** The tables in which a row came, went or became another, by path. A row is known by its cells, so that rows which only moved are the same. */
export function tableChanges(before: KnowledgeGraph, after: KnowledgeGraph, renames: ReadonlyMap<string, string>): TableChange[] {
  const old = new Map(Array.from(before.results.values(), (results) => [renames.get(results.table.path) ?? results.table.path, results]));
  const now = new Map(Array.from(after.results.values(), (results) => [results.table.path, results]));
  return [...new Set([...now.keys(), ...old.keys()])].toSorted().flatMap((path): TableChange[] => {
    const change = tableChange(old.get(path) ?? null, now.get(path) ?? null);
    return change.added.length + change.changed.length + change.removed === 0 && !change.isNewBest ? [] : [change];
  });
}

function tableChange(before: Results | null, after: Results | null): TableChange {
  if (before === null) return { before, after, added: after?.runs ?? [], changed: [], removed: 0, isNewBest: isBestNow(before, after) };
  if (after === null) return { before, after, added: [], changed: [], removed: before.runs.length, isNewBest: false };
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
  const gone = new Set<number>();
  for (const run of before.runs.toReversed()) {
    const count = left.get(key(run)) ?? 0;
    if (count === 0) continue;
    left.set(key(run), count - 1);
    gone.add(run.ordinal);
  }
  const changed = unknown.filter(({ ordinal }) => gone.has(ordinal));
  return {
    before,
    after,
    added: unknown.filter(({ ordinal }) => !gone.has(ordinal)),
    changed,
    removed: gone.size - changed.length,
    isNewBest: isBestNow(before, after, key),
  };
}

function keyBy(columns: readonly string[]): (run: Run) => string {
  return ({ cells, surplus }) => JSON.stringify([columns.map((name) => (cells[name] ?? '').trim()), surplus]);
}

function isBestNow(before: Results | null, after: Results | null, key?: (run: Run) => string): boolean {
  const [old, now] = [before?.best ?? null, after?.best ?? null];
  if (old === null || now === null || key === undefined) return old !== now;
  return key(old) !== key(now);
}
