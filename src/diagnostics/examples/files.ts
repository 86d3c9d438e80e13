import type { Circumstance, Example } from './example.ts';
import type { filesCodes } from '#diagnostics/codes/files.ts';
import { idea } from './texts.ts';

/** Examples of `filesCodes`. */
export const filesExamples: Readonly<Record<keyof typeof filesCodes, Example | Circumstance>> = {
  'unreadable-file': { circumstance: 'A file of the workspace belongs to somebody else.' },
  'invalid-bytes': { bad: { 'notes.md': '# Notes\n\nA bell: \u0007\n' }, at: 'notes.md:3', good: { 'notes.md': '# Notes\n\nA bell.\n' } },
  'duplicate-id': {
    bad: { 'ideas/rotary.md': idea, 'research/ideas/Rotary.md': idea },
    at: 'research/ideas/Rotary.md:1',
    good: { 'ideas/rotary.md': idea, 'research/ideas/rotary-2.md': idea },
  },
  'utf-16-text': { circumstance: 'An editor or a PowerShell redirection saved a file as UTF-16.' },
  'too-large-file': { circumstance: 'A results table has grown to 40 MB.' },
  'unread-line': { circumstance: 'A parser left a line out without saying why, which is a mistake of Priors.' },
};
