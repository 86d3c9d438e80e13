import { Command } from 'commander';
import { workspaceOption } from './workspace.ts';
import { collect, pairs } from './write/input.ts';
import { reporting } from './write/reporting.ts';

interface EventOptions {
  readonly workspace: string;
  readonly log: string;
  readonly details?: string;
  readonly command?: string;
  readonly field?: readonly string[];
  readonly result?: string;
  readonly explanation?: string;
  readonly date?: string;
}

/** `priors event`: appends one event to a run log of an experiment and prints the log's path. */
export function eventCommand(): Command {
  return new Command('event')
    .description("append one event to an experiment's run log")
    .argument('<experiment>', 'its name below experiments/, or the path of its folder in the workspace')
    .argument('<action>', 'the action type, such as VERIFY_MODEL')
    .argument('[text]', 'what it is about, on one line')
    .addOption(workspaceOption())
    .option(
      '--log <name>',
      'the run log, without .log; a log in JSON is continued as JSON Lines, NAME.jsonl begins one',
      'design-experiment',
    )
    .option('--details <text>', 'what happened')
    .option('--command <text>', 'the command that was run')
    .option('--field <name=value>', "any other line, such as 'Next Steps=…' (repeatable)", collect)
    .option('--result <text>', 'what came of it')
    .option('--explanation <text>', 'why it matters')
    .option('--date <time>', 'when it happened, as YYYY-MM-DDTHH:MM:SS (default: now, in UTC where the log is)')
    .addHelpText('after', example)
    .action(reporting(event));
}

const example = `
Example:
  $ priors event cap_8L CHECK_DISK 'Verifying available disk space' \\
      --command 'df -h /scratch' --result '2.1T available' --explanation 'Checkpoints need about 40 GiB'`;

async function event(experiment: string, action: string, text: string | undefined, options: EventOptions): Promise<void> {
  const fields = pairs(options.field ?? [], '--field').map(([key, value]) => ({ key, value }));
  const { appendEvent } = await import('#write/append-event.ts');
  const path = await appendEvent({
    workspace: options.workspace,
    experiment,
    log: options.log,
    event: {
      timestamp: options.date ?? null,
      action: action.trim(),
      description: (text ?? '').trim(),
      // The order of the seeds' examples: what was done, what came of it, why it matters.
      fields: [
        ...named('Details', options.details),
        ...named('Command', options.command),
        ...fields,
        ...named('Result', options.result),
        ...named('Explanation', options.explanation),
      ],
    },
  });
  console.log(path);
}

function named(key: string, value: string | undefined): { key: string; value: string }[] {
  return value === undefined ? [] : [{ key, value }];
}
