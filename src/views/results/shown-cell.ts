import { isUncounted, missingDecimals } from '#client/table/written-numbers.ts';
import type { Results, Run } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import type { ShownVerdict } from './judged/verdict.ts';
import { shownStatus, type ShownStatus } from './run-status.ts';
import type { TableColumn } from './table-columns.ts';

export interface TableCell {
  /** As written. */
  readonly text: string;
  readonly role: TableColumn['role'];
  readonly numeric: boolean;
  /** What its number lacks to stand in line with those of its column (`missingDecimals`). */
  readonly pad: string;
  /** A number of a metric that counts for nothing. */
  readonly uncounted: boolean;
  /** Of a status column only. */
  readonly status: ShownStatus | null;
  /** Of the column of verdicts only. */
  readonly verdict: ShownVerdict | null;
  /** Of a commit that the repository's web view can show. */
  readonly href: string | null;
  /** On the main metric of a run that was the best so far. */
  readonly mark: 'best' | 'best so far' | null;
}

/** One cell of a run, as table and run page show it. */
export function shownCell(
  run: Run,
  { name, role, numeric, decimals = 0 }: Pick<TableColumn, 'name' | 'role' | 'numeric'> & Partial<Pick<TableColumn, 'decimals'>>,
  results: Results,
  href: Href,
): TableCell {
  const text = run.cells[name] ?? '';
  const isBest = name === results.metric.name && run.bestSoFar;
  return {
    text,
    role,
    numeric,
    pad: missingDecimals(text, decimals),
    uncounted: role === 'metric' && isUncounted(text, run.values[name] ?? null),
    status: role === 'status' ? shownStatus(run) : null,
    verdict: null,
    href: role === 'commit' || role === 'parent' ? commitHref(text, href) : null,
    mark: isBest ? (run.id === results.best?.id ? 'best' : 'best so far') : null,
  };
}

/** Names such as `baseline` or `HEAD` in a commit column lead nowhere. */
function commitHref(text: string, href: Href): string | null {
  return /^[0-9a-f]{7,40}$/i.test(text.trim()) ? href.commit(text.trim()) : null;
}

/** Says how many cells a ragged row has, and what stands beyond the header's columns. */
export function raggedText(run: Run, expected: number): string | null {
  if (!run.ragged) return null;
  if (run.surplus.length === 0) return 'fewer cells than columns';
  return `${expected + run.surplus.length} cells in ${expected} columns; beyond the last: ${run.surplus.map((cell) => `“${cell}”`).join(', ')}`;
}
