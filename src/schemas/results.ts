/** One row of a results table, untouched. */
export interface TableRow {
  /** From 1, in file order; blank, comment and separator lines do not count. */
  readonly ordinal: number;
  readonly line: number;
  /** Greater than `line` where a row was broken over several lines and could be joined. */
  readonly lastLine: number;
  /** As many as the row has, which may be more or fewer than the header's. */
  readonly cells: readonly string[];
  /** Where each cell begins, its opening quote included; absent where the cells with tabs between them are the line as it stands. */
  readonly places?: readonly { readonly line: number; readonly column: number }[];
}

/** A comment above the header that says something of the table: `# metric_direction: higher`. */
export interface TableNote {
  readonly key: string;
  readonly value: string;
  readonly line: number;
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
  readonly notes: readonly TableNote[];
  readonly rows: readonly TableRow[];
}
