import { describe, expect, it } from 'vitest';
import { seedDisagrees } from '#checks/tables/seed-disagrees.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { parseTable } from '#ingest/tables/parse-table.ts';
import { makeContent } from '../graph/make-content.ts';

/** What is said of a table with these lines, whose cells are divided by two or more spaces, as `line:column of the value: message`. */
function found(...lines: readonly string[]): string[] {
  const text = lines.map((line) => `${line.split(/ {2,}/).join('\t')}\n`).join('');
  const { table } = parseTable({ path: 'results.tsv', text, digest: '', problems: [] });
  const graph = buildGraph(makeContent({ tables: table === null ? [] : [table] }));
  return [...seedDisagrees(graph)].map(({ path, line, column, endColumn, message }) => {
    const value = text.split('\n')[line - 1]?.slice(column - 1, (endColumn ?? Infinity) - 1);
    return `${path}:${line}:${column} of ${value ?? ''}: ${message}`;
  });
}

const head = 'commit   val_bpb  seed  status    description';
const baseline = '0640555  0.9979   1     baseline  baseline';

describe('seed-disagrees', () => {
  it('names the value of the later of two runs of one configuration and seed', () => {
    expect(found(head, baseline, '187e419  0.9697  1  keep  rotary', '187e419  0.9712  1  discard  rotary')).toEqual([
      'results.tsv:4:9 of 0.9712: Run 3 has the same configuration and seed as run 2, but another value (0.9712 against 0.9697)',
    ]);
  });

  it('holds each further run against the first', () => {
    const run = (value: string) => `187e419  ${value}  7  keep  rotary`;
    expect(found(head, baseline, run('0.97'), run('0.98'), run('0.97'), run('0.96'))).toEqual([
      'results.tsv:4:9 of 0.98: Run 3 has the same configuration and seed as run 2, but another value (0.98 against 0.97)',
      'results.tsv:6:9 of 0.96: Run 5 has the same configuration and seed as run 2, but another value (0.96 against 0.97)',
    ]);
  });

  it('looks at baselines too', () => {
    expect(found(head, baseline, '0640555  0.9912  1  baseline  baseline')).toEqual([
      'results.tsv:3:9 of 0.9912: Run 2 has the same configuration and seed as run 1, but another value (0.9912 against 0.9979)',
    ]);
  });

  it.each([
    ['another seed', '187e419  0.9712  2  keep  rotary'],
    ['no seed', '187e419  0.9712  n/a  keep  rotary'],
    ['another commit', '12e4567  0.9712  1  keep  rotary'],
    ['another configuration', '187e419  0.9712  1  keep  alibi'],
    ['the same value, written otherwise', '187e419  0.96970  1  keep  rotary'],
    ['no value', '187e419  n/a  1  crash  rotary'],
  ])('says nothing of a run with %s', (_, run) => {
    expect(found(head, baseline, '187e419  0.9697  1  keep  rotary', run)).toEqual([]);
  });

  it('says nothing of runs that a column tells apart', () => {
    const runs = ['187e419  0.9697  1  keep  8  rotary', '187e419  0.9712  1  keep  16  rotary'];
    expect(found('commit  val_bpb  seed  status  depth  description', '0640555  0.9979  1  baseline  8  baseline', ...runs)).toEqual([]);
  });

  it('says nothing of a table without a column of seeds, or without a metric', () => {
    const runs = ['187e419  0.9697  keep  rotary', '187e419  0.9712  keep  rotary'];
    expect(found('commit  val_bpb  status  description', '0640555  0.9979  baseline  baseline', ...runs)).toEqual([]);
    expect(found('commit  seed  description', '187e419  1  rotary', '187e419  1  rotary')).toEqual([]);
  });
});
