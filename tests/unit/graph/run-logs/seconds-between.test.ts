import { describe, expect, it } from 'vitest';
import { secondsBetween } from '#graph/run-logs/seconds-between.ts';

describe('secondsBetween', () => {
  it.each([
    ['2026-01-04T09:00:00', '2026-01-04T09:01:20', 80],
    ['2026-01-04 09:00', '2026-01-04T09:01:20', 80],
    ['2026-01-04T09:00:00', '2026-01-03T09:00:00', -86400],
    ['2026-03-29T01:30:00', '2026-03-29T03:30:00', 7200],
    ['2026-01-04T09:00:00Z', '2026-01-04T09:00:00+0100', -3600],
  ])('counts from %s to %s', (from, to, seconds) => {
    expect(secondsBetween(from, to)).toBe(seconds);
  });

  it('knows nothing of times that do not exist, or of which only one has a zone', () => {
    expect(secondsBetween('2026-13-45T09:00:00', '2026-01-04T09:00:00')).toBeNull();
    expect(secondsBetween('2026-01-04T09:00:00', '2026-01-04T09:00:00Z')).toBeNull();
  });
});
