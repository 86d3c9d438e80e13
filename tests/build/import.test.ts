import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createWorkspace, runPriors, type Outcome } from '../workspace.ts';

const fixture = join(import.meta.dirname, '../fixtures/lab');
const command = join(import.meta.dirname, '../../scripts/priors.ts');

function importing(folder: string, workspace: string, ...options: readonly string[]): Promise<Outcome> {
  return runPriors(['import', folder, '--workspace', workspace, '--cache', createWorkspace(), ...options]);
}

/** What stands in a folder but the temporary files of a process that was killed. */
function bytesBelow(root: string): Map<string, string> {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile() && !each.name.startsWith('.'));
  return new Map(
    found
      .map(
        (each) => [join(each.parentPath, each.name).slice(root.length), readFileSync(join(each.parentPath, each.name), 'latin1')] as const,
      )
      .sort(),
  );
}

describe('import', { timeout: 120_000 }, () => {
  it('says what it did, what it did not, and what a strict workspace would still want; check is then content', async () => {
    const workspace = createWorkspace();
    const { code, stdout, stderr } = await importing(fixture, workspace);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(': 15 written, 0 unchanged, 0 kept as they are, 0 not imported.\n');
    expect(stdout).toContain('  notes/reading-list.md → pages/lab/notes/reading-list.md (page)\n      title from the first heading\n');
    expect(stdout).toContain('A strict workspace would still want 2 things:\n  progress/2026-01-06_first-week.md:13 dead-link:');
    expect(await runPriors(['check', '--workspace', workspace, '--cache', createWorkspace()])).toMatchObject({ code: 0 });
  });

  it('counts one thing as one', async () => {
    const source = createWorkspace({
      'lab/1_ideas/rotary.md': '---\ntitle: Rotary\ndate: 2026-01-04\n---\n\n![x](../figures/x.png)\n',
      'lab/figures/x.png': 'x',
    });
    const { stdout } = await importing(join(source, 'lab'), createWorkspace());
    expect(stdout).toContain('      1 target of links has moved\n');
    expect(stdout).toContain('Links: 1 leads to the new place of its target, 0 to files that were not imported.\n');
    expect(stdout).toContain('A strict workspace would still want 1 thing:\n');
  });

  it('gives the same as JSON, and nothing else on standard output', async () => {
    const workspace = createWorkspace();
    const dry = await importing(fixture, workspace, '--format', 'json', '--dry-run');
    expect(bytesBelow(workspace)).toEqual(new Map());
    const { code, stdout } = await importing(fixture, workspace, '--format', 'json');
    expect(code).toBe(0);
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({ schema: 1, source: 'lab', dryRun: false, summary: { written: 15, unchanged: 0, kept: 0, skipped: 0 } });
    expect(JSON.parse(dry.stdout)).toMatchObject({ dryRun: true, summary: { written: 15 } });
  });

  it.each([
    ['no folder', []],
    ['a folder that is not there', ['/no/such/folder']],
    ['a format that is not there', [fixture, '--format', 'xml']],
  ])('ends with 2 given %s', async (_, args) => {
    expect(await runPriors(['import', ...args, '--workspace', createWorkspace()])).toMatchObject({ code: 2, stdout: '' });
  });

  it('that was killed goes on when it is run again, and ends as if it had not been', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`lab/1_ideas/i${index}.md`, `# Idea ${index}\n\nSee [next](i${index + 1}.md).\n`]),
    );
    const source = join(createWorkspace(files), 'lab');
    const [whole, killed] = [createWorkspace(), createWorkspace()];
    expect(await importing(source, whole)).toMatchObject({ code: 0 });

    const child = spawn(process.execPath, [command, 'import', source, '--workspace', killed, '--cache', createWorkspace()], {
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (child.exitCode === null && !(existsSync(join(killed, 'ideas')) && readdirSync(join(killed, 'ideas')).length > 20)) await wait(1);
    child.kill('SIGKILL');
    await ended;
    const [written, expected] = [bytesBelow(killed), bytesBelow(whole)];
    expect(written.size).toBeLessThan(expected.size);
    for (const [path, bytes] of written) expect(bytes).toBe(expected.get(path));
    const { stdout } = await importing(source, killed, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ summary: { written: 300 - (written.size - 1), unchanged: written.size - 1, kept: 0 } });
    expect(bytesBelow(killed)).toEqual(expected);
  });
});
