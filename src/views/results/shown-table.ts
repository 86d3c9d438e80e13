import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import { rowAnchor, type Href } from '#views/href.ts';
import { computedNames } from './computed-columns.ts';
import { runVerdict } from './judged/verdict.ts';
import { namedViews } from './named-views.ts';
import { rowsText } from './results-facts.ts';
import { runAddress } from './run-address.ts';
import { raggedText, shownCell, type TableCell } from './shown-cell.ts';
import { tableDataAddress } from './table-data.ts';
import { tableMarks, type TableMarks } from './table-marks.ts';
import { constantColumns, fileColumns, type TableColumn } from './table-columns.ts';

/** More rows than this stand in the table's data and downloads only. */
const mostRows = 100;

/** More groups than this by one column are no overview. */
const mostGroups = 100;

export interface ShownRow {
  readonly anchor: string;
  readonly ordinal: number;
  readonly href: string;
  /** Whether it is new or changed since the base of a preview. */
  readonly fresh: boolean;
  readonly cells: readonly TableCell[];
  /** Says how a ragged row differs from the header, and the cell that says it: the last that holds anything. Null for all others. */
  readonly ragged: { readonly text: string; readonly cell: number } | null;
}

/** The table itself, as it stands on its page before its script has loaded the rest. */
export interface ShownTable {
  readonly path: string;
  readonly caption: string;
  /** What a row is called in the header of the table. */
  readonly rowName: 'Run' | 'Row';
  /** The main metric's column. */
  readonly metric: string | null;
  /** The columns shown from the start: without those that say the same of every run, which is a fact. */
  readonly columns: readonly TableColumn[];
  /** The columns that a reader can add. */
  readonly otherColumns: readonly TableColumn[];
  /** The first hundred, as they are in the file. */
  readonly rows: readonly ShownRow[];
  readonly total: number;
  /** Columns that rows can be grouped by. */
  readonly groupings: readonly string[];
  /** Named queries of `program.md`, as links to this page. */
  readonly views: readonly { readonly name: string; readonly href: string }[];
  readonly marks: TableMarks;
  readonly addresses: TableAddresses;
}

/** Where the table's script finds what it needs. */
export interface TableAddresses {
  /** The manifest of its data. */
  readonly data: string;
  /** The page of the table; that of a run lies below it. */
  readonly table: string;
  readonly method: string;
  /** The page that compares runs, before its query. */
  readonly compare: string;
  /** A commit in the repository's web view, with `{commit}` in place of its hash; null where there is none. */
  readonly commit: string | null;
}

export function shownTable(results: Results, graph: KnowledgeGraph, href: Href): ShownTable {
  const { table, runs, nature } = results;
  const { columns, otherColumns } = arrangedColumns(results, graph);
  return {
    path: table.path,
    caption: `${rowsText(results)} of ${table.path}, in the order in which they were recorded`,
    rowName: nature.rows === 'runs' ? 'Run' : 'Row',
    metric: results.metric.name,
    columns,
    otherColumns,
    rows: runs.slice(0, mostRows).map((run) => shownRow(run, columns, results, graph, href)),
    total: runs.length,
    groupings: groupings(results, graph),
    views: namedViews(results, graph).map(({ name, query }) => ({ name, href: `${href.table(table.id)}?${query}` })),
    marks: tableMarks(),
    addresses: tableAddresses(results, graph, href),
  };
}

export function tableAddresses(results: Results, graph: KnowledgeGraph, href: Href): TableAddresses {
  const { id } = results.table;
  return {
    data: tableDataAddress(results, graph, href),
    table: href.table(id),
    method: href.method(id),
    compare: href.compare(id),
    commit: commitAddress(href),
  };
}

/** The verdict stands behind the metric that it is about, where there is more to say than that noise is unknown. */
function arrangedColumns(results: Results, graph: KnowledgeGraph): Pick<ShownTable, 'columns' | 'otherColumns'> {
  const constant = constantColumns(results);
  const judged = [...(graph.judgements.get(results.table.id)?.byRun.values() ?? [])];
  const names = computedNames(results);
  const computed = (role: keyof typeof names): TableColumn => ({
    name: names[role],
    role,
    numeric: false,
    note: null,
    widest: null,
    decimals: 0,
    course: null,
  });
  const verdicts = judged.some(({ verdict }) => verdict !== null) ? [computed('verdict')] : [];
  const telling = judged.some(({ verdict }) => verdict !== null && verdict !== 'noise unknown');
  const ofFile = fileColumns(results, mostRows);
  return {
    columns: ofFile
      .filter(({ name }) => !constant.has(name))
      .flatMap((column) => [column, ...(telling && column.name === results.metric.name ? verdicts : [])]),
    otherColumns: [
      ...ofFile.filter(({ name }) => constant.has(name)),
      ...(telling ? [] : verdicts),
      ...(judged.length > 0 ? [computed('configuration')] : []),
      ...(results.runs.some(({ ragged }) => ragged) ? [computed('ragged')] : []),
    ],
  };
}

/** The configurations first, then every column that has few values and no measurements, as far as rows repeat them. */
function groupings(results: Results, graph: KnowledgeGraph): string[] {
  const { columns, contents, runs, table } = results;
  const names = computedNames(results);
  const byRun = graph.judgements.get(table.id)?.byRun;
  const configurations = runs.map(({ id }) => byRun?.get(id)?.configuration?.first ?? '');
  const ofFile = columns.filter(
    ({ role }, index) => role !== 'metric' && role !== 'description' && repeats(contents[index]?.cells ?? [], mostGroups),
  );
  return [...(repeats(configurations, Infinity) ? [names.configuration] : []), ...ofFile.map(({ name }) => name)];
}

/** Whether there are several values, some of them more than once, and at most so many. */
function repeats(values: readonly string[], most: number): boolean {
  const distinct = new Set<string>();
  for (const value of values) {
    distinct.add(value.trim());
    if (distinct.size > most) return false;
  }
  return distinct.size > 1 && distinct.size < values.length;
}

function shownRow(run: Run, columns: readonly TableColumn[], results: Results, graph: KnowledgeGraph, href: Href): ShownRow {
  const ragged = raggedText(run, results.columns.length);
  const last = columns.findLastIndex(({ name }) => (run.cells[name] ?? '').trim() !== '');
  return {
    anchor: rowAnchor(run.ordinal),
    ordinal: run.ordinal,
    href: runAddress(graph, href, run.id),
    fresh: graph.since?.runs.has(run.id) === true,
    cells: columns.map((column) =>
      column.role === 'verdict'
        ? { ...shownCell(run, column, results, href), verdict: runVerdict(run.id, graph, href) }
        : shownCell(run, column, results, href),
    ),
    ragged: ragged === null ? null : { text: ragged, cell: Math.max(0, last) },
  };
}

function commitAddress(href: Href): string | null {
  const sample = '0'.repeat(40);
  return href.commit(sample)?.replace(sample, '{commit}') ?? null;
}
