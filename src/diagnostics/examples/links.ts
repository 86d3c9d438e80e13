import type { Circumstance, Example } from './example.ts';
import type { linksCodes } from '#diagnostics/codes/links.ts';
import { idea, report } from './texts.ts';

const aliased = (alias: string): string => idea.replace('date:', `aliases: [${alias}]\ndate:`);

/** Examples of `linksCodes`. */
export const linksExamples: Readonly<Record<keyof typeof linksCodes, Example | Circumstance>> = {
  'dead-link': {
    bad: { 'ideas/rotary.md': `${idea}\nSee [the other](other.md).\n` },
    at: 'ideas/rotary.md:11',
    good: { 'ideas/rotary.md': `${idea}\nSee [the other](other.md).\n`, 'ideas/other.md': idea },
  },
  'dead-anchor': {
    bad: { 'ideas/rotary.md': idea, 'ideas/other.md': `${idea}\nSee [why](rotary.md#wy).\n` },
    at: 'ideas/other.md:11',
    good: { 'ideas/rotary.md': idea, 'ideas/other.md': `${idea}\nSee [why](rotary.md#why).\n` },
  },
  'unknown-reference': { bad: report('idea: rotari'), at: 'reports/2026-02-01_rotary.md:5', good: report('idea: rotary') },
  'ambiguous-reference': {
    bad: { ...report('idea: rotary'), 'ideas/2026-03-01_rotary.md': idea },
    at: 'reports/2026-02-01_rotary.md:5',
    good: { ...report('idea: 2026-01-04_rotary'), 'ideas/2026-03-01_rotary.md': idea },
  },
  'taken-alias': {
    bad: { 'ideas/rotary.md': aliased('rope'), 'ideas/rope.md': idea },
    at: 'ideas/rotary.md:3',
    good: { 'ideas/rotary.md': aliased('rope-2025'), 'ideas/rope.md': idea },
  },
};
