import { code } from './code.ts';

/** What is wrong with a file as bytes, lines or a name. */
export const filesCodes = {
  'unreadable-file': code<{ reason: string }>({
    class: 'broken',
    about: 'Every file of the workspace can be read.',
    message: ({ reason }) => `The file cannot be read: ${reason}`,
    hint: () => 'Mend its permissions, or list it under "ignore" in program.md.',
  }),
  'invalid-bytes': code<{ found: string }>({
    class: 'broken',
    about: 'Text is UTF-8 without control bytes.',
    message: ({ found }) => `Unexpected ${found}, expected UTF-8 text`,
    hint: () => 'Save the file as UTF-8. Priors shows U+FFFD in its place.',
  }),
  'utf-16-text': code<{ encoding: string }>({
    class: 'broken',
    about: 'Text is UTF-8, as git and all programs here expect.',
    message: ({ encoding }) => `Unexpected ${encoding}, expected UTF-8 text`,
    hint: () => 'Save the file as UTF-8. Priors has read it all the same, but "record", "event" and git diffs do not work on it.',
  }),
  'too-large-file': code<{ megabytes: number; limit: number }>({
    class: 'broken',
    about: 'A text has at most 5 MB, a results table or run log at most 32 MB.',
    message: ({ megabytes, limit }) => `Unexpected ${megabytes} MB, expected at most ${limit} MB`,
    hint: () => 'Divide the file, or list it under "ignore" in program.md; links may lead to it, but nothing of it is shown.',
  }),
  'unread-line': code<Record<never, never>>({
    class: 'broken',
    about: 'Every line of a file is part of an entry, a row or an event, or named by a diagnostic.',
    message: () => 'This line could not be understood and is shown nowhere',
    hint: () => 'Compare it with what the guide says of this kind of file.',
  }),
  'duplicate-id': code<{ id: string; other: string }>({
    class: 'broken',
    about: 'No two files have the same kind and slug.',
    message: ({ id, other }) => `The id "${id}" is already that of ${other}`,
    hint: () => 'Rename one of the two files; both are published, under addresses that end in six more characters.',
  }),
} as const;
