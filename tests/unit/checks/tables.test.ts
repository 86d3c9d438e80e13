import { describe, expect, it } from 'vitest';
import { runChecks } from '#checks/run-checks.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { parseTable } from '#ingest/tables/parse-table.ts';
import { makeContent } from '../graph/make-content.ts';

/** Codes with their places and messages in one table, in a lenient workspace unless stated. */
function found(text: string, strict = false): string[] {
  const { table } = parseTable({ path: 'results.tsv', text, digest: '', problems: [] });
  const content = makeContent({ tables: table === null ? [] : [table], strict });
  return runChecks(buildGraph(content)).map(({ code, line, column, message }) => `${line}:${column} ${code}: ${message}`);
}

describe('odd-metric-cell', () => {
  it('names each cell that is neither a number in the unit of its column nor a word for none', () => {
    expect(found('id\tloss\tsize\na\t0.5\t16 MB\nb\tlow\t15 MB\nc\t"a ""b"""\t900 KB\nd\t0.4\t14 MB\ne\t0.3\t9 MB\n')).toEqual([
      '3:3 odd-metric-cell: Unexpected "low" in the metric column "loss", expected a number',
      '4:3 odd-metric-cell: Unexpected "a "b"" in the metric column "loss", expected a number',
      '4:13 odd-metric-cell: Unexpected "900 KB" in the metric column "size", expected a number in MB',
    ]);
  });

  it('says nothing of missing words, infinities, statuses, ragged rows and long-form tables', () => {
    expect(found('id\tloss\na\t0.5\nb\tn/a\nc\tinf\nd\t±9999\ne\tDIVERGED\nf\t0.4\ng\t0.3\nh\t0.2\ni\t0.1\nj\tx\ty\n')).toEqual([]);
    expect(found('id\tmetric\tvalue\na\tloss\t0.5\na\tshape\tround\nb\tloss\t0.4\n')).toEqual([]);
  });
});

describe('unknown-status', () => {
  const text = 'id\tloss\tstatus\na\t0.5\tkeep\nb\t0.4\tkeeep\nc\t0.3\tkeeep\nd\t0.2\tphase_two\ne\t0.1\tTIE\nf\t0.1\tdiscard\n';

  it('names a slip of the pen once, wherever it is', () => {
    expect(found(text)).toEqual(['3:7 unknown-status: Unknown status "keeep", here and in 1 more row']);
  });

  it('names every unknown word in a strict workspace', () => {
    expect(found(text, true)).toEqual([
      '3:7 unknown-status: Unknown status "keeep", here and in 1 more row',
      '5:7 unknown-status: Unknown status "phase_two"',
    ]);
  });
});
