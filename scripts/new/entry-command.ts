import { resolve } from 'node:path';
import { Command } from 'commander';
import { kindDescriptions } from '#schemas/kinds.ts';
import { createEntry, planEntry } from '#write/create-entry.ts';
import { draftOf } from '#write/draft.ts';
import { examples } from '#write/examples.ts';
import type { FileKind } from '#write/file-name.ts';
import { readJsonObject, type RawObject } from '#write/json-input.ts';
import { systemClock } from '#write/local-time.ts';
import { Refusal } from '#write/refusal.ts';
import { usableCache, cacheOption, workspaceOption } from '../workspace.ts';
import { readInput, readJsonInput } from '../write/input.ts';
import { reporting } from '../write/reporting.ts';
import { assess, withRandomSuffix } from './assess.ts';
import { addKeyOptions, withOptions } from './key-options.ts';

const calls: Readonly<Record<FileKind, string>> = {
  log: `priors new log --subject 'Faster parser' --achievement 'Scans each line once' --rationale 'Half of the build was parsing' \\
      --tag performance --before build=9.1s --after build=4.6s --conclusion 'Build fell from 9.1 s to 4.6 s'`,
  idea: `priors new idea --title 'Rotary embedding' --hypothesis 'Lowers val_bpb by 0.01, because distance matters more than place' \\
      --metric val_bpb --expected -0.01 --seeds 3`,
  report: `priors new report --title 'Rotary lowers val_bpb' --outcome supported --idea rotary-embedding \\
      --observation 'val_bpb fell from 0.9979 to 0.9859' --inference 'Distance carries most of the position'`,
  progress: `priors new progress --title 'Evaluation in place' --phase Foundation --from 2026-01-01 --to 2026-01-07 \\
      --completed 'Deterministic evaluation split (2.5 hours)'`,
  paper: `priors new paper --title 'RoFormer' --authors 'Jianlin Su, Yu Lu' --year 2021 --arxiv 2104.09864 --file roformer.md`,
  experiment: `priors new experiment rotary-base --idea rotary-embedding --goal 'Find out whether the base frequency matters' \\
      --run 'base 1,000' --run 'base 10,000' --evaluation 'val_bpb, three seeds each'`,
};

/** `priors new KIND` for a kind of which each entry is a file. */
export function entryCommand(kind: FileKind): Command {
  const { singular } = kindDescriptions[kind];
  const command = new Command(kind)
    .description(`write a new ${singular} and print its path`)
    .addOption(workspaceOption())
    .addOption(cacheOption());
  addKeyOptions(command, kind);
  if (kind === 'experiment') command.argument('[name]', 'the folder to make below experiments/');
  if (kind === 'paper') command.option('--file <file>', 'the full text as Markdown, from a file; "-" is standard input');
  return command
    .option('--date <date>', `YYYY-MM-DD, or with a time YYYY-MM-DDTHH:MM:SS (default: ${kind === 'paper' ? 'none' : 'now'})`)
    .option('--json <file>', 'all keys as one JSON object; "-" is standard input; options replace its keys')
    .option('--body <markdown>', 'further Markdown below the sections; "-" is standard input')
    .option('--body-file <file>', 'further Markdown from a file')
    .option('--template', 'print an example for --json and write nothing')
    .addHelpText('after', `\nExample:\n  $ ${calls[kind]}`)
    .action(
      reporting((...given: readonly unknown[]) => {
        // What commander hands over: the arguments that were declared, the options, the command.
        const [name, options] = (kind === 'experiment' ? given : ['', ...given]) as [string | undefined, EntryOptions];
        return newEntry(kind, name ?? '', options);
      }),
    );
}

interface EntryOptions {
  readonly workspace: string;
  readonly cache?: string;
  readonly date?: string;
  readonly json?: string;
  readonly body?: string;
  readonly bodyFile?: string;
  readonly file?: string;
  readonly template?: true;
  readonly [option: string]: unknown;
}

async function newEntry(kind: FileKind, name: string, options: EntryOptions): Promise<void> {
  if (options.template === true) {
    console.log(JSON.stringify(examples[kind], null, 2));
    return;
  }
  if (kind === 'experiment' && name === '')
    throw new Refusal('A new experiment needs a name', 'Give the name of its folder: priors new experiment NAME.');
  const keys = withOptions(kind, await givenKeys(options), options);
  const isNamed = kind === 'experiment' && keys['title'] === undefined;
  const draft = draftOf(kind, isNamed ? { title: name, ...keys } : keys);
  const planned = await planEntry(options.workspace, draft, systemClock(), name);
  const cacheDir = await usableCache(options.cache, resolve(options.workspace));
  const { idIsTaken } = await assess({ ...planned, cacheDir, line: 1, lastLine: Number.POSITIVE_INFINITY });
  if (idIsTaken && kind === 'experiment')
    throw new Refusal(
      `There is another experiment "${name}" in the workspace`,
      'Choose another name: references could not tell them apart.',
    );
  console.log(await createEntry(idIsTaken ? { ...planned, path: withRandomSuffix(planned.path) } : planned));
}

async function givenKeys({ json, body, bodyFile: named, file, date }: EntryOptions): Promise<RawObject> {
  const bodyFile = named ?? file;
  if (json === '-' && (body === '-' || bodyFile === '-'))
    throw new Refusal('Standard input cannot be both the JSON and the body', 'Give the body as the key "body" of the JSON.');
  if ([body, named, file].filter((each) => each !== undefined).length > 1)
    throw new Refusal('The body is given twice', 'Name it once: --body or --body-file.');
  const keys = json === undefined ? {} : readJsonObject(await readJsonInput(json));
  const markdown = bodyFile !== undefined ? await readInput(bodyFile) : body === '-' ? await readInput('-') : body;
  return { ...keys, ...(markdown === undefined ? {} : { body: markdown }), ...(date === undefined ? {} : { date }) };
}
