import { Command } from 'commander';
import { entryCommand } from './new/entry-command.ts';
import { journalCommand } from './new/journal-command.ts';

/** `priors new KIND`: writes an entry that passes `check`. */
export function newCommand(): Command {
  const command = new Command('new').description('write an entry that passes check: from options or from JSON');
  for (const kind of ['log', 'idea', 'report', 'progress', 'paper', 'experiment'] as const) command.addCommand(entryCommand(kind));
  command.addCommand(journalCommand());
  const kinds = command.commands.map((each) => each.name()).join(', ');
  return command
    .showHelpAfterError(`  A kind can be one of: ${kinds}.`)
    .addHelpText('after', `\nExample:\n  $ priors new log --template > log.json && $EDITOR log.json && priors new log --json log.json`);
}
