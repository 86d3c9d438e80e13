import type { Circumstance, Example } from './example.ts';
import type { machineCodes } from '#diagnostics/codes/machine.ts';
import { program } from './texts.ts';

/** Examples of `machineCodes`. */
export const machineExamples: Readonly<Record<keyof typeof machineCodes, Example | Circumstance>> = {
  'missing-workspace': { circumstance: 'The folder named by --workspace does not exist.' },
  'empty-workspace': { bad: { LICENSE: 'MIT\n' }, at: '.:1', good: { LICENSE: 'MIT\n', 'notes.md': '# Notes\n' } },
  'unwritable-output': { circumstance: 'The folder named by --out belongs to somebody else.' },
  'unusable-ignore': {
    bad: { 'program.md': program.replace('strict: true', 'ignore: { drafts: true }') },
    at: 'program.md:4',
    good: { 'program.md': program.replace('strict: true', 'ignore: [drafts/**]') },
  },
  'git-not-asked': { circumstance: 'The workspace lies in a git repository, and git is not installed or refuses to read it.' },
};
