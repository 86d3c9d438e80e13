import type { ColumnRole } from './program.ts';

/**
 * The compact form of a results table that its page loads: a manifest and one file a column, each named by a digest of its content, so that a
 * new build never mixes with what a browser kept of an old one. Private to Priors: programs read `api/runs/<table>.json`.
 */
export interface TableManifest {
  readonly schema: 1;
  readonly rows: number;
  /** In the order of the file, then those of ours. Names are unique and not empty. */
  readonly columns: readonly TableColumnInfo[];
  /** The ordinals of the runs that have a page; `all` where each has one, `none` where none has. */
  readonly pages: readonly number[] | 'all' | 'none';
  /** The ordinals of the runs that were the best so far when they were recorded, ascending. */
  readonly bestSoFar: readonly number[];
  /** The ordinal of the table's best run; null where none is known. */
  readonly best: number | null;
  /** In a preview the ordinals of rows that are new or changed, ascending; empty in any other site. */
  readonly fresh: readonly number[];
  /** Named queries of `program.md`: the part of the address behind `?`. */
  readonly views: readonly { readonly name: string; readonly query: string }[];
}

/** What the reader of a table may do with a column: order and bound numbers, tick choices, search text. */
export type ColumnType = 'number' | 'choice' | 'text';

/**
 * Behind the columns of the file stand those that were computed: the verdict on each run, the configuration it belongs to (`run 3`, called by
 * its first run), and where a row has too few or too many cells, `ragged`: what is odd about it, empty for all others.
 */
export interface TableColumnInfo {
  readonly name: string;
  readonly role: ColumnRole | 'verdict' | 'configuration' | 'ragged';
  readonly type: ColumnType;
  readonly direction: 'lower' | 'higher' | null;
  readonly unit: string | null;
  /** Name of its file, beside the manifest: `c3.5f0e1a….json`. */
  readonly file: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
}

/** The content of a column's file. Every cell is there as written; a missing cell is empty. */
export type TableColumnData = NumberColumn | ChoiceColumn | TextColumn;

export interface NumberColumn {
  readonly type: 'number';
  readonly cells: readonly string[];
  /**
   * Where the value of a cell is not what `Number.parseFloat(cell)` gives, by index from 0: `11,048` is 11048, `0.000000` of a crash is null.
   * Where a cell is not listed, `Number.parseFloat(cell)` is its value, and where that is no finite number, it has none.
   */
  readonly values: Readonly<Record<string, number | null>>;
}

export interface ChoiceColumn {
  readonly type: 'choice';
  /** The distinct cells, most frequent first. */
  readonly choices: readonly string[];
  /** By row, an index into `choices`. */
  readonly codes: readonly number[];
  /** By choice, what it means: of the status column our status (`keep`), of the others empty text. */
  readonly meanings: readonly string[];
}

export interface TextColumn {
  readonly type: 'text';
  readonly cells: readonly string[];
}
