import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import { ColumnContent } from '#graph/results/column-content.ts';
import type { Column } from '#graph/knowledge-graph.ts';
import type { ColumnType, TableColumnData, TableColumnInfo } from '#schemas/table-data.ts';
import { computedNames } from './computed-columns.ts';
import { metricDescription } from './metric-description.ts';
import { shownStatus } from './run-status.ts';
import { raggedText } from './shown-cell.ts';

/** A column of the compact form before it has become a file. */
export interface DataColumn {
  readonly info: Omit<TableColumnInfo, 'file' | 'bytes'>;
  readonly data: TableColumnData;
}

const nothing = new ColumnContent([]);

/** More than so many different cells, or cells longer than this, are no choice that somebody could tick in a list. */
const mostChoices = 64;
const longestChoice = 80;

/** The columns of a table as its page loads them: those of the file, then what was computed of its rows, as far as there is any. */
export function* dataColumns(results: Results, graph: KnowledgeGraph): Generator<DataColumn> {
  for (const [index, column] of results.columns.entries()) yield fileColumn(column, results.contents[index] ?? nothing, results, graph);
  yield* computedColumns(results, graph);
}

function fileColumn({ name, role }: Column, content: ColumnContent, results: Results, graph: KnowledgeGraph): DataColumn {
  const { runs } = results;
  const type = typeOf(content, role);
  const described = role === 'metric' ? metricDescription(name, results, graph.content.program) : null;
  return {
    info: { name, role, type, direction: described?.direction ?? null, unit: described?.unit ?? null },
    data: dataOf(type, content.cells, {
      valuesOf: () => (role === 'metric' ? runs.map((run) => run.values[name] ?? null) : content.values),
      meaningsOf: () => (role === 'status' ? meaningsByWord(runs, name) : new Map()),
    }),
  };
}

function* computedColumns(results: Results, graph: KnowledgeGraph): Generator<DataColumn> {
  const { runs } = results;
  const byRun = graph.judgements.get(results.table.id)?.byRun ?? new Map<never, never>();
  const names = computedNames(results);
  const verdicts = runs.map(({ id }) => byRun.get(id)?.verdict ?? '');
  if (verdicts.some((verdict) => verdict !== '')) yield computedColumn(names.verdict, 'verdict', verdicts);
  if (byRun.size > 0) {
    const configurations = runs.map(({ id }) => byRun.get(id)?.configuration?.first ?? null);
    yield computedColumn(
      names.configuration,
      'configuration',
      configurations.map((first) => (first === null ? '' : `run ${first.slice(first.lastIndexOf('/') + 1)}`)),
    );
  }
  if (runs.some(({ ragged }) => ragged)) {
    yield computedColumn(
      names.ragged,
      'ragged',
      runs.map((run) => raggedText(run, results.columns.length) ?? ''),
    );
  }
}

function computedColumn(name: string, role: 'verdict' | 'configuration' | 'ragged', cells: readonly string[]): DataColumn {
  const type = role === 'verdict' ? 'choice' : typeOf(new ColumnContent(cells), role);
  return { info: { name, role, type, direction: null, unit: null }, data: dataOf(type, cells) };
}

/** What a column is for a reader, told by its role and its whole content. Names are never numbers, even where they are made of digits. */
function typeOf({ cells, isNumeric }: ColumnContent, role: TableColumnInfo['role']): ColumnType {
  switch (role) {
    case 'metric':
      return 'number';
    case 'status':
    case 'verdict':
      return 'choice';
    case 'description':
      return 'text';
    case 'id':
    case 'commit':
    case 'parent':
    case 'seed':
    case 'configuration':
    case 'ragged':
      return isChoice(cells) ? 'choice' : 'text';
    case 'time':
    case 'parameter':
      return isNumeric ? 'number' : isChoice(cells) ? 'choice' : 'text';
  }
}

/** Whether there are few different cells, and most of them more than once. */
function isChoice(cells: readonly string[]): boolean {
  const distinct = new Set<string>();
  for (const cell of cells) {
    distinct.add(cell);
    if (distinct.size > mostChoices || distinct.size * 2 > cells.length || cell.length > longestChoice) return false;
  }
  return distinct.size > 0;
}

interface Meaning {
  readonly valuesOf: () => readonly (number | null)[];
  /** By cell. */
  readonly meaningsOf: () => ReadonlyMap<string, string>;
}

const noMeaning: Meaning = { valuesOf: () => [], meaningsOf: () => new Map() };

function dataOf(type: ColumnType, cells: readonly string[], { valuesOf, meaningsOf }: Meaning = noMeaning): TableColumnData {
  switch (type) {
    case 'number':
      return { type, cells, values: exceptions(cells, valuesOf()) };
    case 'choice': {
      const counts = new Map<string, number>();
      for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
      const choices = [...counts].sort((a, b) => b[1] - a[1]).map(([cell]) => cell);
      const codes = new Map(choices.map((choice, code) => [choice, code]));
      const meanings = meaningsOf();
      return {
        type,
        choices,
        codes: cells.map((cell) => codes.get(cell) ?? 0),
        meanings: choices.map((choice) => meanings.get(choice) ?? ''),
      };
    }
    case 'text':
      return { type, cells };
  }
}

/** The values that `Number.parseFloat` does not give, by row. */
function exceptions(cells: readonly string[], values: readonly (number | null)[]): Record<string, number | null> {
  const listed: Record<string, number | null> = {};
  for (const [row, cell] of cells.entries()) {
    const value = values[row] ?? null;
    const parsed = Number.parseFloat(cell);
    if ((Number.isFinite(parsed) ? parsed : null) !== value) listed[row] = value;
  }
  return listed;
}

/** The status that each word of a status column was read as; none for a cell that states none. */
function meaningsByWord(runs: readonly Run[], column: string): ReadonlyMap<string, string> {
  return new Map(runs.map((run) => [run.cells[column] ?? '', shownStatus(run)?.status ?? '']));
}
