import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { uncheckableExpectation } from '#checks/uncheckable-expectation.ts';
import type { Entry } from '#schemas/entry.ts';
import { makeContent, makeEntry, makeReference, makeTable } from '../graph/make-content.ts';

const places = { expected: { line: 5, column: 11, endColumn: 20 } };
const found = (data: Readonly<Record<string, string>>, others: readonly Entry[] = []) => {
  const entries = [makeEntry('idea', 'ideas/rotary.md', { data, places }), ...others];
  const tables = [makeTable('results.tsv', 'id\tloss\tseconds', 'a\t1\t2')];
  const program = { metric: { name: 'loss', direction: 'lower' as const } };
  return [...uncheckableExpectation(buildGraph(makeContent({ entries, tables, program })))].map(
    ({ line, message }) => `${line}: ${message}`,
  );
};

describe('an expectation that no run will show', () => {
  it.each([
    [{ expected: '0.02' }, 'it does not say which way'],
    [{ expected: 'lower memory' }, 'it speaks of something other than loss'],
    [{ expected: 'hard to say' }, 'it states no change of loss'],
    [{ expected: '-20% memory' }, 'it speaks of something other than loss'],
    [{ expected: '-0.02', metric: 'lost' }, 'neither program.md nor a table has a metric called "lost"'],
  ])('is named: %j', (data, reason) => {
    expect(found(data)).toEqual([`5: Nobody will be able to check "${data.expected}": ${reason}`]);
  });

  it.each([
    { expected: '-0.02' },
    { expected: 'lower' },
    { expected: 'improves the loss' },
    { expected: 'at least -1%' },
    { expected: 'anything', metric: 'seconds' },
    {},
  ])('is none: %j', (data) => {
    expect(found(data)).toEqual([]);
  });

  it('is let be once there is a result: what is stated then does not count', () => {
    const report = makeEntry('report', 'reports/r.md', { data: { outcome: 'supported' }, links: [makeReference('idea', 'rotary')] });
    expect(found({ expected: '0.02' }, [report])).toEqual([]);
  });
});
