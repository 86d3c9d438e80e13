import { zstdCompressSync } from 'node:zlib';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import type { Results } from '#graph/knowledge-graph.ts';
import { freeName, rawColumns } from './whole-table.ts';

/**
 * A table as a Parquet file: every column as text, each cell as written, and behind them for each metric a column of doubles, `val_bpb_value`,
 * that is null where a cell has no value. The metric and its direction stand in the metadata of the file under `priors`.
 */
export function tableParquet(results: Results): Uint8Array<ArrayBuffer> {
  const { table, columns, runs, metric } = results;
  const texts = rawColumns(results).map(({ name, cells }): ColumnSource => ({ name, data: [...cells], type: 'STRING', nullable: false }));
  const taken = texts.map(({ name }) => name);
  for (const { name } of columns.filter(({ role }) => role === 'metric')) taken.push(freeName(`${name}_value`, taken));
  const doubles = columns
    .filter(({ role }) => role === 'metric')
    .map(({ name }, index): ColumnSource => ({
      name: taken[texts.length + index] ?? name,
      data: runs.map((run) => run.values[name] ?? null),
      type: 'DOUBLE',
      nullable: true,
    }));
  const about = { path: table.path, metric: { name: metric.name, direction: metric.direction } };
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [...texts, ...doubles],
      createdBy: 'priors',
      // Written by Node itself it takes as long as the writer's own Snappy, and is a third smaller.
      codec: 'ZSTD',
      compressors: { ZSTD: (bytes) => zstdCompressSync(bytes) },
      kvMetadata: [{ key: 'priors', value: JSON.stringify(about) }],
    }),
  );
}
