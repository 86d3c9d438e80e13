import { describe, expect, it } from 'vitest';
import { confirmedShare, nullTables, shareWith } from '../unit/graph/judgement/simulated-tables.ts';

/** The simulation targets of the method (docs/guide/statistics.md). */
describe('the verdicts of simulated tables', () => {
  it('are wrong in at most 6 of 100 tables in which nothing is better', () => {
    const tables = nullTables(2_000, 1);
    const [suggestive, confirmed] = [shareWith('suggestive', tables), shareWith('confirmed', tables)];
    expect(suggestive).toBeLessThanOrEqual(0.06);
    expect(confirmed).toBeLessThanOrEqual(0.06);
  });

  it.each([
    [1.5, 0.57],
    [2, 0.8],
  ])('confirm an effect of %s sigma within 4 points of what the method says', (effect, share) => {
    const found = confirmedShare(5_000, effect, 2);
    expect(Math.abs(found - share)).toBeLessThanOrEqual(0.04);
  });
});
