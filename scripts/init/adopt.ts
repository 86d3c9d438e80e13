import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { leftToDo, type AdoptionReport, type FileOutcome } from '#adoption/adoption-report.ts';
import { describeWorkspace } from '#adoption/describe-workspace.ts';
import { inferProgram, type InferredProgram } from '#adoption/infer-program.ts';
import type { Introduction } from '#adoption/inferred-key.ts';
import { nextSteps } from '#adoption/next-steps.ts';
import { planProgram } from '#adoption/plan-program.ts';
import { readIsCommitted, readPackageState, readRepository, readUntracked } from '#adoption/read-repository.ts';
import type { Repository } from '#adoption/repository.ts';
import { workflowFiles } from '#adoption/workflow-files.ts';
import { summarize } from '#diagnostics/report.ts';
import { readBody } from '#ingest/ingest-workspace.ts';
import { mainResults } from '#views/results/main-results.ts';
import { realWorkspace } from '#write/inside-workspace.ts';
import { createRepositoryFile, fileStateOf } from '#write/repository-files.ts';
import { ownManifest, packageRoot } from '../package-root.ts';
import { loadWorkspace, type LoadedWorkspace } from '../workspace.ts';
import { attempt } from './attempt.ts';
import { writeProgram } from './write-program.ts';

interface AdoptionRequest {
  readonly workspace: string;
  readonly cache: string | undefined;
  readonly dryRun: boolean;
  readonly workflows: boolean;
}

/**
 * Makes a folder a workspace: reads it as every command does, writes what was inferred into its `program.md`, and the workflows at the repository's root.
 * Each file is whole or not there, and none that is there is replaced but a program without frontmatter, whose text stays.
 *
 * @throws {Refusal} where there is no such folder
 */
export async function adoptWorkspace({ workspace, cache, dryRun, workflows }: AdoptionRequest): Promise<AdoptionReport> {
  const root = await realWorkspace(workspace);
  const [repository, loaded] = await Promise.all([
    readRepository(root),
    loadWorkspace({ workspace, ...(cache === undefined ? {} : { cache }) }),
  ]);
  const packageState = await readPackageState(repository?.root ?? root);
  const inferred = await infer(loaded, repository);
  const plan = planProgram(loaded.graph, inferred.keys);
  const path = workspace === '.' ? 'program.md' : `${workspace.replace(/\/+$/, '')}/program.md`;
  const program = await attempt(path, () => writeProgram({ root, cacheDir: loaded.cacheDir, path, plan, dryRun }));
  const added = repository === null || !workflows ? [] : await addWorkflows(repository, dryRun);

  const after = dryRun ? loaded : await loadWorkspace({ workspace, ...(cache === undefined ? {} : { cache }) });
  const found = describeWorkspace(loaded.graph);
  const read = loaded.graph.content.files.map((file) => file.path).filter((each) => each !== 'program.md');
  const keys = plan.do === 'keep' ? plan.missing : plan.do === 'refuse' ? [] : inferred.keys;
  const folder = repository === null ? workspace : repository.folder || '.';
  const files = [program, ...added]
    .filter(({ action }) => action !== 'refused')
    .map((each) => (each === program ? join(folder, 'program.md') : each.path));
  const isWritten = [program, ...added].some(({ action }) => action === 'created' || action === 'prepended');
  const shared = [...files, 'package.json', 'package-lock.json', '.gitignore', '.priors'];
  return {
    workspace,
    dry_run: dryRun,
    found,
    ...summarize(after.diagnostics),
    program,
    keys,
    workflows: added,
    no_workflows: reasonForNone(repository, workflows),
    left: leftToDo({
      found,
      program,
      keys,
      unclear: plan.do === 'keep' ? [] : inferred.unclear,
      untracked: await readUntracked(root, read),
    }),
    next: nextSteps({
      workspace: folder,
      repository,
      packageState,
      version: ownManifest().version,
      checkout: existsSync(join(packageRoot(), 'scripts/priors.ts')) ? packageRoot() : null,
      files,
      isCommitted: repository !== null && !isWritten && (await readIsCommitted(repository.root, shared)),
    }),
  };
}

/** The program and the README introduce the research; a program further down tells at least which way its metric is better. */
async function infer({ graph, cacheDir }: LoadedWorkspace, repository: Repository | null): Promise<InferredProgram> {
  const isIntroduction = (path: string): boolean => /^(?:.+\/)?program\.md$|^readme\.(?:md|markdown)$/i.test(path);
  const entries = graph.entries.filter(({ path }) => isIntroduction(path)).toSorted((a, b) => rank(a.path) - rank(b.path));
  const introductions: Introduction[] = [];
  for (const entry of entries) introductions.push({ path: entry.path, text: (await readBody(cacheDir, entry)).markdown });
  return inferProgram({ graph, main: mainResults(graph), introductions, remote: repository?.remote ?? null });
}

function rank(path: string): number {
  return path === 'program.md' ? 0 : path.includes('/') ? 2 : 1;
}

async function addWorkflows({ root, folder }: Repository, dryRun: boolean): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const { path, text } of workflowFiles({ workspace: folder === '' ? '.' : folder })) {
    outcomes.push(
      await attempt(path, async () => {
        const state = await fileStateOf(root, path, text);
        if (state === 'same') return { path, action: 'unchanged', reason: null, hint: null };
        if (state === 'absent' && (dryRun || (await createRepositoryFile(root, path, text))))
          return { path, action: 'created', reason: null, hint: null };
        return {
          path,
          action: 'kept',
          reason: 'it is there, and differs from what this version would write',
          hint: 'To have that, move the file away, run init again, and compare the two.',
        };
      }),
    );
  }
  return outcomes;
}

function reasonForNone(repository: Repository | null, wanted: boolean): string | null {
  if (!wanted) return 'not asked for';
  return repository === null ? 'this is no git repository, and workflows run in one' : null;
}
