import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { withBorrowedCache } from './borrowed-cache.ts';
import { examine } from './doctor/examine.ts';
import { reportDoctorJson, reportDoctorText } from './doctor/report-text.ts';
import { printable } from './terminal.ts';
import { cacheOption } from './workspace.ts';

interface DoctorOptions {
  readonly workspace?: string;
  readonly cache?: string;
  readonly out: string;
  readonly format: 'text' | 'json';
}

/** `priors doctor`: what is missing on this machine, in a workspace and for publishing it, and how to get it. Exit code 1 where Priors cannot work so. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what is missing on this machine, in the workspace and for publishing it, and how to get it; nothing is changed')
    .option('--workspace <dir>', 'the folder of your research (default: "content" where there is such a folder, else ".")')
    .option('--out <dir>', 'the folder that is to be built', 'dist')
    .addOption(cacheOption())
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  $ priors doctor --workspace ~/my-research')
    .action(doctor);
}

async function doctor({ workspace, cache, out, format }: DoctorOptions): Promise<void> {
  const folder = workspace ?? (existsSync('content') ? 'content' : '.');
  const conditions = await withBorrowedCache(cache, folder, (borrowed) =>
    examine({ workspace: folder, statedCache: cache, borrowedCache: borrowed, out }),
  );
  process.stdout.write(format === 'json' ? reportDoctorJson(folder, conditions) : printable(reportDoctorText(conditions)));
  if (conditions.some(({ state }) => state === 'missing')) process.exitCode = 1;
}
