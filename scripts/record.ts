import { Command } from 'commander';
import { readJsonObject } from '#write/json-input.ts';
import { Refusal } from '#write/refusal.ts';
import { workspaceOption } from './workspace.ts';
import { collect, pairs, readJsonInput } from './write/input.ts';
import { reporting } from './write/reporting.ts';

interface RecordOptions {
  readonly workspace: string;
  readonly table: string;
  readonly cell?: readonly string[];
  readonly json?: string;
}

/** `priors record`: appends one row to a results table and prints the row's id. Every column of the header is an option. */
export function recordCommand(): Command {
  return new Command('record')
    .description('append one row to a results table; every column of its header is an option')
    .addOption(workspaceOption())
    .option('--table <path>', 'the table, relative to the workspace', 'results.tsv')
    .option(
      '--cell <column=value>',
      'a value by column name, where that clashes with an option or another column: "loss (2)=0.5" (repeatable)',
      collect,
    )
    .option('--json <file>', 'the values as one JSON object; "-" is standard input')
    .usage('[options] --<column> <value> …')
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText('after', example)
    .action(reporting(record));
}

const example = `
Example:
  $ priors record --commit 187e419 --val_bpb 0.9697 --status keep --description 'rotary embedding'`;

async function record(options: RecordOptions, command: Command): Promise<void> {
  const fromJson = options.json === undefined ? {} : readJsonObject(await readJsonInput(options.json));
  const cells = new Map<string, string>();
  for (const [column, value] of Object.entries(fromJson)) {
    if (typeof value !== 'string')
      throw new Refusal(`Unexpected group or list for "${column}", expected one value`, 'A cell holds one text or number.');
    cells.set(column, value);
  }
  for (const [column, value] of [...columnOptions(command.args), ...pairs(options.cell ?? [], '--cell')]) {
    if (cells.has(column)) throw new Refusal(`The column "${column}" is given twice`, 'Give each column once.');
    cells.set(column, value);
  }
  const { appendRow } = await import('#write/append-row.ts');
  const { id, warnings } = await appendRow({ workspace: options.workspace, table: options.table, cells });
  console.log(id);
  for (const warning of warnings) console.error(`Warning: ${warning}`);
}

/** What commander does not know: `--column value` or `--column=value`. */
function columnOptions(given: readonly string[]): (readonly [column: string, value: string])[] {
  const found: (readonly [string, string])[] = [];
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? '';
    const [, column, joined] = /^--([^=]+)(?:=(.*))?$/su.exec(word) ?? [];
    if (column === undefined) throw new Refusal(`Unexpected "${word}", expected an option`, `Write --COLUMN ${JSON.stringify(word)}.`);
    const value = joined ?? given[(index += 1)];
    // A forgotten value would otherwise swallow the next column.
    if (value === undefined || (joined === undefined && value.startsWith('--'))) {
      throw new Refusal(`--${column} has no value`, `Write --${column} VALUE; a value that begins with "--" goes as --${column}=VALUE.`);
    }
    found.push([column, value]);
  }
  return found;
}
