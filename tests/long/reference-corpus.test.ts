import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCorpus } from '../../scripts/bench/corpus.ts';
import { createWorkspace, runPriors } from '../workspace.ts';

interface PublishedEntry {
  readonly url: string;
}

describe('the reference corpus in the size that is measured', () => {
  it('is built strictly, and every entry has its page, its Markdown and its place in the JSON', async () => {
    const workspace = createWorkspace(Object.fromEntries(makeCorpus({ entries: 1000, rows: 1000 })));
    const out = join(createWorkspace(), 'site');
    const build = await runPriors(['build', '--workspace', workspace, '--out', out, '--cache', createWorkspace()]);
    expect(build, build.stderr).toMatchObject({ code: 0, stderr: '' });

    // The shape is what `entries-json.test.ts` holds; here only the addresses matter.
    const { entries } = JSON.parse(readFileSync(join(out, 'api/entries.json'), 'utf8')) as { readonly entries: readonly PublishedEntry[] };
    expect(entries).toHaveLength(1001);
    for (const { url } of entries) {
      expect(existsSync(join(out, decodeURI(url), 'index.html')), url).toBe(true);
      expect(existsSync(join(out, `${decodeURI(url).replace(/\/$/, '')}.md`)), url).toBe(true);
    }
  });

  it('can be ten times as large and is still checked without a warning', async () => {
    const workspace = createWorkspace(Object.fromEntries(makeCorpus({ entries: 10_000, rows: 10_000 })));
    const check = await runPriors(['check', '--workspace', workspace, '--cache', createWorkspace(), '--max-warnings', '0']);
    expect(check, check.stdout.slice(0, 2000)).toMatchObject({ code: 0 });
    expect(check.stdout).toContain('10001 entries, 10000 runs');
  });
});
