import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildResults } from '#graph/results/results.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { recordedTable } from '#views/results/downloads/recorded-table.ts';
import { tableJson } from '#views/results/downloads/table-json.ts';
import { makeTable } from '../../graph/make-content.ts';
import { baselines, judgedGraph, onlyTable, tableGraph, winner } from './judged/judged-workspace.ts';

const header = 'commit\tval_bpb\tstatus\tdescription';
const read = (graph: KnowledgeGraph): unknown => {
  const results = onlyTable(graph);
  return JSON.parse(tableJson(recordedTable(results, graph.judgements.get(results.table.id) ?? null)));
};

describe('a table as JSON', () => {
  it("has the contract's shape", () => {
    expect(read(tableGraph([header, '187e419\t0.982603\tdiscard\twarmup', '0640555\t0.000000\tcrash\tOOM']))).toEqual({
      schema: 1,
      table: 'results',
      path: 'results.tsv',
      metric: { name: 'val_bpb', direction: 'lower', direction_source: 'guessed' },
      noise: null,
      noise_missing: 'too few replicates',
      unjudged: null,
      best: null,
      frontier: null,
      counts: { baseline: 0, keep: 0, discard: 1, crash: 1, running: 0, planned: 0, other: 0 },
      columns: [
        { name: 'commit', role: 'commit', role_source: 'guessed' },
        { name: 'val_bpb', role: 'metric', role_source: 'guessed' },
        { name: 'status', role: 'status', role_source: 'guessed' },
        { name: 'description', role: 'description', role_source: 'guessed' },
      ],
      rows: [
        {
          id: 'run/results/1',
          line: 2,
          cells: { commit: '187e419', val_bpb: '0.982603', status: 'discard', description: 'warmup' },
          values: { val_bpb: 0.982603 },
          status: 'discard',
          verdict: null,
        },
        {
          id: 'run/results/2',
          line: 3,
          cells: { commit: '0640555', val_bpb: '0.000000', status: 'crash', description: 'OOM' },
          values: { val_bpb: null },
          status: 'crash',
          verdict: null,
        },
      ],
    });
  });

  it('states the noise with the runs that it rests on, the best and every verdict', () => {
    expect(read(judgedGraph([...baselines, ...winner]))).toMatchObject({
      noise: {
        degrees: 8,
        groups: [
          { of: 'baselines', runs: { length: 5 } },
          { of: 'replicates', runs: { length: 5 } },
        ],
      },
      noise_missing: null,
      best: { id: 'run/results/8', verdict: 'confirmed' },
      frontier: { runs: 6, baselines: 5 },
      rows: [...baselines.map(() => ({ verdict: null })), ...winner.map(() => ({ verdict: 'confirmed' }))],
    });
  });

  it('keeps the surplus cells of a ragged row', () => {
    expect(read(tableGraph([header, 'a\t1\tkeep\tnote\tmore']))).toMatchObject({ rows: [{ surplus: ['more'] }] });
  });

  it('is JSON, whatever stands in cells and names', () => {
    const anything = fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\t\r\n]/g, ' '));
    fc.assert(
      fc.property(
        fc.array(anything, { minLength: 1, maxLength: 4 }),
        fc.array(fc.array(anything, { minLength: 1, maxLength: 5 })),
        (names, rows) => {
          const table = { ...makeTable('results.tsv', 'x'), columns: names };
          const filled = {
            ...table,
            rows: rows.map((cells, index) => ({ ordinal: index + 1, line: index + 2, lastLine: index + 2, cells })),
          };
          const results = buildResults(filled, {});
          // Only the rows are looked at, and compared with what they must be.
          const read = JSON.parse(tableJson(recordedTable(results, null))) as { rows: unknown };
          expect(read.rows).toEqual(
            results.runs.map(({ id, line, cells, surplus, values, status }) => ({
              id,
              line,
              cells,
              ...(surplus.length > 0 ? { surplus } : {}),
              values,
              status,
              verdict: null,
            })),
          );
        },
      ),
    );
  });
});
