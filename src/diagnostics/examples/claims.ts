import type { Circumstance, Example } from './example.ts';
import type { claimsCodes } from '#diagnostics/codes/claims.ts';
import { idea, lines, log, program } from './texts.ts';

/** Examples of `claimsCodes`. */
export const claimsExamples: Readonly<Record<keyof typeof claimsCodes, Example | Circumstance>> = {
  'wrong-arithmetic': {
    bad: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] CALCULATE_TIME', 'Calculation: steps = 8000/4 = 200') },
    at: 'experiments/sweep/run.log:2',
    good: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] CALCULATE_TIME', 'Calculation: steps = 8000/4 = 2000') },
  },
  'percent-for-points': {
    bad: { 'logs/20260104-093000-split.md': log('conclusions:', '  - "Action accuracy: 87% → 100% (+13%) after orthogonal init"') },
    at: 'logs/20260104-093000-split.md:6',
    good: { 'logs/20260104-093000-split.md': log('conclusions:', '  - "Action accuracy: 87% → 100% (+13 pp) after orthogonal init"') },
  },
  'uncheckable-expectation': {
    bad: { 'program.md': program, 'ideas/rotary.md': `${idea.slice(0, idea.lastIndexOf('---'))}expected: "0.02"\n---\n` },
    at: 'ideas/rotary.md:5',
    good: { 'program.md': program, 'ideas/rotary.md': `${idea.slice(0, idea.lastIndexOf('---'))}expected: "-0.02"\n---\n` },
  },
  'wrong-total': {
    bad: { 'PROGRESS_LOG.md': progress('~9 hours', '~4.5 hours', '~3 hours') },
    at: 'PROGRESS_LOG.md:7',
    good: { 'PROGRESS_LOG.md': progress('~7.5 hours', '~4.5 hours', '~3 hours') },
  },
};

/** A progress log with a summary of the time. */
function progress(total: string, planning: string, writing: string): string {
  const head = lines('# Progress', '', '## 2026-01-04: Baseline', '', '#### Time Investment Summary', '');
  return head + lines(`- **Total Time**: ${total}`, `- **Planning**: ${planning}`, `- **Writing**: ${writing}`);
}
