import { describe, expect, it } from 'vitest';
import { contradictedDelta } from '#checks/logs/contradicted-delta.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { makeContent, makeEntry } from '../../graph/make-content.ts';

interface Sides {
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What is said of a log's delta, with the measures of the seed's example unless others are given. */
function found(delta: string, sides: Sides = seed): string[] {
  const places = { 'metrics.delta': { line: 12, column: 10, endColumn: 20 } };
  const log = makeEntry('log', 'logs/20260104-093000-x.md', { data: { metrics: { ...sides, delta } }, places });
  return [...contradictedDelta(buildGraph(makeContent({ entries: [log] })))].map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

const seed: Sides = {
  before: { accuracy: 'Action: 100%, Subject: 97.98%', convergence: '300 epochs', stability: 'Occasional gradient spikes' },
  after: { accuracy: 'Action: 100%, Subject: 98.5%', convergence: '200 epochs', stability: 'Smooth throughout' },
};

describe('contradicted-delta', () => {
  it("holds for the seed's own example", () => {
    expect(found('+0.5% subject accuracy, 33% faster convergence, eliminated gradient spikes')).toEqual([]);
  });

  it.each([
    ['45% faster convergence', '"300 epochs → 200 epochs (45% faster)" does not hold: it comes to −33.3%, 1.5×'],
    ['+0.7% subject accuracy', '"97.98% → 98.5% (+0.7%)" does not hold: it comes to +0.52 pp, +0.531% relative'],
  ])('names a clause that the two sides contradict: %j', (delta, message) => {
    expect(found(`stable now, ${delta}`)).toEqual([`12:10 ${message}`]);
  });

  it('says which of points and percent a change of percentages is', () => {
    const sides = { before: { accuracy: '87%' }, after: { accuracy: '100%' } };
    expect(found('+13% accuracy', sides)).toEqual(['12:10 "87% → 100% (+13%)" is +13 percentage points, and +14.9% relative']);
    expect(found('+13 pp accuracy', sides)).toEqual([]);
  });

  it.each([
    ['a measure that is not named', '45% less memory', seed],
    ['a name that two parts have', '+4% accuracy', seed],
    ['a measure of one side only', '45% faster convergence', { before: { convergence: '300 epochs' }, after: {} }],
    ['sides that are sentences', '45% faster convergence', { before: '300 epochs', after: '200 epochs' }],
    ['values that are no numbers', '45% more stability', seed],
    ['values of hostile sorts', '45% faster convergence', { before: { convergence: 300 }, after: [1] }],
  ])('says nothing of %s', (_, delta, sides) => {
    expect(found(delta, sides)).toEqual([]);
  });
});
