import { describe, expect, it } from 'vitest';
import { metricGate } from '#statistics/metric-gate.ts';

const threeBaselines = { sigma: 1, degrees: 2, low: 0.5207, high: 6.2847 };

describe('the metric gate', () => {
  it('passes when even the upper end of the noise is below the effect', () => {
    expect(metricGate(threeBaselines, 6.3, 3)).toEqual({ state: 'passes', more: null });
  });

  it('fails when even the lower end is above it', () => {
    expect(metricGate(threeBaselines, 0.52, 3)).toEqual({ state: 'fails', more: null });
  });

  it('is not settled in between, and says how many baselines would settle it', () => {
    // Passing at 2 σ needs √(ν/χ²₀.₀₂₅) < 2: 2.035 with 7 degrees of freedom, 1.916 with 8.
    expect(metricGate(threeBaselines, 2, 3)).toEqual({ state: 'not settled', more: 6 });
    // Failing at 0.6 σ needs √(ν/χ²₀.₉₇₅) > 0.6: 0.567 with 3 degrees of freedom, 0.599 with 4, 0.624 with 5.
    expect(metricGate(threeBaselines, 0.6, 3)).toEqual({ state: 'not settled', more: 3 });
  });

  it('counts one baseline more where there is none: the first brings no degree of freedom', () => {
    expect(metricGate(threeBaselines, 2, 0).more).toBe(7);
  });

  it('never settles an effect as large as the noise', () => {
    expect(metricGate(threeBaselines, 1, 3)).toEqual({ state: 'not settled', more: null });
    expect(metricGate(threeBaselines, 1.02, 3)).toEqual({ state: 'not settled', more: null });
  });
});
