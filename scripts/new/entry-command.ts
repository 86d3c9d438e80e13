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
import { cacheFolder, cacheOption, workspaceOption } from '../workspace.ts';
import { readInput } from '../write/input.ts';
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
};

/** `priors new KIND` for a kind of which each entry is a file. */
export function entryCommand(kind: FileKind): Command {
  const { singular } = kindDescriptions[kind];
  const command = new Command(kind)
    .description(`write a new ${singular} and print its path`)
    .addOption(workspaceOption())
    .addOption(cacheOption());
  addKeyOptions(command, kind);
  return command
    .option('--date <date>', 'YYYY-MM-DD, or with a time YYYY-MM-DDTHH:MM:SS (default: now)')
    .option('--json <file>', 'all keys as one JSON object; "-" is standard input; options replace its keys')
    .option('--body <markdown>', 'further Markdown below the sections; "-" is standard input')
    .option('--body-file <file>', 'further Markdown from a file')
    .option('--template', 'print an example for --json and write nothing')
    .addHelpText('after', `\nExample:\n  $ ${calls[kind]}`)
    .action(reporting((options: EntryOptions) => newEntry(kind, options)));
}

interface EntryOptions {
  readonly workspace: string;
  readonly cache?: string;
  readonly date?: string;
  readonly json?: string;
  readonly body?: string;
  readonly bodyFile?: string;
  readonly template?: true;
  readonly [option: string]: unknown;
}

async function newEntry(kind: FileKind, options: EntryOptions): Promise<void> {
  if (options.template === true) {
    console.log(JSON.stringify(examples[kind], null, 2));
    return;
  }
  const draft = draftOf(kind, withOptions(kind, await givenKeys(options), options));
  const planned = await planEntry(options.workspace, draft, systemClock());
  const cacheDir = cacheFolder(options.cache, resolve(options.workspace));
  const { idIsTaken } = await assess({ ...planned, cacheDir, line: 1, lastLine: Number.POSITIVE_INFINITY });
  console.log(await createEntry(idIsTaken ? { ...planned, path: withRandomSuffix(planned.path) } : planned));
}

async function givenKeys({ json, body, bodyFile, date }: EntryOptions): Promise<RawObject> {
  if (json === '-' && body === '-')
    throw new Refusal('Standard input cannot be both the JSON and the body', 'Give the body as the key "body" of the JSON.');
  if (body !== undefined && bodyFile !== undefined) throw new Refusal('The body is given twice', 'Use --body or --body-file.');
  const keys = json === undefined ? {} : readJsonObject(await readInput(json));
  const markdown = bodyFile !== undefined ? await readInput(bodyFile) : body === '-' ? await readInput('-') : body;
  return { ...keys, ...(markdown === undefined ? {} : { body: markdown }), ...(date === undefined ? {} : { date }) };
}
