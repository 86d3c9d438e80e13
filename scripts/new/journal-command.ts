import { resolve } from 'node:path';
import { Command } from 'commander';
import { isRealDate } from '#schemas/fields.ts';
import { examples } from '#write/examples.ts';
import { readJsonObject } from '#write/json-input.ts';
import { systemClock } from '#write/local-time.ts';
import { Refusal } from '#write/refusal.ts';
import { usableCache, cacheOption, workspaceOption } from '../workspace.ts';
import { readInput, readJsonInput } from '../write/input.ts';
import { reporting } from '../write/reporting.ts';
import { assess } from './assess.ts';

interface JournalOptions {
  readonly workspace: string;
  readonly cache?: string;
  readonly title?: string;
  readonly text?: string;
  readonly textFile?: string;
  readonly file?: string;
  readonly date?: string;
  readonly json?: string;
  readonly template?: true;
}

/** `priors new journal`: adds an entry on top of a journal. */
export function journalCommand(): Command {
  return new Command('journal')
    .description('add an entry on top of a journal and print the path of the journal')
    .addOption(workspaceOption())
    .addOption(cacheOption())
    .option('--title <text>', 'the entry in a few words')
    .option('--text <markdown>', 'what it says; "-" is standard input')
    .option('--text-file <file>', 'what it says, from a file')
    .option(
      '--file <path>',
      'the journal, or its name below journals/ (default: RESEARCH_JOURNAL.md where there is one, else journals/journal.md)',
    )
    .option('--date <date>', 'YYYY-MM-DD (default: today)')
    .option('--json <file>', 'title, text and date as one JSON object; "-" is standard input; options replace its keys')
    .option('--template', 'print an example for --json and write nothing')
    .addHelpText('after', `\nExample:\n  $ priors new journal --title 'Three baselines' --text 'val_bpb 0.9979, 0.9981 and 0.9990.'`)
    .action(reporting(newJournalEntry));
}

async function newJournalEntry(options: JournalOptions): Promise<void> {
  if (options.template === true) {
    console.log(JSON.stringify(examples.journal, null, 2));
    return;
  }
  if (options.text !== undefined && options.textFile !== undefined)
    throw new Refusal('The text is given twice', 'Use --text or --text-file.');
  if (options.json === '-' && options.text === '-')
    throw new Refusal('Standard input cannot be both the JSON and the text', 'Give the text as a key of the JSON.');
  const json = options.json === undefined ? {} : readJsonObject(await readJsonInput(options.json));
  const known = ['title', 'text', 'date'];
  const unknown = Object.keys(json).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new Refusal(`Unexpected key "${unknown}"`, `A key can be one of: ${known.join(', ')}.`);

  const given =
    options.textFile !== undefined ? await readInput(options.textFile) : options.text === '-' ? await readInput('-') : options.text;
  const date = options.date ?? textOf(json['date'], 'date') ?? systemClock();
  const title = (options.title ?? textOf(json['title'], 'title') ?? '').trim();
  const text = (given ?? textOf(json['text'], 'text') ?? '').trim();
  if (!isRealDate(date)) throw new Refusal(`"${date}" is not a date that exists`, 'Write YYYY-MM-DD.');
  if (title === '' || /[\r\n]/.test(title)) throw new Refusal('A journal entry has a title on one line', "Add --title 'what it is about'.");
  if (text === '') throw new Refusal('A journal entry has a text', "Add --text 'what was learned', or --text - for standard input.");
  const root = resolve(options.workspace);
  const cacheDir = await usableCache(options.cache, root);
  const { addJournalEntry } = await import('#write/add-journal-entry.ts');
  const path = await addJournalEntry({
    workspace: options.workspace,
    file: options.file ?? null,
    entry: { date, title, text },
    assess: async (place, journal) => {
      await assess({ root, cacheDir, path: place, ...journal });
    },
  });
  console.log(path);
}

function textOf(value: unknown, key: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new Refusal(`Unexpected list or group of keys for "${key}", expected text`, '--template prints an example.');
}
