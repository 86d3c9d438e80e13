/** One row of a results table, untouched. */
export interface TableRow {
  /** From 1, in file order; blank, comment and separator lines do not count. */
  readonly ordinal: number;
  readonly line: number;
  /** Greater than `line` where a row was broken over several lines and could be joined. */
  readonly lastLine: number;
  /** As many as the row has, which may be more or fewer than the header's. */
  readonly cells: readonly string[];
}

/** A results table as its bytes say: raw cells, no types, no roles (contract "One ingest"). */
export interface Table {
  /** The path without `.tsv`, `/` as `-`: `results`, `results-t000`. */
  readonly id: string;
  readonly path: string;
  /** As written; names may repeat or be empty. `column 1`, `column 2`, … where the file has no header. */
  readonly columns: readonly string[];
  /** 0 where the file has no header. */
  readonly headerLine: number;
  readonly rows: readonly TableRow[];
}
