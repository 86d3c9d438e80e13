import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { readEarlierFiles, readUntracked } from '#changes/read-earlier-files.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { ingestWorkspace } from '#ingest/ingest-workspace.ts';
import type { LoadedWorkspace } from './workspace.ts';

/**
 * The whole graph of a workspace as it was at a commit. Files of the commit that no disk can hold are left out, which is said on standard error.
 *
 * @throws {GitFailure} where git cannot give its files
 */
export async function earlierGraph({ root, cacheDir, graph }: LoadedWorkspace, base: string): Promise<KnowledgeGraph> {
  return withEarlierFolder(cacheDir, async (place) => {
    // A workspace without a program is called by its folder.
    const folder = join(place, basename(root));
    await mkdir(folder);
    const untracked = await readUntracked(
      root,
      graph.content.files.map(({ path }) => path),
    );
    const leftOut = await readEarlierFiles(root, base, folder, untracked);
    if (leftOut > 0)
      console.error(
        `note: ${leftOut} ${leftOut === 1 ? 'file' : 'files'} of the base cannot be put on a disk, and no comparison is made with them.`,
      );
    const earlier = { workspace: root, commit: base };
    const { content } = await ingestWorkspace({ root: folder, cacheDir, asOf: graph.content.asOf, earlier });
    return buildGraph(content);
  });
}

/** A process on another machine that shares the cache cannot be asked for; after so long, in milliseconds, it is no more. */
const longestRun = 24 * 60 * 60_000;

/** Does something with an empty folder in the cache that is gone afterwards, also where a signal ends it; and removes those of runs that were killed. */
async function withEarlierFolder<Result>(cacheDir: string, action: (place: string) => Promise<Result>): Promise<Result> {
  await mkdir(cacheDir, { recursive: true });
  for (const name of await readdir(cacheDir))
    if (await isLeftBehind(cacheDir, name)) await rm(join(cacheDir, name), { recursive: true, force: true });
  const place = await mkdtemp(join(cacheDir, `earlier-${machine}-${process.pid}-`));
  const end = (signal: NodeJS.Signals): void => {
    try {
      rmSync(place, { recursive: true, force: true });
    } finally {
      // This time nobody listens.
      process.kill(process.pid, signal);
    }
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, end);
  try {
    return await action(place);
  } finally {
    for (const signal of signals) process.off(signal, end);
    await rm(place, { recursive: true, force: true });
  }
}

const machine = hostname().replaceAll(/[^\w.]/g, '_');

async function isLeftBehind(cacheDir: string, name: string): Promise<boolean> {
  const [, madeOn, pid] = /^earlier-(?:([\w.]+)-(\d+)-)?\w+$/.exec(name) ?? [null];
  if (!name.startsWith('earlier-')) return false;
  if (madeOn === machine && !isRunning(Number(pid))) return true;
  const made = await stat(join(cacheDir, name)).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > longestRun;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One of somebody else may not be asked, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
