import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A test's whole input: paths relative to the workspace, with their content. */
export type WorkspaceFiles = Readonly<Record<string, string | Uint8Array>>;

export interface Outcome {
  /** The exit code; null when a signal ended the program. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const checkout = dirname(import.meta.dirname);
const folders: string[] = [];

// An installed package is 30,000 files, which a busy machine takes its time to remove.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}, 120_000);

/** Makes a temporary folder that holds exactly these files, and returns its absolute path. It is removed after the last test of the file. */
export function createWorkspace(files: WorkspaceFiles = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'priors-test-')));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

/** Runs the command from source, as `priors …args` in `cwd` (the checkout unless named), with `input` on standard input. */
export function runPriors(
  args: readonly string[],
  options: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return runProgram(process.execPath, [join(checkout, 'scripts/priors.ts'), ...args], { cwd: checkout, ...options });
}

/** Runs a program to its end. Rejects only when it cannot be started. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, input = '', env = {} }: { cwd: string; input?: string; env?: NodeJS.ProcessEnv },
): Promise<Outcome> {
  // Node warns where both are set.
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...inherited, NO_COLOR: '1', ...env } });
    const chunks = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (chunks.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (chunks.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, ...chunks });
    });
    // A program may end without reading its input.
    child.stdin.on('error', () => undefined).end(input);
  });
}
