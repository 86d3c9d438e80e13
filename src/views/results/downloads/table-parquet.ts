import { zstdCompressSync } from 'node:zlib';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { freeName, textColumns, type RecordedTable } from './recorded-table.ts';

/**
 * A table as a Parquet file: every column as text, each cell as written, and behind them for each metric a column of doubles, `val_bpb_value`,
 * that is null where a cell has no value. The metric and its direction stand in the metadata of the file under `priors`.
 */
export function tableParquet(table: RecordedTable): Uint8Array<ArrayBuffer> {
  const { path, metric, columns } = table;
  const texts = textColumns(table).map(({ name, cells }): ColumnSource => ({ name, data: [...cells], type: 'STRING', nullable: false }));
  const taken = texts.map(({ name }) => name);
  const doubles = columns.flatMap(({ name, values }): ColumnSource[] => {
    if (values === null) return [];
    const free = freeName(`${name}_value`, taken);
    taken.push(free);
    return [{ name: free, data: [...values], type: 'DOUBLE', nullable: true }];
  });
  const about = { path, metric: { name: metric.name, direction: metric.direction } };
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
