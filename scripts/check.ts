import { Command, InvalidArgumentError, Option } from 'commander';
import { comparePlaces } from '#diagnostics/diagnostic.ts';
import { reportGithub } from '#diagnostics/report-github.ts';
import { reportJson } from '#diagnostics/report-json.ts';
import { reportText } from '#diagnostics/report-text.ts';
import { summarize, type Report } from '#diagnostics/report.ts';
import { createLineReader } from './source-lines.ts';
import { wantsColor } from './terminal.ts';
import { loadWorkspace, noteCutHistory, withWorkspaceOptions, type LoadedWorkspace, type WorkspaceOptions } from './workspace.ts';

const formats = ['text', 'json', 'github'] as const;
type Format = (typeof formats)[number];

interface CheckOptions extends WorkspaceOptions {
  readonly format: Format;
  readonly baseRef?: string;
  readonly staged?: true;
  readonly maxWarnings?: number;
}

/** `priors check`: every rule over a workspace. Exit code 1 if an error remains, or more warnings than allowed. */
export function checkCommand(): Command {
  return withWorkspaceOptions(new Command('check'))
    .description('find what is broken or could be better in a workspace')
    .addOption(new Option('--format <format>', 'how to report').choices(formats).default('text'))
    .addOption(new Option('--max-warnings <number>', 'fail when there are more warnings than this').argParser(readCount))
    .addOption(
      new Option(
        '--base-ref <ref>',
        'also check what changed since this branch or commit: frozen files, files that only grow, files of the main branch',
      ),
    )
    .addOption(new Option('--staged', 'the same for what is staged for the next commit').conflicts('baseRef'))
    .addHelpText(
      'after',
      '\nExamples:\n  $ priors check --workspace ~/my-research --max-warnings 0\n  $ priors check --workspace . --base-ref origin/main --format github',
    )
    .action(async (options: CheckOptions) => {
      const workspace = await withPolicy(await loadWorkspace(options), options);
      process.stdout.write(formatReport(workspace, options.format));
      if (options.format !== 'json') noteCutHistory(workspace);
      const { errors, warnings } = summarize(workspace.diagnostics);
      const tooMany = warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
      if (tooMany && options.format !== 'json')
        console.error(`Too many warnings: ${warnings}; --max-warnings allows ${options.maxWarnings ?? 0}.`);
      if (errors > 0 || tooMany) process.exitCode = 1;
    });
}

/** Adds what a change does that the file policy does not allow, where it is asked for. */
async function withPolicy(workspace: LoadedWorkspace, { baseRef, staged }: CheckOptions): Promise<LoadedWorkspace> {
  if (baseRef === undefined && staged === undefined) return workspace;
  // Of a folder that is not there, this is all there is to say.
  if (workspace.diagnostics.some(({ code }) => code === 'missing-workspace')) return workspace;
  const { checkChanges } = await import('./check-changes.ts');
  const found = await checkChanges(workspace, baseRef === undefined ? { with: 'staged' } : { with: 'base', ref: baseRef });
  return { ...workspace, diagnostics: [...workspace.diagnostics, ...found].sort(comparePlaces) };
}

/** The diagnostics of a workspace for people, programs or GitHub Actions. */
export function formatReport({ root, folderInRepository, graph, diagnostics }: LoadedWorkspace, format: Format): string {
  const { files, skipped, assets } = graph.content;
  const report: Report = { diagnostics, files, skipped };
  switch (format) {
    case 'text':
      return reportText(report, { color: wantsColor(process.stdout), sourceLine: createLineReader(root) });
    case 'json':
      return reportJson({ ...report, assets });
    case 'github':
      return reportGithub(report, { folder: folderInRepository });
  }
}

function readCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Expected a number from 0.');
  return Number(value);
}
