import { code } from './code.ts';

/** What is wrong with the machine or the whole workspace. */
export const machineCodes = {
  'missing-workspace': code<{ folder: string }>({
    class: 'machine',
    about: 'The workspace is a folder that exists and can be read.',
    message: ({ folder }) => `There is no folder "${folder}" to read`,
    hint: () => 'Name the folder of your research with --workspace DIR.',
  }),
  'empty-workspace': code<{ folder: string }>({
    class: 'machine',
    about: 'The workspace holds at least one file that can be published.',
    message: ({ folder }) => `The folder "${folder}" holds no Markdown file, results table or run log`,
    hint: () => 'Write a first entry with "priors new idea --title … --hypothesis …", or name another folder with --workspace DIR.',
  }),
  'unwritable-output': code<{ folder: string; reason: string }>({
    class: 'machine',
    about: 'The output folder can be written.',
    message: ({ folder, reason }) => `The site cannot be written to "${folder}": ${reason}`,
    hint: () => 'Name another folder with --out DIR.',
  }),
  'unusable-ignore': code<Record<never, never>>({
    class: 'machine',
    about: 'What program.md says must not be read can be understood.',
    message: () => 'The list under "ignore" cannot be used, so nothing is known of what must stay unread',
    hint: () => 'Mend the list: nothing is built until then, lest files are published that were meant to be left out.',
  }),
  'git-not-asked': code<{ reason: string }>({
    class: 'advice',
    about: 'What git ignores is not published, so git must be able to say what that is.',
    message: ({ reason }) => `What git ignores here is not known: ${reason}`,
    hint: () => 'Until git can be asked, files that it ignores are published like all others; "ignore" in program.md keeps them out.',
  }),
} as const;
