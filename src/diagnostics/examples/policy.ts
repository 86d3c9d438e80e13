import type { Circumstance } from './example.ts';
import type { policyCodes } from '#diagnostics/codes/policy.ts';

/** How the problems of `policyCodes` come about: they are of a change, not of a text. */
export const policyExamples: Readonly<Record<keyof typeof policyCodes, Circumstance>> = {
  'frozen-file': { circumstance: 'eval.py, frozen by program.md, is edited on a branch, and human_journal.md does not say META_MODE=1.' },
  'append-only-file': { circumstance: 'An old entry of research_journal.md is corrected in place.' },
  'global-file': { circumstance: 'A row of results.tsv is edited on the branch exp/rotary.' },
  'grown-at-foot': { circumstance: 'A new entry is written below the oldest one.' },
  'meta-mode': { circumstance: 'One commit changes eval.py and writes META_MODE=1 into human_journal.md.' },
};
