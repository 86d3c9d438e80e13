import type { Judgement, StratumJudgement, Verdict } from '#graph/judgement/judgement.ts';
import type { Column, Results, RunStatus } from '#graph/knowledge-graph.ts';
import { noiseJson, type NoiseJson } from '#views/results/noise-json.ts';

/**
 * A whole table with what is known of its rows, column by column: what its downloads are made from. It is plain data, which another thread can be
 * given; a hundred thousand rows as objects would take longer to hand over than to write.
 */
export interface RecordedTable {
  readonly id: string;
  readonly path: string;
  readonly metric: Pick<Results['metric'], 'name' | 'direction' | 'directionSource'>;
  readonly counts: Results['counts'];
  readonly columns: readonly RecordedColumn[];
  /** The cells beyond the header, of the rows that have any. */
  readonly surplus: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** The line that each row begins at. */
  readonly lines: readonly number[];
  readonly statuses: readonly RunStatus[];
  /** By row; null for a table whose rows are no runs. */
  readonly verdicts: readonly (Verdict | null)[] | null;
  readonly judged: JudgedJson;
}

export interface RecordedColumn extends Column {
  /** One a row, as written. */
  readonly cells: readonly string[];
  /** The numbers of a metric, one a row; null for any other column. */
  readonly values: readonly (number | null)[] | null;
}

/** What the JSON of a table says of all its rows together. */
interface JudgedJson {
  readonly noise: NoiseJson | null;
  readonly noise_missing: StratumJudgement['noiseMissing'];
  readonly unjudged: Judgement['unjudged'];
  readonly best: { readonly id: string; readonly verdict: Verdict | null } | null;
  readonly frontier: StratumJudgement['frontier'];
}

/** @param judgement null for a table whose rows are no runs */
export function recordedTable({ table, metric, counts, columns, runs }: Results, judgement: Judgement | null): RecordedTable {
  const { name, direction, directionSource } = metric;
  return {
    id: table.id,
    path: table.path,
    metric: { name, direction, directionSource },
    counts,
    columns: columns.map((column, index) => ({
      ...column,
      cells: table.rows.map(({ cells }) => cells[index] ?? ''),
      values: column.role === 'metric' ? runs.map(({ values }) => values[column.name] ?? null) : null,
    })),
    surplus: runs.flatMap((run, row) => (run.surplus.length === 0 ? [] : [{ row, cells: run.surplus }])),
    lines: runs.map(({ line }) => line),
    statuses: runs.map(({ status }) => status),
    verdicts: judgement === null ? null : runs.map(({ id }) => judgement.byRun.get(id)?.verdict ?? null),
    judged: judgedJson(judgement),
  };
}

function judgedJson(judgement: Judgement | null): JudgedJson {
  const current = judgement?.current ?? null;
  const best = current?.best ?? null;
  return {
    noise: noiseJson(current?.noise ?? null),
    noise_missing: current?.noiseMissing ?? null,
    unjudged: judgement?.unjudged ?? null,
    best: best === null ? null : { id: best, verdict: current?.bestVerdict ?? null },
    frontier: current?.frontier ?? null,
  };
}

/** The columns of a table with all cells as written; cells beyond the header stand in a last column, with tabs between them, where a row has any. */
export function textColumns({ columns, surplus, lines }: RecordedTable): Pick<RecordedColumn, 'name' | 'cells'>[] {
  if (surplus.length === 0) return [...columns];
  const cells = lines.map(() => '');
  for (const { row, cells: further } of surplus) cells[row] = further.join('\t');
  const taken = columns.map(({ name }) => name);
  return [...columns, { name: freeName('surplus', taken), cells }];
}

/** The name, or what is nearest to it among names that are not taken. */
export function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? freeName(`${name}_`, taken) : name;
}
