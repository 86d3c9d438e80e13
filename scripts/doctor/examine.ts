import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Condition } from '#adoption/condition.ts';
import { judgeMachine, type Machine, type WritableFolder } from '#adoption/judge-machine.ts';
import { judgePublishing, type Publishing } from '#adoption/judge-publishing.ts';
import { judgeWorkspace } from '#adoption/judge-workspace.ts';
import { hasProgram, installedVersion, readFreeMegabytes, readPackages, readWritable } from '#adoption/read-machine.ts';
import { readGitVersion, readPackageState, readRepository, readUntracked } from '#adoption/read-repository.ts';
import type { Repository } from '#adoption/repository.ts';
import { workflowFiles } from '#adoption/workflow-files.ts';
import { reasonToRefuse } from '#site/output-folder.ts';
import { mainResults } from '#views/results/main-results.ts';
import { Refusal } from '#write/refusal.ts';
import { fileStateOf } from '#write/repository-files.ts';
import { ownManifest, packageRoot } from '../package-root.ts';
import { cacheFolder, loadWorkspace } from '../workspace.ts';

interface Examination {
  /** As typed. */
  readonly workspace: string;
  /** `--cache`: the folder whose state is told. */
  readonly statedCache: string | undefined;
  /** The folder that is read through. */
  readonly borrowedCache: string | undefined;
  readonly out: string;
}

/** Looks at the machine, a workspace and its repository, and judges what is there. Nothing is written but a cache. */
export async function examine({ workspace, statedCache, borrowedCache, out }: Examination): Promise<Condition[]> {
  const root = resolve(workspace);
  const [machine, repository, read] = await Promise.all([
    readMachine(root, cacheFolder(statedCache, root), resolve(out)),
    readRepository(root),
    loadWorkspace({ workspace, ...(borrowedCache === undefined ? {} : { cache: borrowedCache }) }),
  ]);
  const { graph, diagnostics } = read;
  const packageState = await readPackageState(repository?.root ?? root);
  const untracked = await readUntracked(
    root,
    graph.content.files.map(({ path }) => path),
  );
  const workflows = repository === null ? [] : await statesOf(repository);
  return [
    ...judgeMachine(machine),
    ...judgeWorkspace({ folder: workspace, graph, diagnostics, main: mainResults(graph) }),
    ...judgePublishing({ repository, packageState, untracked, workflows }),
  ];
}

async function readMachine(workspace: string, cache: string, out: string): Promise<Machine> {
  const root = packageRoot();
  const { dependencies, engines } = ownManifest();
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const pagefind = join(root, 'node_modules/pagefind');
  return {
    node: process.versions.node,
    wantedNode: engines.node,
    platform,
    git: await readGitVersion(process.cwd()),
    packages: await readPackages(root, dependencies),
    // It lies beside or below the package that starts it; the variable is what that looks at first.
    hasSearchEngine:
      process.env['PAGEFIND_EXTENDED_BINARY_PATH'] !== undefined ||
      (await installedVersion(existsSync(pagefind) ? pagefind : root, `@pagefind/${platform}`)) !== null,
    cache: await readWritable(cache),
    output: await readOutput(out, workspace),
    freeMegabytes: await readFreeMegabytes(dirname(out)),
    browser: await readBrowser(root),
  };
}

async function readOutput(out: string, workspace: string): Promise<WritableFolder> {
  const refusal = await reasonToRefuse(out, [workspace, packageRoot()]);
  // The folder is replaced as a whole: the one around it must be writable.
  const { problem } = await readWritable(dirname(out));
  return { folder: out, problem: refusal ?? problem };
}

/** The names under which distributions install one; `npm test` looks further, and starts what it finds. */
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

async function readBrowser(root: string): Promise<Machine['browser']> {
  if (!existsSync(join(root, 'tests'))) return 'not needed';
  const { PRIORS_BROWSER: named, PATH: path = '' } = process.env;
  return named !== undefined || (await hasProgram(browsers, path)) ? 'found' : 'not found';
}

async function statesOf({ root, folder }: Repository): Promise<Publishing['workflows']> {
  return Promise.all(
    workflowFiles({ workspace: folder === '' ? '.' : folder }).map(async ({ path, text }) => {
      try {
        return { path, state: await fileStateOf(root, path, text) };
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        return { path, state: 'refused' as const };
      }
    }),
  );
}
