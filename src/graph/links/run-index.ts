import type { RunId } from '#schemas/entry.ts';
import type { Results, Run } from '#graph/knowledge-graph.ts';

/** Every name that a run goes by. */
export interface RunIndex {
  /**
   * The runs that a reference could mean: the one with that run id; else those whose id cell it is; else those
   * with that commit, of which both sides may be cut short to six hex digits or more. Several mean that it is ambiguous.
   */
  readonly find: (reference: string) => readonly RunId[];
  /** Row ids and commits, for suggestions. */
  readonly names: () => readonly string[];
}

/** Abbreviated hashes shorter than this are taken for other words. */
const shortestCommit = 6;
const commitPattern = /^[0-9a-f]{6,64}$/;

/** The index is made when it is first asked: a workspace can have a hundred thousand runs and no reference to any. */
export function indexRuns(results: readonly Results[]): RunIndex {
  let index: RunIndex | null = null;
  const whole = (): RunIndex => (index ??= makeIndex(results));
  return { find: (reference) => whole().find(reference), names: () => whole().names() };
}

function makeIndex(results: readonly Results[]): RunIndex {
  const byId = new Map<string, RunId>();
  const byRowId = new Map<string, RunId[]>();
  const byCommit = new Map<string, RunId[]>();
  for (const table of results) {
    const idColumns = table.columns.filter(({ role }) => role === 'id').map(({ name }) => name);
    for (const run of table.runs) {
      byId.set(run.id, run.id);
      for (const rowId of rowIds(run, idColumns)) add(byRowId, rowId, run.id);
      const commit = run.commit?.toLowerCase() ?? '';
      if (commitPattern.test(commit)) add(byCommit, commit, run.id);
    }
  }
  const commits = [...byCommit.keys()].sort();

  const findCommit = (reference: string): readonly RunId[] => {
    const wanted = reference.toLowerCase();
    if (!commitPattern.test(wanted)) return [];
    const found = new Set(commitsBeginningWith(commits, wanted).flatMap((commit) => byCommit.get(commit) ?? []));
    for (let length = shortestCommit; length < wanted.length; length += 1) {
      for (const id of byCommit.get(wanted.slice(0, length)) ?? []) found.add(id);
    }
    return [...found];
  };

  return {
    find: (reference) => {
      const own = byId.get(reference);
      if (own !== undefined) return [own];
      return byRowId.get(reference) ?? findCommit(reference);
    },
    names: () => [...byRowId.keys(), ...commits],
  };
}

function rowIds(run: Run, idColumns: readonly string[]): Set<string> {
  return new Set(idColumns.map((column) => run.cells[column]?.trim() ?? '').filter((cell) => cell !== ''));
}

function add(index: Map<string, RunId[]>, name: string, id: RunId): void {
  const ids = index.get(name);
  if (ids) ids.push(id);
  else index.set(name, [id]);
}

/** Those of the sorted commits that begin with a prefix: they stand in one row. */
function commitsBeginningWith(sorted: readonly string[], prefix: string): readonly string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (sorted[end]?.startsWith(prefix) === true) end += 1;
  return sorted.slice(low, end);
}
