import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { remoteRepository } from '../unit/publishing/sites.ts';
import { createWorkspace, runPriors } from '../workspace.ts';

const table = 'commit\tloss\tstatus\n0640555\t0.98\tbaseline\n';

/** Files that have their names from people, of which some systems can hold not all, or not both. */
const workspace = {
  'program.md': '---\nproject: Tiny\nmetric: { name: loss, direction: lower }\n---\n\n# Tiny\n',
  'ideas/aux.md':
    '---\ntitle: Auxiliary loss\ndate: 2026-01-04\nhypothesis: It helps.\n---\n\n![Curve](../figures/what%3F%20a%20curve.svg)\n',
  'figures/what? a curve.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  'results: a.tsv': table,
  'runs of today /results.tsv': table,
  'Other/results.tsv': table,
  'other/results.tsv': table,
};

it('publishes as a site and as a preview what Priors builds of files with any name', { timeout: 120_000 }, async () => {
  const remote = remoteRepository();
  const [root, cache] = [createWorkspace(workspace), createWorkspace()];
  const files = Object.keys(workspace).filter((path) => !path.endsWith('.md'));
  for (const { base, options, below } of [
    { base: '/r/', options: [], below: '' },
    { base: '/r/preview/pr-7/', options: ['--pull-request', '7'], below: 'preview/pr-7/' },
  ]) {
    const out = join(createWorkspace(), 'site');
    const built = await runPriors(['build', '--workspace', root, '--out', out, '--base', base, '--cache', cache]);
    expect(built, built.stderr).toMatchObject({ code: 0 });
    for (const path of files) expect(existsSync(join(out, 'files', path)), path).toBe(true);
    const published = await runPriors(['publish', out, ...options], { cwd: remote.checkout });
    expect(published, published.stderr).toMatchObject({ code: 0 });
    expect(remote.files()).toEqual(expect.arrayContaining([...files.map((path) => `${below}files/${path}`), `${below}ideas/aux.md`]));
  }
});
