import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { classOf, problem } from '#diagnostics/catalogue.ts';
import { diagnose } from '#diagnostics/diagnose.ts';
import { reportText } from '#diagnostics/report-text.ts';
import { comparePlaces, type Diagnostic } from '#diagnostics/diagnostic.ts';
import { summarize } from '#diagnostics/report.ts';
import type { BuiltSite } from '#site/build-site.ts';
import { lockBuilds } from '#site/build-lock.ts';
import { reasonToRefuse, UnwritableOutput } from '#site/output-folder.ts';
import type { LoadedChanges } from './load-changes.ts';
import { packageRoot } from './package-root.ts';
import { headOption, readBase, readPullRequest, readSite } from './site-options.ts';
import { createLineReader } from './source-lines.ts';
import { printable, wantsColor } from './terminal.ts';
import { writeTimings } from './timings.ts';
import { UsageError } from './usage-error.ts';
import { loadWorkspace, noteCutHistory, withWorkspaceOptions, type LoadedWorkspace, type WorkspaceOptions } from './workspace.ts';

interface BuildCommandOptions extends WorkspaceOptions {
  readonly out: string;
  readonly base: string;
  readonly site?: string;
  readonly baseRef?: string;
  readonly pullRequest?: number;
  readonly head?: string;
  readonly keepGoing?: true;
  readonly timings?: string;
}

/** `priors build`: the site of a workspace in a folder. Exit code 1 where an error remains; then the folder is as it was. */
export function buildCommand(): Command {
  return withWorkspaceOptions(new Command('build'))
    .description('build the site of a workspace')
    .option('--out <dir>', 'the folder to build; replaced only by a site that is whole', 'dist')
    .addOption(new Option('--base <path>', 'URL prefix of the published site').default('/').argParser(readBase))
    .addOption(
      new Option('--site <url>', 'origin of the published site, for its sitemap and absolute addresses in feeds').argParser(readSite),
    )
    .option('--base-ref <ref>', 'make a preview: mark what changed since this branch or commit, and say so on every page')
    .addOption(new Option('--pull-request <number>', 'the pull request that the preview is of').argParser(readPullRequest))
    .addOption(headOption())
    .option('--keep-going', 'build in spite of errors; the exit code still tells of them')
    .option('--timings <file>', 'where to write how long each stage took, as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ priors build --workspace ~/my-research --out site --base /my-research/
  $ priors build --workspace . --out preview --base-ref origin/main --pull-request 12 --base /my-research/preview/pr-12/`,
    )
    .action(build);
}

async function build(options: BuildCommandOptions): Promise<void> {
  const started = performance.now();
  if (options.baseRef === undefined && (options.pullRequest !== undefined || options.head !== undefined))
    throw new UsageError(
      '--pull-request and --head say what a preview is of, and this is none',
      'Name what to compare with: --base-ref origin/main.',
    );
  const out = resolve(options.out);
  const refusal = await reasonToRefuse(out, [resolve(options.workspace), packageRoot()]);
  if (refusal !== null)
    throw new UsageError(`The site cannot replace "${options.out}": ${refusal}`, 'Name a new or empty folder with --out DIR.');

  const release = await lockBuilds(packageRoot(), () => console.error('Waiting for another build of this checkout to end …'));
  performance.measure('priors:wait', { start: started });
  try {
    const workspace = await loadWorkspace(options);
    const changes = options.baseRef === undefined ? null : await changesSince(workspace, options.baseRef, options.head ?? null);
    const diagnostics = [...workspace.diagnostics, ...(changes?.policy ?? [])].sort(comparePlaces);
    report(workspace, diagnostics);
    noteCutHistory(workspace);
    if (summarize(diagnostics).errors > 0) {
      process.exitCode = 1;
      // Of a workspace that is not there, or whose privacy nobody knows, there is nothing to show.
      const isUnusable = diagnostics.some(({ code }) => classOf(code) === 'machine');
      if (options.keepGoing !== true || isUnusable) {
        console.error('Nothing was built.');
        return;
      }
      console.error('Built in spite of errors.');
    }
    // Astro is most of what a start of the command would cost; only a build needs it.
    const { buildSite } = await import('#site/build-site.ts');
    const built = await buildSite({
      root: packageRoot(),
      places: { workspace: workspace.root, cacheDir: workspace.cacheDir, folderInRepository: workspace.folderInRepository },
      graph: workspace.graph,
      out,
      base: options.base,
      site: options.site ?? null,
      preview: changes === null ? null : { ...changes, policy: changes.shownPolicy, pullRequest: options.pullRequest ?? null },
    });
    for (const path of built.refusedFiles)
      console.error(
        `Not published: ${printable(path)} is gone, lies outside the workspace, or is a picture that could run scripts or holds a credential.`,
      );
    if (options.timings !== undefined) await writeTimings(options.timings);
    console.log(summary(built, performance.now() - started, options.out));
  } catch (error) {
    if (!(error instanceof UnwritableOutput)) throw error;
    const found = diagnose(
      [problem('unwritable-output', { path: options.out, line: 1, column: 1 }, { folder: options.out, reason: error.message })],
      true,
    );
    process.stderr.write(
      reportText({ diagnostics: found, files: [], skipped: [] }, { color: wantsColor(process.stderr), sourceLine: () => null }),
    );
    process.exitCode = 1;
  } finally {
    await release();
  }
}

/** Null where there is no such folder: its diagnostics say so. */
async function changesSince(workspace: LoadedWorkspace, ref: string, head: string | null): Promise<LoadedChanges | null> {
  if (workspace.diagnostics.some(({ code }) => code === 'missing-workspace')) return null;
  const { loadChanges } = await import('./load-changes.ts');
  return loadChanges(workspace, ref, head);
}

function report({ root, graph }: LoadedWorkspace, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const { files, skipped } = graph.content;
  process.stderr.write(
    reportText({ diagnostics, files, skipped }, { color: wantsColor(process.stderr), sourceLine: createLineReader(root) }),
  );
}

/** `Built 1,042 pages of 1,000 entries and 1,000 runs in 9.8 s → dist; 3 files are not published, as program.md says` */
function summary({ pages, entries, runs, withheldFiles }: BuiltSite, milliseconds: number, out: string): string {
  const count = (number: number, one: string, many: string): string => `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
  const ofRuns = runs === 0 ? '' : ` and ${count(runs, 'run', 'runs')}`;
  const withheld = withheldFiles === 0 ? '' : `; ${count(withheldFiles, 'file is', 'files are')} not published, as program.md says`;
  const time = `${(milliseconds / 1000).toFixed(1)} s`;
  return `Built ${count(pages, 'page', 'pages')} of ${count(entries, 'entry', 'entries')}${ofRuns} in ${time} → ${out}${withheld}`;
}
