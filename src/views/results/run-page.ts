import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import { isMissing } from '#graph/results/numbers.ts';
import type { RunId } from '#schemas/entry.ts';
import { lineageStrips, type LineageStrips } from '#views/lineage/lineage-strip.ts';
import { backlinkRows, type BacklinkRow } from '#views/entries/entry-connections.ts';
import type { Href } from '#views/href.ts';
import { shortened } from '#views/shortened.ts';
import { judgedRun, type JudgedRun } from './judged/judged-run.ts';
import type { PhraseLink } from './judged/phrase.ts';
import type { JudgedFact } from './judged/table-facts.ts';
import { hasRunPage, runAddress } from './run-address.ts';
import { runDifference, type RunDifference } from './run-differences.ts';
import { runLineage } from './run-lineage.ts';
import { shownStatus, type ShownStatus } from './run-status.ts';
import { raggedText, shownCell, type TableCell } from './shown-cell.ts';

export interface NamedCell extends TableCell {
  readonly name: string;
}

/** One row of a results table, on a page of its own. */
export interface RunPage {
  readonly title: string;
  /** The beginning of the run's description, or empty. */
  readonly lead: string;
  readonly description: string;
  readonly table: { readonly title: string; readonly href: string; readonly rowHref: string };
  readonly status: ShownStatus | null;
  /** Whether it is new or changed since the base of a preview. */
  readonly fresh: boolean;
  /** The main metric as written, and what it is called; null where the row has no value that counts. */
  readonly value: { readonly name: string; readonly text: string; readonly unit: string | null } | null;
  /** How the run stood when it was recorded, or null where that cannot be said. */
  readonly standing: string | null;
  /** Null for rows that are no runs. */
  readonly judged: JudgedRun | null;
  /** Commit, parents and children. */
  readonly belongsTo: readonly JudgedFact[];
  readonly differences: readonly RunDifference[];
  /** The page that shows it beside the runs of `differences`; null where there are none. */
  readonly compare: string | null;
  /** The ideas that it belongs to. */
  readonly lineage: LineageStrips;
  readonly cells: readonly NamedCell[];
  readonly ragged: string | null;
  readonly sourceHref: string | null;
  readonly line: number;
  readonly citedBy: readonly BacklinkRow[];
  readonly previous: PhraseLink | null;
  readonly next: PhraseLink | null;
}

const longestLead = 320;

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
  const neighbor = (other: Run | undefined): PhraseLink | null =>
    other === undefined ? null : { text: `Run ${other.ordinal}`, href: runAddress(graph, href, other.id) };
  const title = `Run ${run.ordinal}`;
  const lead = shortened(run.description, longestLead);
  const lineage = runLineage(run, results, graph, href);
  const others = comparedWith(run, lineage.parent, results, graph);
  return {
    title,
    lead,
    description: `${title} of ${results.table.path}${lead === '' ? '' : `: ${lead}`}`,
    table: { title: results.table.path, href: href.table(results.table.id), rowHref: href.runRow(run.id) },
    status: shownStatus(run),
    fresh: graph.since?.runs.has(id) === true,
    value: valueOf(run, results),
    standing: standingOf(run, results),
    judged: judgedRun(run, results, graph, href),
    belongsTo: [
      ...commitFact(run, href),
      ...(lineage.parents === null ? [] : [{ name: 'Parents', value: lineage.parents }]),
      ...(lineage.children === null ? [] : [{ name: 'Children', value: lineage.children }]),
    ],
    differences: others.map(({ other, role }) => runDifference(run, other, role, results, graph, href)),
    compare: compareAddress(run, others, results, href),
    lineage: lineageStrips(id, graph, href),
    cells: results.columns.map((column) => ({ name: column.name, ...shownCell(run, { ...column, numeric: false }, results, href) })),
    ragged: raggedText(run, results.columns.length),
    sourceHref: href.source(results.table.path, run.line),
    line: run.line,
    citedBy: backlinkRows(id, graph, href),
    previous: neighbor(results.runs[run.ordinal - 2]),
    next: neighbor(results.runs[run.ordinal]),
  };
}

/** What it is compared with comes first: the page measures the others against that. */
function compareAddress(run: Run, others: readonly { readonly other: Run }[], { table }: Results, href: Href): string | null {
  const [first, ...more] = others.map(({ other }) => other.ordinal);
  return first === undefined ? null : href.compare(table.id, [first, run.ordinal, ...more]);
}

function valueOf(run: Run, { metric }: Results): RunPage['value'] {
  if (metric.name === null || (run.values[metric.name] ?? null) === null) return null;
  return { name: metric.name, text: (run.cells[metric.name] ?? '').trim(), unit: metric.unit };
}

function standingOf(run: Run, { metric, best }: Results): string | null {
  if (metric.name === null || metric.direction === null) return null;
  if (run.id === best?.id) return `the best ${metric.name} of the table`;
  if (run.bestSoFar) return `the best ${metric.name} so far when it was recorded`;
  return isMissing(run.cells[metric.name] ?? '') || run.values[metric.name] === null ? `no value of ${metric.name} that counts` : null;
}

/** The runs that a reader would compare it with, each once: what it started from or was measured against, and the best. */
function comparedWith(run: Run, parent: Run | null, results: Results, graph: KnowledgeGraph): { other: Run; role: string }[] {
  if (results.nature.rows !== 'runs') return [];
  const incumbentId = graph.judgements.get(results.table.id)?.byRun.get(run.id)?.comparison?.incumbent;
  const incumbent = incumbentId === undefined ? null : (graph.runsById.get(incumbentId)?.run ?? null);
  const best = results.best;
  const roles = new Map<Run, string[]>();
  const add = (other: Run | null, role: string): void => {
    if (other !== null && other.id !== run.id) roles.set(other, [...(roles.get(other) ?? []), role]);
  };
  add(parent, 'its parent');
  add(incumbent?.id === parent?.id ? null : incumbent, 'the best before it');
  add(best, 'the best of the table');
  return Array.from(roles, ([other, words]) => ({ other, role: words.join(' and ') }));
}

/** Names such as `baseline` or `HEAD` lead nowhere, and are a cell like any other. */
function commitFact({ commit }: Run, href: Href): JudgedFact[] {
  const address = commit !== null && /^[0-9a-f]{7,40}$/i.test(commit) ? href.commit(commit) : null;
  return commit === null || address === null ? [] : [{ name: 'Commit', value: [{ text: commit, href: address }] }];
}
