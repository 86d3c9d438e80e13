import type { ColumnStore } from './column-store.ts';
import { groupRows, type RowGroup } from './group-rows.ts';

/** A line of the table: a run, or the group that the runs below it belong to. */
export type Line = { readonly kind: 'run'; readonly row: number } | GroupLine;

export interface GroupLine {
  readonly kind: 'group';
  readonly group: RowGroup;
  /** Among the groups, from 0. */
  readonly place: number;
  readonly expanded: boolean;
}

/** The lines of a table in order. */
export interface Lines {
  readonly count: number;
  /** How many of them are groups. */
  readonly groups: number;
  at: (index: number) => Line;
  /** Where a row stands; -1 where it does not. */
  indexOf: (row: number) => number;
}

/** Every row a line. */
export function runLines(rows: Uint32Array): Lines {
  return { count: rows.length, groups: 0, at: (index) => ({ kind: 'run', row: rows[index] ?? 0 }), indexOf: (row) => rows.indexOf(row) };
}

/** A line for each group, and below it those of its rows where it is expanded. */
export function groupLines(store: ColumnStore, rows: Uint32Array, by: string, expanded: ReadonlySet<string>): Lines {
  const groups = groupRows(store, rows, by);
  const lines = groups.flatMap((group, place): Line[] => {
    const isExpanded = expanded.has(group.key);
    const members = isExpanded ? Array.from(group.rows, (row): Line => ({ kind: 'run', row })) : [];
    return [{ kind: 'group', group, place, expanded: isExpanded }, ...members];
  });
  return {
    count: lines.length,
    groups: groups.length,
    at: (index) => lines[index] ?? { kind: 'run', row: 0 },
    indexOf: (row) => lines.findIndex((line) => line.kind === 'run' && line.row === row),
  };
}
