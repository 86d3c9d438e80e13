import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCorpus } from '../../scripts/bench/corpus.ts';
import { createWorkspace, runPriors } from '../workspace.ts';

const size = { entries: 60, rows: 50 };

describe('the reference corpus', { timeout: 60_000 }, () => {
  it('passes a strict check without a warning', async () => {
    const workspace = createWorkspace(Object.fromEntries(makeCorpus(size)));
    const check = await runPriors(['check', '--workspace', workspace, '--cache', createWorkspace(), '--max-warnings', '0']);
    expect(check, check.stdout).toMatchObject({ code: 0 });
    // All entries and the program.
    expect(check.stdout).toContain('61 entries, 50 runs');
  });

  // Whoever changes the corpus on purpose changes this digest, and measures the baselines again: older times are of another corpus.
  it('is the same on every machine', () => {
    const digest = createHash('sha256')
      .update(JSON.stringify([...makeCorpus(size)]))
      .digest('hex');
    expect(digest.slice(0, 12)).toBe('9f86006d8abf');
  });

  it('has as many entries as asked for, each under a path of its own, and links between kinds', () => {
    const corpus = makeCorpus({ entries: 1000, rows: 1000 });
    expect(corpus.size).toBe(1002);
    const folders = Map.groupBy(corpus.keys(), (path) => path.split('/')[0]);
    expect(Object.fromEntries([...folders].map(([folder, paths]) => [folder, paths.length]))).toMatchObject({
      ideas: 250,
      reports: 200,
      progress: 100,
      logs: 450,
    });
    const logs = [...corpus].filter(([path]) => path.startsWith('logs/'));
    expect(logs.filter(([, text]) => /\]\(\.\.\/(?:ideas|reports|progress)\//.test(text)).length).toBeGreaterThan(300);
  });
});
