import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { reportImportJson, reportImportText, type FullReport } from './import/report-text.ts';
import { printable } from './terminal.ts';
import { usableCache, cacheOption, workspaceOption } from './workspace.ts';
import { reporting } from './write/reporting.ts';

interface ImportOptions {
  readonly workspace: string;
  readonly cache?: string;
  readonly format: 'text' | 'json';
  readonly dryRun?: true;
  readonly includePrivate?: true;
}

/** `priors import DIR`: writes another repository's files as canonical entries, and says what it inferred. */
export function importCommand(): Command {
  return new Command('import')
    .description("write another repository's files as canonical entries, losing nothing; again, it changes nothing")
    .argument('<dir>', 'the folder to import; nothing in it is changed')
    .addOption(workspaceOption())
    .addOption(cacheOption())
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--include-private', 'also human_journal.md, and what its program.md does not let be published')
    .addHelpText('after', '\nExample:\n  $ priors import ../old-lab --workspace ~/my-research --dry-run')
    .action(reporting(importDir));
}

async function importDir(folder: string, options: ImportOptions): Promise<void> {
  const [{ importFolder }, { runChecks }] = await Promise.all([import('#write/import/import-folder.ts'), import('#checks/run-checks.ts')]);
  const { report, strict } = await importFolder({
    folder,
    workspace: options.workspace,
    cacheDir: await usableCache(options.cache, resolve(options.workspace)),
    includePrivate: options.includePrivate === true,
    dryRun: options.dryRun === true,
  });
  const paths = new Set(report.files.map(({ to }) => to));
  const full: FullReport = { ...report, dryRun: options.dryRun === true, strict: runChecks(strict).filter(({ path }) => paths.has(path)) };
  process.stdout.write(options.format === 'json' ? reportImportJson(full) : printable(reportImportText(full, options.workspace)));
}
