import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readTimings, type Timings } from '../timings.ts';
import type { Corpus } from './corpus.ts';

/** One build of the reference corpus, as measured. */
export interface Measurement {
  /** Wall time of the whole `priors build` process, start of node included, without the time that another build of the checkout kept it waiting. */
  readonly buildSeconds: number;
  readonly timings: Timings;
}

/** Writes a corpus below a folder, which is made when missing. */
export async function writeCorpus(folder: string, corpus: Corpus): Promise<void> {
  const folders = new Set([...corpus.keys()].map((path) => dirname(join(folder, path))));
  for (const one of folders) await mkdir(one, { recursive: true });
  for (const [path, text] of corpus) await writeFile(join(folder, path), text);
}

/**
 * Builds a workspace once, with an empty cache and output, in a process of its own: the command that people run.
 *
 * @throws {Error} where the build failed, with what it said
 */
export async function measureBuild(workspace: string): Promise<Measurement> {
  return withBuild(workspace, async ({ measurement }) => measurement);
}

/** Builds as `measureBuild` does, and lets something look at the site before it is removed. */
export async function withBuild<Seen>(
  workspace: string,
  look: (built: { readonly measurement: Measurement; readonly site: string }) => Promise<Seen>,
): Promise<Seen> {
  const scratch = await mkdtemp(join(tmpdir(), 'priors-bench-'));
  try {
    const timingsFile = join(scratch, 'timings.json');
    const start = performance.now();
    const places = ['--workspace', workspace, '--out', join(scratch, 'site'), '--cache', join(scratch, 'cache')];
    await run(['build', ...places, '--timings', timingsFile]);
    const wallSeconds = (performance.now() - start) / 1000;
    const timings = await readTimings(timingsFile);
    return await look({ measurement: { buildSeconds: wallSeconds - timings.seconds.wait, timings }, site: join(scratch, 'site') });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Runs the command that is running now: from source in a checkout, the bundle in an installed package. */
async function run(parameters: readonly string[]): Promise<void> {
  const command = process.argv[1] ?? '';
  const child = spawn(process.execPath, [command, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The build of the reference corpus ended with exit code ${code ?? 'none'}:\n${said.slice(-4_000)}`);
}
