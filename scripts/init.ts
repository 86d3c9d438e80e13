import { Command, Option } from 'commander';
import { withBorrowedCache } from './borrowed-cache.ts';
import { adoptWorkspace } from './init/adopt.ts';
import { reportInitJson, reportInitText } from './init/report-text.ts';
import { printable } from './terminal.ts';
import { cacheOption } from './workspace.ts';
import { reporting } from './write/reporting.ts';

interface InitOptions {
  readonly workspace: string;
  readonly cache?: string;
  readonly dryRun?: true;
  readonly workflows: boolean;
  readonly format: 'text' | 'json';
}

/** `priors init`: makes a folder of a repository a workspace. Exit code 1 where a file should be written and could not be. */
export function initCommand(): Command {
  return new Command('init')
    .description('adopt Priors in a repository: infer program.md from what is there, and add the workflows; nothing else is touched')
    .option('--workspace <dir>', 'the folder of your research, in a repository or not', '.')
    .addOption(cacheOption())
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--no-workflows', 'leave .github/workflows as it is')
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExamples:\n  $ priors init --dry-run\n  $ priors init --workspace research --no-workflows')
    .action(reporting(init));
}

async function init({ workspace, cache, dryRun, workflows, format }: InitOptions): Promise<void> {
  const report = await withBorrowedCache(cache, workspace, (borrowed) =>
    adoptWorkspace({ workspace, cache: borrowed, dryRun: dryRun === true, workflows }),
  );
  process.stdout.write(format === 'json' ? reportInitJson(report) : printable(reportInitText(report)));
  if ([report.program, ...report.workflows].some(({ action }) => action === 'refused')) process.exitCode = 1;
}
