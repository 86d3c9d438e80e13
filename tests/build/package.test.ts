import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createWorkspace, runProgram, type Outcome } from '../workspace.ts';

const checkout = join(import.meta.dirname, '../..');
const minutes = 60_000;

/** Runs npm's own tools in `cwd`, quietly. */
const npm = (program: 'npm' | 'npx', args: readonly string[], cwd: string): Promise<Outcome> =>
  runProgram(program, args, { cwd, env: { npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' } });

const workspace = createWorkspace({
  'lab/program.md': '---\nproject: Tiny\nstrict: true\nmetric:\n  name: loss\n  direction: lower\n---\n\n# Tiny\n\nOne idea.\n',
  'lab/ideas/2026-01-04_warm-up.md':
    '---\ntitle: Warm up longer\ndate: 2026-01-04\nhypothesis: A longer warm-up lowers the loss.\n---\n\n# Warm up longer\n\nTry 200 steps.\n',
  'lab/results.tsv': 'commit\tloss\tstatus\tdescription\n0640555\t0.98\tbaseline\tunmodified\n',
});

describe('the package, installed from its tarball in an empty folder', { timeout: 2 * minutes }, () => {
  beforeAll(async () => {
    const packed = await npm('npm', ['pack', '--json', '--pack-destination', workspace], checkout);
    expect(packed, packed.stderr).toMatchObject({ code: 0 });
    const tarball = packedFile(packed.stdout);
    const installed = await npm(
      'npm',
      ['install', join(workspace, tarball), '--prefix', workspace, '--prefer-offline', '--loglevel=error'],
      workspace,
    );
    expect(installed, installed.stderr).toMatchObject({ code: 0 });
  }, 5 * minutes);

  test('holds the command as JavaScript, executable, and no source of the scripts', () => {
    const root = join(workspace, 'node_modules/priors');
    expect(statSync(join(root, 'bin/priors.js')).mode & 0o111).not.toBe(0);
    expect(existsSync(join(root, 'bin/priors.bundle.js'))).toBe(true);
    expect(existsSync(join(root, 'scripts'))).toBe(false);
  });

  test('explains itself', async () => {
    const help = await npm('npx', ['priors', '--help'], workspace);
    expect(help, help.stderr).toMatchObject({ code: 0 });
    expect(help.stdout).toContain('check');
  });

  test('checks a workspace', async () => {
    const check = await npm('npx', ['priors', 'check', '--workspace', 'lab'], workspace);
    expect(check, check.stdout + check.stderr).toMatchObject({ code: 0 });
  });

  test('builds a site with a page for every entry', async () => {
    const build = await npm('npx', ['priors', 'build', '--workspace', 'lab', '--out', 'out'], workspace);
    expect(build, build.stdout + build.stderr).toMatchObject({ code: 0 });
    expect(readFileSync(join(workspace, 'out/index.html'), 'utf8')).toContain('Tiny');
    expect(readFileSync(join(workspace, 'out/ideas/2026-01-04-warm-up/index.html'), 'utf8')).toContain('Warm up longer');
    for (const file of ['api/runs/results.json', 'api/runs/results.csv', 'api/runs/results.parquet', 'files/results.tsv'])
      expect(existsSync(join(workspace, 'out', file)), file).toBe(true);
  });
});

/** The tarball's name, from `npm pack --json`; lines of `prepare` may stand before the JSON. */
function packedFile(output: string): string {
  const name = /"filename":\s*"([^"]+\.tgz)"/.exec(output)?.[1];
  if (name === undefined) throw new Error(`npm pack named no file: ${output}`);
  return name;
}
