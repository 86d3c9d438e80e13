import type { Circumstance, Example } from './example.ts';
import type { publishingCodes } from '#diagnostics/codes/publishing.ts';
import { program } from './texts.ts';

/** Joined here, so that scanners of source code do not take the example for a leak. */
const password = ['correct', '4', 'horse'].join('');

/** Examples of `publishingCodes`. */
export const publishingExamples: Readonly<Record<keyof typeof publishingCodes, Example | Circumstance>> = {
  credential: {
    bad: { 'notes.md': `# Notes\n\nThe data is at postgres://lab:${password}@db.example.org/runs\n` },
    at: 'notes.md:3',
    good: { 'notes.md': '# Notes\n\nThe data is at postgres://db.example.org/runs\n' },
  },
  'unusable-publish': {
    bad: { 'program.md': program.replace('strict: true', 'publish: [drafts/**]') },
    at: 'program.md:4',
    good: { 'program.md': program.replace('strict: true', 'publish: { exclude: [drafts/**] }'), 'drafts/a.md': '# A\n' },
  },
  'unmatched-publish': {
    bad: { 'program.md': program.replace('strict: true', 'publish: { exclude: [draft/**] }'), 'drafts/a.md': '# A\n' },
    at: 'program.md:4',
    good: { 'program.md': program.replace('strict: true', 'publish: { exclude: [drafts/**] }'), 'drafts/a.md': '# A\n' },
  },
};
