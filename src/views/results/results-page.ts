import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import { isNumericColumn, readMeasure } from '#graph/results/numbers.ts';
import type { ColumnRole } from '#schemas/program.ts';
import { rowAnchor, tableSegment, type Href } from '#views/href.ts';
import { resultsFacts, rowsText, type ResultsFact } from './results-facts.ts';
import { resultsChart, type ResultsChart } from './results-chart.ts';
import { runAddress } from './run-address.ts';
import { shownStatus, type ShownStatus } from './run-status.ts';

/** More rows than this stand in the downloads only. */
const mostRows = 500;

export interface TableColumn {
  readonly name: string;
  readonly role: ColumnRole;
  readonly numeric: boolean;
  /** `lower is better`, on the main metric only. */
  readonly note: string | null;
}

export interface TableCell {
  /** As written. */
  readonly text: string;
  readonly role: ColumnRole;
  readonly numeric: boolean;
  /** What a numeric column is sorted by; null where the cell is no number, or no measurement (`0.000000` of a crash). */
  readonly value: number | null;
  /** Of a status column only. */
  readonly status: ShownStatus | null;
  /** Of a commit that the repository's web view can show. */
  readonly href: string | null;
  /** On the main metric of a run that was the best so far. */
  readonly mark: 'best' | 'best so far' | null;
}

export interface ShownRow {
  readonly anchor: string;
  readonly ordinal: number;
  readonly href: string;
  readonly cells: readonly TableCell[];
  /** Says how a ragged row differs from the header, and the cell that says it: the last that holds anything. Null for all others. */
  readonly ragged: { readonly text: string; readonly cell: number } | null;
}

/** So many runs must agree before a column counts as the same in every run. */
const fewestToAgree = 5;

/** One results table. */
export interface TablePage {
  readonly title: string;
  readonly path: string;
  readonly sourceHref: string | null;
  readonly caption: string;
  readonly facts: readonly ResultsFact[];
  readonly chart: ResultsChart | null;
  /** What comments above the header say of the table. */
  readonly notes: readonly { readonly name: string; readonly value: string }[];
  /** What a row is called in the header of the table. */
  readonly rowName: 'Run' | 'Row';
  /** Without those that say the same of every run, which is a fact. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly ShownRow[];
  /** How many rows the page leaves to the downloads. */
  readonly hidden: number;
  readonly downloads: readonly { readonly label: string; readonly href: string }[];
}

/** The page of one table: chart, facts, and its first rows as they are in the file. */
export function tablePage(results: Results, graph: KnowledgeGraph, href: Href): TablePage {
  const { table, runs } = results;
  const constant = constantColumns(results);
  const varying = results.columns.filter(({ name }) => !constant.has(name));
  const columns = varying.map(({ name, role }): TableColumn => ({
    name,
    role,
    numeric: role !== 'commit' && role !== 'id' && isNumericColumn(runs.map((run) => run.cells[name] ?? '')),
    note: name === results.metric.name && results.metric.direction !== null ? `${results.metric.direction} is better` : null,
  }));
  return {
    title: table.path,
    path: table.path,
    sourceHref: href.source(table.path),
    caption: `${rowsText(results)} of ${table.path}, in the order in which they were recorded`,
    facts: [
      ...resultsFacts(results, graph, href),
      ...(constant.size === 0
        ? []
        : [
            {
              name: results.nature.rows === 'runs' ? 'In every run' : 'In every row',
              value: Array.from(constant, ([name, text]) => `${name} ${text}`).join(', '),
              href: null,
            },
          ]),
    ],
    // The chart is of runs.
    chart: results.nature.rows === 'runs' ? resultsChart(results, graph, href) : null,
    notes: table.notes.map(({ key, value }) => ({ name: key, value })),
    rowName: results.nature.rows === 'runs' ? 'Run' : 'Row',
    columns,
    rows: runs.slice(0, mostRows).map((run) => shownRow(run, columns, results, graph, href)),
    hidden: Math.max(0, runs.length - mostRows),
    downloads: [
      { label: 'TSV', href: href.file(table.path) },
      { label: 'JSON', href: href.api(`runs/${tableSegment(table.id)}`) },
    ],
  };
}

function shownRow(run: Run, columns: readonly TableColumn[], results: Results, graph: KnowledgeGraph, href: Href): ShownRow {
  const ragged = raggedText(run, results.columns.length);
  const last = columns.findLastIndex(({ name }) => (run.cells[name] ?? '').trim() !== '');
  return {
    anchor: rowAnchor(run.ordinal),
    ordinal: run.ordinal,
    href: runAddress(graph, href, run.id),
    cells: columns.map((column) => shownCell(run, column, results, href)),
    ragged: ragged === null ? null : { text: ragged, cell: Math.max(0, last) },
  };
}

/** Columns that say the same of every run, with what they say: settings that nobody changed. What identifies or judges a run is never one. */
function constantColumns({ columns, runs, metric }: Results): ReadonlyMap<string, string> {
  const [first] = runs;
  if (first === undefined || runs.length < fewestToAgree) return new Map();
  return new Map(
    columns
      .filter(({ name, role }) => role === 'parameter' && name !== metric.name)
      .map(({ name }) => [name, first.cells[name] ?? ''] as const)
      .filter(([name, text]) => text.trim() !== '' && runs.every((run) => run.cells[name] === text)),
  );
}

/** One cell of a run, as table and run page show it. */
export function shownCell(
  run: Run,
  { name, role, numeric }: Pick<TableColumn, 'name' | 'role' | 'numeric'>,
  results: Results,
  href: Href,
): TableCell {
  const text = run.cells[name] ?? '';
  const isBest = name === results.metric.name && run.bestSoFar;
  return {
    text,
    role,
    numeric,
    value: numeric ? ((role === 'metric' ? run.values[name] : readMeasure(text)?.value) ?? null) : null,
    status: role === 'status' ? shownStatus(run) : null,
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
