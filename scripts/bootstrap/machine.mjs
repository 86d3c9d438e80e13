// What the bootstrap knows about the machine. Everything in this folder is plain JavaScript without dependencies: it runs before any is installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Says one line about what is going on. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * The Node that runs the source: the pinned one of the npm package `node`, else the one that runs this, where it can read TypeScript.
 * Null when there is neither (install scripts were forbidden, on an old Node).
 */
export function projectNode() {
  const pinned = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  return process.features.typescript ? process.execPath : null;
}

/** The environment in which `node` and the tools in node_modules are found first. */
export function projectEnvironment() {
  const separator = process.platform === 'win32' ? ';' : ':';
  return { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(separator) };
}

/**
 * Runs a program in the checkout and waits for its end. Resolves to its exit code (1 when a signal ended it, 127 when it is not there) and,
 * with `capture`, to all it wrote; never rejects. `limit` ends it after so many milliseconds.
 */
export function run(program, args, { capture = false, env = {}, limit } = {}) {
  return new Promise((resolve) => {
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(program, args, {
      cwd: root,
      env: { ...projectEnvironment(), ...env },
      stdio,
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
    const forward = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward);
    const finish = (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, forward);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** Runs npm: the one that runs this script, else the one in PATH. Options and result as in `run`. */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) return run(process.env.npm_node_execpath ?? process.execPath, [script, ...args], options);
  return process.platform === 'win32' ? run('cmd', ['/c', 'npm', ...args], options) : run('npm', args, options);
}

/** A duration for people: `4.2 s`. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
