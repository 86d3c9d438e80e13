import { createColumnStore, type ColumnStore } from '#client/table/column-store.ts';
import type { ColumnType, TableColumnData, TableColumnInfo, TableManifest } from '#schemas/table-data.ts';

/** A column in a test: its cells, and what its type needs beside them. */
export interface MadeColumn {
  readonly cells: readonly string[];
  readonly type?: ColumnType;
  readonly role?: TableColumnInfo['role'];
  readonly values?: Readonly<Record<string, number | null>>;
  /** By cell. */
  readonly meanings?: Readonly<Record<string, string>>;
}

/** A store from cells by column; text unless stated. */
export function makeStore(columns: Readonly<Record<string, MadeColumn>>, stated: Partial<TableManifest> = {}): ColumnStore {
  const made = Object.entries(columns);
  const infos = made.map(([name, { type = 'text', role = 'parameter' }], index): TableColumnInfo => {
    return { name, role, type, direction: null, unit: null, file: `c${index}.0a.json`, bytes: 10 };
  });
  const rows = made[0]?.[1].cells.length ?? 0;
  const manifest: TableManifest = {
    schema: 1,
    rows,
    columns: infos,
    pages: 'all',
    bestSoFar: [],
    best: null,
    fresh: [],
    views: [],
    ...stated,
  };
  return createColumnStore(
    manifest,
    made.map(([, column]) => dataOf(column)),
  );
}

function dataOf({ cells, type = 'text', values = {}, meanings = {} }: MadeColumn): TableColumnData {
  if (type === 'text') return { type, cells };
  if (type === 'number') return { type, cells, values };
  const choices = [...new Set(cells)];
  return { type, choices, codes: cells.map((cell) => choices.indexOf(cell)), meanings: choices.map((choice) => meanings[choice] ?? '') };
}
