import { describe, expect, it } from 'vitest';
import { citedRun } from '#views/results/cited-run.ts';
import { tableGraph } from './judged/judged-workspace.ts';

const header = 'commit\tval_bpb\tstatus\tdescription';

describe('a run that an entry cites', () => {
  const graph = tableGraph([header, '187e419\t0.9826\tkeep\twarm-up', '0640555\t\tcrash\tOOM']);

  it('is named by its number with what it showed, or by the name that the entry uses', () => {
    expect(citedRun('run/results/1', 'run/results/1', graph)).toBe('run 1: val_bpb 0.9826');
    expect(citedRun('run/results/1', '187e419', graph)).toBe('187e419: val_bpb 0.9826');
  });

  it('without a value is only named', () => {
    expect(citedRun('run/results/2', 'run/results/2', graph)).toBe('run 2');
  });

  it('that is not there stays as it is written', () => {
    expect(citedRun('run/results/9', '88e6082', graph)).toBe('88e6082');
  });
});
