import { zstdDecompressSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { buildResults } from '#graph/results/results.ts';
import { recordedTable } from '#views/results/downloads/recorded-table.ts';
import { tableCsv } from '#views/results/downloads/table-csv.ts';
import { tableParquet } from '#views/results/downloads/table-parquet.ts';
import { makeTable } from '../../graph/make-content.ts';

const recorded = (...lines: string[]) => recordedTable(buildResults(makeTable('results.tsv', ...lines), {}), null);

describe('a table as CSV', () => {
  it('has every cell as it is written, quoted where RFC 4180 asks for it', () => {
    expect(tableCsv(recorded('commit\tloss\tnote', '0640555\t0.50\tsays "no", twice', 'a\t\t=1+1', 'b\t11,048\té'))).toBe(
      'commit,loss,note\r\n0640555,0.50,"says ""no"", twice"\r\na,,=1+1\r\nb,"11,048",é\r\n',
    );
  });

  it('has rows of one length: cells that are missing are empty, those beyond the header stand in a column of their own', () => {
    expect(tableCsv(recorded('a\tsurplus', '1', '1\t2\t3\t4'))).toBe('a,surplus,surplus_\r\n1,,\r\n1,2,3\t4\r\n');
  });

  it('of a header alone is the header', () => {
    expect(tableCsv(recorded('a\tb'))).toBe('a,b\r\n');
  });
});

describe('a table as Parquet', () => {
  const read = async (...lines: string[]) => {
    const file = tableParquet(recorded(...lines)).buffer;
    return {
      rows: await parquetReadObjects({ file, compressors: { ZSTD: (bytes) => zstdDecompressSync(bytes) } }),
      metadata: parquetMetadata(file),
    };
  };

  it('has every cell as text, and each metric also as numbers', async () => {
    const { rows, metadata } = await read('commit\tval_bpb\tstatus', '0640555\t0.9979\tkeep', '88e6082\t0.000000\tcrash', 'é\tn/a\tkeep');
    expect(rows).toEqual([
      { commit: '0640555', val_bpb: '0.9979', status: 'keep', val_bpb_value: 0.9979 },
      { commit: '88e6082', val_bpb: '0.000000', status: 'crash', val_bpb_value: null },
      { commit: 'é', val_bpb: 'n/a', status: 'keep', val_bpb_value: null },
    ]);
    expect(metadata.schema.slice(1).map(({ name, type, converted_type: text, repetition_type: may }) => [name, type, text, may])).toEqual([
      ['commit', 'BYTE_ARRAY', 'UTF8', 'REQUIRED'],
      ['val_bpb', 'BYTE_ARRAY', 'UTF8', 'REQUIRED'],
      ['status', 'BYTE_ARRAY', 'UTF8', 'REQUIRED'],
      ['val_bpb_value', 'DOUBLE', undefined, 'OPTIONAL'],
    ]);
    expect(JSON.parse(metadata.key_value_metadata?.find(({ key }) => key === 'priors')?.value ?? '')).toEqual({
      path: 'results.tsv',
      metric: { name: 'val_bpb', direction: 'lower' },
    });
  });

  it('has a column of its own for each, whatever they are called', async () => {
    const { rows } = await read('loss\tloss\tloss_value', '1\t2\t3');
    expect(rows.map((row) => Object.keys(row))).toEqual([
      ['loss', 'loss (2)', 'loss_value', 'loss_value_', 'loss (2)_value', 'loss_value_value'],
    ]);
  });

  it('of a header alone has no rows', async () => {
    const { rows, metadata } = await read('commit\tloss\tstatus');
    expect(rows).toEqual([]);
    expect(metadata.schema.slice(1).map(({ name }) => name)).toEqual(['commit', 'loss', 'status', 'loss_value']);
  });

  it('is read back as it was over several groups of rows', async () => {
    const lines = Array.from({ length: 3_000 }, (_, row) => `c${row % 7}\t${row}.50\tkeep`);
    const { rows } = await read('commit\tloss\tstatus', ...lines);
    expect(rows.map((row) => [row['commit'], row['loss'], row['status']].join('\t'))).toEqual(lines);
    expect(rows.at(-1)).toMatchObject({ loss_value: 2_999.5 });
  });
});
