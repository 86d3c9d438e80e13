#!/usr/bin/env node
// Starts the command. In a checkout it runs the source, so that it is never stale; in the installed package, the bundle that `prepare` made.
// Plain JavaScript that an old Node can read, so that it can say what it needs.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../scripts/priors.ts', import.meta.url));
const pinnedNode = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (!existsSync(source)) {
  if (isAtLeast(22, 19)) await import('./priors.bundle.js');
  else stop('Priors needs Node 22.19 or newer');
} else if (process.features.typescript) {
  await import('../scripts/priors.ts');
} else if (existsSync(pinnedNode)) {
  runWith(pinnedNode);
} else {
  stop('In its own checkout Priors needs Node 22.18 or newer, or the pinned one that "npm ci" installs');
}

function isAtLeast(major, minor) {
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

function runWith(node) {
  const command = spawn(node, [source, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => command.kill(signal));
  command.on('exit', (code, signal) => {
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}

function stop(need) {
  process.stderr.write(`${need}; this is Node ${process.versions.node}.\n`);
  process.exitCode = 2;
}
