import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import { isMissing } from '#graph/results/numbers.ts';
import type { RunId } from '#schemas/entry.ts';
import { backlinkRows, type BacklinkRow } from '#views/entries/entry-connections.ts';
import type { Href } from '#views/href.ts';
import { unjudged } from './results-facts.ts';
import { raggedText, shownCell, type TableCell } from './results-page.ts';
import { hasRunPage, runAddress } from './run-address.ts';
import { shownStatus, type ShownStatus } from './run-status.ts';

export interface NamedCell extends TableCell {
  readonly name: string;
}

export interface RunNeighbor {
  readonly label: string;
  readonly href: string;
}

/** One row of a results table, on a page of its own. */
export interface RunPage {
  readonly title: string;
  /** The run's description, or empty. */
  readonly lead: string;
  readonly description: string;
  readonly table: { readonly title: string; readonly href: string; readonly rowHref: string };
  readonly status: ShownStatus | null;
  /** How the run stood when it was recorded, or null where that cannot be said. */
  readonly standing: string | null;
  readonly bestBefore: RunNeighbor | null;
  readonly verdict: string;
  readonly cells: readonly NamedCell[];
  readonly ragged: string | null;
  readonly sourceHref: string | null;
  readonly line: number;
  readonly citedBy: readonly BacklinkRow[];
  readonly previous: RunNeighbor | null;
  readonly next: RunNeighbor | null;
}

/** The runs that have a page of their own, as parameters of its address. */
export function runsWithPage(graph: KnowledgeGraph): { readonly id: RunId; readonly table: string; readonly ordinal: number }[] {
  return [...graph.runsById.values()].flatMap(({ run, results }) =>
    hasRunPage(graph, run.id) ? [{ id: run.id, table: results.table.id, ordinal: run.ordinal }] : [],
  );
}

/** @throws if there is no such run: addresses are made from the graph */
export function runPage(id: RunId, graph: KnowledgeGraph, href: Href): RunPage {
  const found = graph.runsById.get(id);
  if (found === undefined) throw new Error(`No run has the id "${id}"`);
  const { run, results } = found;
  const before = results.runs.slice(0, run.ordinal - 1).findLast((candidate) => candidate.bestSoFar) ?? null;
  const named = (neighbor: Run | undefined, label: string): RunNeighbor | null =>
    neighbor === undefined ? null : { label, href: runAddress(graph, href, neighbor.id) };
  const title = `Run ${run.ordinal}`;
  return {
    title,
    lead: run.description,
    description: `${title} of ${results.table.path}${run.description === '' ? '' : `: ${run.description}`}`,
    table: { title: results.table.path, href: href.table(results.table.id), rowHref: href.runRow(run.id) },
    status: shownStatus(run),
    standing: standingOf(run, results),
    bestBefore:
      before === null || results.metric.name === null
        ? null
        : { label: `${before.cells[results.metric.name] ?? ''} in run ${before.ordinal}`, href: runAddress(graph, href, before.id) },
    verdict: unjudged,
    cells: results.columns.map((column) => ({ name: column.name, ...shownCell(run, { ...column, numeric: false }, results, href) })),
    ragged: raggedText(run, results.columns.length),
    sourceHref: href.source(results.table.path, run.line),
    line: run.line,
    citedBy: backlinkRows(id, graph, href),
    previous: named(results.runs[run.ordinal - 2], `Run ${run.ordinal - 1}`),
    next: named(results.runs[run.ordinal], `Run ${run.ordinal + 1}`),
  };
}

function standingOf(run: Run, { metric, best }: Results): string | null {
  if (metric.name === null || metric.direction === null) return null;
  if (run.id === best?.id) return `the best ${metric.name} of the table`;
  if (run.bestSoFar) return `the best ${metric.name} so far when it was recorded`;
  return isMissing(run.cells[metric.name] ?? '') || run.values[metric.name] === null ? `no value of ${metric.name} that counts` : null;
}
