import type { Results } from '#graph/knowledge-graph.ts';

/** A column of a download: its cells as written, one a row. */
export interface RawColumn {
  readonly name: string;
  readonly cells: readonly string[];
}

/** The columns of a table with all cells as written; cells beyond the header stand in a last column, with tabs between them, where a row has any. */
export function rawColumns({ columns, runs }: Results): RawColumn[] {
  const names = columns.map(({ name }) => name);
  const surplus = runs.some((run) => run.surplus.length > 0)
    ? [{ name: freeName('surplus', names), cells: runs.map((run) => run.surplus.join('\t')) }]
    : [];
  return [...names.map((name) => ({ name, cells: runs.map((run) => run.cells[name] ?? '') })), ...surplus];
}

/** The name, or what is nearest to it among names that are not taken. */
export function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? freeName(`${name}_`, taken) : name;
}
