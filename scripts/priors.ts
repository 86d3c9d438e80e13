import { Command, CommanderError } from 'commander';
import { GitFailure } from '#git/git-failure.ts';
import { benchCommand } from './bench.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { devCommand } from './dev.ts';
import { diffCommand } from './diff.ts';
import { eventCommand } from './event.ts';
import { githubCommand } from './github.ts';
import { importCommand } from './import.ts';
import { newCommand } from './new.ts';
import { initCommand } from './init.ts';
import { doctorCommand } from './doctor.ts';
import { ownManifest } from './package-root.ts';
import { previewCommand } from './preview.ts';
import { publishCommand } from './publish.ts';
import { recordCommand } from './record.ts';
import { printable } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The whole command: `priors <subcommand>`. */
function priorsCommand(): Command {
  const program = new Command('priors')
    .description('Know your priors before the next run: a knowledge base from your research repository.')
    .version(ownManifest().version, '--version', 'print the version')
    .helpCommand(false)
    // An option belongs to the subcommand it stands behind: `bench table --rows` is not that of `bench`.
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      '\nExample:\n  $ priors build --workspace ~/my-research --out site\n\n"priors <command> --help" shows the options of a command.',
    );
  for (const command of [
    devCommand(),
    buildCommand(),
    previewCommand(),
    checkCommand(),
    diffCommand(),
    newCommand(),
    recordCommand(),
    eventCommand(),
    importCommand(),
    initCommand(),
    doctorCommand(),
    publishCommand(),
    githubCommand(),
    benchCommand(),
  ])
    program.addCommand(command);
  return throwing(program);
}

/** Commander then throws instead of ending the process, with every subcommand and theirs. */
function throwing(command: Command): Command {
  command.exitOverride().configureOutput({ writeErr: (text) => process.stderr.write(text) });
  command.commands.forEach(throwing);
  return command;
}

/** Tells what ended a command, without a stack trace: 2 when it was used wrongly or git cannot do what it rests on, 1 for everything else. */
function explain(cause: unknown): number {
  // Commander has printed its own message; help and version end with 0.
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  if (cause instanceof UsageError || cause instanceof GitFailure) {
    console.error(printable(`${cause.message}\n  ${cause.hint}`));
    return 2;
  }
  const error = cause instanceof Error ? cause : new Error(String(cause));
  if (isRefusedByTheMachine(error)) {
    console.error(
      `The machine refused: ${printable(error.message)}\n  Check the permissions and the space that is left, or name another folder.`,
    );
    return 1;
  }
  const details = process.env['PRIORS_DEBUG'] === '1' ? error.stack : 'Set PRIORS_DEBUG=1 for details.';
  console.error(printable(`This is a bug in Priors: ${error.message}\n  ${details ?? ''}`));
  return 1;
}

/** A full disk, a folder that cannot be written: no mistake of Priors. */
function isRefusedByTheMachine(error: Error): boolean {
  const codes = ['EACCES', 'EDQUOT', 'EEXIST', 'EIO', 'EISDIR', 'EMFILE', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'];
  return 'syscall' in error && 'code' in error && codes.includes(String(error.code));
}

// What goes wrong outside of the command's own promise must not print a stack trace either.
process.on('uncaughtException', (cause) => process.exit(explain(cause)));

// A reader that stops early, such as `head`, is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

try {
  await priorsCommand().parseAsync();
} catch (cause) {
  process.exitCode = explain(cause);
}
