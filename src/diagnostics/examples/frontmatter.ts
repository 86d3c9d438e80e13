import type { Circumstance, Example } from './example.ts';
import type { frontmatterCodes } from '#diagnostics/codes/frontmatter.ts';
import { idea, lines, log } from './texts.ts';

/** Examples of `frontmatterCodes`. */
export const frontmatterExamples: Readonly<Record<keyof typeof frontmatterCodes, Example | Circumstance>> = {
  'unclosed-frontmatter': {
    bad: { 'ideas/rotary.md': idea.replace('---\n\n', '\n') },
    at: 'ideas/rotary.md:1',
    good: { 'ideas/rotary.md': idea },
  },
  'invalid-yaml': {
    bad: { 'ideas/rotary.md': idea.replace('Rotary embedding', '"Rotary embedding') },
    at: 'ideas/rotary.md:2',
    good: { 'ideas/rotary.md': idea },
  },
  'executable-frontmatter': {
    bad: { 'ideas/rotary.md': lines('---js', '{ title: process.exit(1) }', '---') },
    at: 'ideas/rotary.md:1',
    good: { 'ideas/rotary.md': idea },
  },
  'unknown-key': {
    bad: { 'ideas/rotary.md': idea.replace('hypothesis:', 'hypothesys:') },
    at: 'ideas/rotary.md:4',
    good: { 'ideas/rotary.md': idea },
  },
  'missing-key': {
    bad: { 'ideas/rotary.md': idea.replace(/hypothesis: .*\n/, '') },
    at: 'ideas/rotary.md:1',
    good: { 'ideas/rotary.md': idea },
  },
  'missing-section': {
    bad: { 'logs/20260104-093000-split.md': log().replace('## Rationale', '## Why') },
    at: 'logs/20260104-093000-split.md:1',
    good: { 'logs/20260104-093000-split.md': log() },
  },
  'wrong-type': {
    bad: { 'logs/20260104-093000-split.md': log('next_steps: rerun the baseline') },
    at: 'logs/20260104-093000-split.md:5',
    good: { 'logs/20260104-093000-split.md': log('next_steps: [rerun the baseline]') },
  },
  'impossible-date': {
    bad: { 'ideas/rotary.md': idea.replace('2026-01-04', '2026-02-30') },
    at: 'ideas/rotary.md:3',
    good: { 'ideas/rotary.md': idea },
  },
  'unknown-tag': {
    bad: { 'logs/20260104-093000-split.md': log().replace('[research]', '[reserch]') },
    at: 'logs/20260104-093000-split.md:4',
    good: { 'logs/20260104-093000-split.md': log() },
  },
};
