import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace, runPriors } from '../workspace.ts';

const header =
  'commit	build_seconds	ingest_seconds	check_seconds	pages_seconds	index_seconds	peak_memory_mb	entries	rows	node	cpus	status	description	date';

describe('bench', { timeout: 180_000 }, () => {
  it('appends a row for each build it measured, to a table that it makes', async () => {
    const workspace = createWorkspace({ 'program.md': '' });
    const size = ['--entries', '8', '--rows', '5', '--repeat', '1'];
    const said = ['--status', 'baseline', '--description', 'two	words', '--format', 'json'];
    const outcome = await runPriors(['bench', '--workspace', workspace, ...size, '--record', ...said]);
    expect(outcome, outcome.stderr).toMatchObject({ code: 0 });

    const [names = '', row = '', ...rest] = readFileSync(join(workspace, 'results.tsv'), 'utf8').split('\n');
    expect(names).toBe(header);
    expect(rest).toEqual(['']);
    const report: unknown = JSON.parse(outcome.stdout);
    const cells = Object.fromEntries(
      names.split('\t').map((name, index) => [name, row.replace('"two\twords"', 'two words').split('\t')[index]]),
    );
    expect(report).toEqual({ schema: 1, builds: [{ ...cells, description: 'two\twords' }] });
    expect(cells).toMatchObject({ entries: '8', rows: '5', status: 'baseline', node: process.versions.node });
    for (const stage of ['ingest', 'check', 'pages', 'index']) {
      const seconds = Number(cells[`${stage}_seconds`]);
      expect(seconds, stage).toBeGreaterThan(0);
      expect(seconds, stage).toBeLessThan(Number(cells['build_seconds']));
    }
    expect(Number(cells['peak_memory_mb'])).toBeGreaterThan(50);
  });

  it('writes only the corpus where that is asked for, and never into a folder that is in use', async () => {
    const folder = createWorkspace();
    expect(await runPriors(['bench', 'corpus', folder, '--entries', '8', '--rows', '5'])).toMatchObject({ code: 0 });
    expect(readdirSync(folder).sort()).toEqual(['ideas', 'logs', 'program.md', 'reports', 'results.tsv']);
    const again = await runPriors(['bench', 'corpus', folder]);
    expect(again).toMatchObject({ code: 2 });
    expect(again.stderr).toContain('not empty');
  });
});
