import { code } from './code.ts';

/** What is wrong with argument maps. */
export const argumentMapsCodes = {
  'invalid-argument-map': code<{ found: string; advice: string | null }>({
    class: 'broken',
    about: 'An argument map is valid Argdown.',
    message: ({ found }) => `Unexpected ${found} in an argument map`,
    hint: ({ advice }) => advice ?? 'Compare it with argdown.org/syntax. Until then the map is shown as its source.',
  }),
  'unreadable-argument-map': code<{ reason: string }>({
    class: 'broken',
    about: 'An argument map is of a size that can be drawn.',
    message: ({ reason }) => `The argument map cannot be read: ${reason}`,
    hint: () => 'It is shown as its source. Divide it into smaller maps.',
  }),
  'invalid-map-data': code<{ reason: string }>({
    class: 'broken',
    about: 'What an argument map says of a claim in braces is a mapping.',
    message: ({ reason }) => `The data in braces cannot be read: ${reason}`,
    hint: () => 'Write {credence: 0.92, reason: "why"}. Until then the claim is shown without it.',
  }),
  'invalid-credence': code<{ key: string; found: string }>({
    class: 'broken',
    about: 'A credence is a number from 0 to 1.',
    message: ({ key, found }) => `Unexpected ${key} "${found}", expected a number from 0 to 1`,
    hint: () => 'Write 0.92, or 92% with its sign.',
  }),
  'second-credence': code<{ key: string; title: string; found: string; line: number }>({
    class: 'advice',
    about: 'A claim of an argument map has one credence.',
    message: ({ key, title, found, line }) => `Unexpected second ${key} ${found} of "${title}", which has another one at line ${line}`,
    hint: () => 'The first one is shown. Keep the one that holds.',
  }),
} as const;
