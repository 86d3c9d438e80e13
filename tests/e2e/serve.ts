import { spawn, spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

// Builds a site and serves it until it is stopped. The build speaks only when it fails: the workspaces of these tests have warnings on purpose.
const { values } = parseArgs({
  options: {
    workspace: { type: 'string', default: 'content' },
    folder: { type: 'string', default: 'node_modules/.cache/priors-e2e' },
    base: { type: 'string', default: '/' },
    port: { type: 'string', default: '0' },
  },
});
const { workspace, folder, base, port } = values;
const out = `${folder}/site`;
// The test runner asks for colors, whoever reads.
const { FORCE_COLOR: _, ...env } = process.env;

const built = spawnSync(
  process.execPath,
  priors('build', '--workspace', workspace, '--out', out, '--cache', `${folder}/cache`, '--base', base),
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

function priors(...args: readonly string[]): string[] {
  return ['scripts/priors.ts', ...args];
}
