import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// Builds a site and serves it until it is stopped. The build speaks only when it fails: the workspaces of these tests have warnings on purpose.
const { values } = parseArgs({
  options: {
    workspace: { type: 'string', default: 'content' },
    folder: { type: 'string', default: 'node_modules/.cache/priors-e2e' },
    base: { type: 'string', default: '/' },
    port: { type: 'string', default: '0' },
    change: { type: 'string' },
  },
});
const { folder, base, port, change } = values;
const workspace = change === undefined ? values.workspace : changedWorkspace(values.workspace, change);
const out = `${folder}/site`;
// The test runner asks for colors, whoever reads.
const { FORCE_COLOR: _, ...env } = process.env;

const built = spawnSync(
  process.execPath,
  priors(
    ...['build', '--workspace', workspace, '--out', out, '--cache', `${folder}/cache`, '--base', base],
    ...(change === undefined ? [] : ['--base-ref', 'HEAD', '--pull-request', '1']),
  ),
  {
    encoding: 'utf8',
    env,
  },
);
if (built.status === 0) {
  const preview = spawn(process.execPath, priors('preview', '--out', out, '--port', port), { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => preview.kill(signal));
  preview.on('exit', (code) => (process.exitCode = code ?? 0));
} else {
  process.stderr.write(built.stdout + built.stderr);
  process.exitCode = 1;
}

/** A repository with a workspace, in which a pull request has changed files. */
function changedWorkspace(before: string, change: string): string {
  const root = mkdtempSync(join(tmpdir(), 'priors-e2e-'));
  const lab = join(root, 'lab');
  cpSync(before, lab, { recursive: true });
  const author = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false'];
  for (const parameters of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'Begin'],
  ])
    execFileSync('git', [...author, ...parameters], { cwd: lab });
  cpSync(change, lab, { recursive: true });
  process.on('exit', () => {
    rmSync(root, { recursive: true, force: true });
  });
  return lab;
}

function priors(...args: readonly string[]): string[] {
  return ['scripts/priors.ts', ...args];
}
