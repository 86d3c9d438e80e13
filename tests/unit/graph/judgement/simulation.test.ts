import { describe, expect, it } from 'vitest';
import { confirmedShare, nullTables, shareWith } from './simulated-tables.ts';

// Thinned: the whole simulation is in tests/long/judgement.test.ts. The seeds are fixed; the bounds leave room for three standard errors.
describe('the verdicts of simulated tables', () => {
  const tables = nullTables(150, 20_261_128);

  it('are rarely wrong where nothing is better', () => {
    expect(shareWith('suggestive', tables)).toBeLessThan(0.06 + 3 * Math.sqrt((0.05 * 0.95) / 150));
    expect(shareWith('confirmed', tables)).toBeLessThan(0.06 + 3 * Math.sqrt((0.05 * 0.95) / 150));
  });

  it.each([
    [1.5, 0.57],
    [2, 0.8],
  ])('confirm an effect of %s sigma about as often as the method says', (effect, share) => {
    expect(Math.abs(confirmedShare(600, effect, 7) - share)).toBeLessThan(0.04 + 3 * Math.sqrt((share * (1 - share)) / 600));
  });
});
