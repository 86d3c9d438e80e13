import type { ConfirmationTest, Judgement, NullFrontier, StratumJudgement } from '#graph/judgement/judgement.ts';
import { counted } from '#views/entries/entry-row.ts';
import { probabilityText, type Amounts } from './amounts.ts';
import { phrase, sentences, type Phrase } from './phrase.ts';

/** Why the best of a stratum has its verdict, in a sentence or two; what it is where it has none. */
export function bestReason(stratum: StratumJudgement, judgement: Judgement, amounts: Amounts): Phrase {
  const { best, bestVerdict, frontier } = stratum;
  if (best === null) return [];
  if (bestVerdict === null)
    return stratum.scored > stratum.baselines.runs.length
      ? phrase`It is a baseline: nothing that was tried is better.`
      : phrase`It is a baseline, and nothing else was tried.`;
  const confirmation = judgement.byRun.get(best)?.confirmation ?? null;
  switch (bestVerdict) {
    case 'confirmed':
      return confirmedReason(confirmation?.test ?? null, amounts);
    case 'suggestive':
      return sentences(
        frontier === null ? null : phrase`It goes beyond ${luckText(frontier, amounts)}.`,
        confirmation?.test
          ? phrase`Its fresh repetitions did not pass the test all the same.`
          : phrase`Fresh repetitions would tell: there ${confirmation?.have === 1 ? 'is' : 'are'} ${confirmation?.have ?? 0} of ${confirmation?.need ?? 5}.`,
      );
    case 'within noise':
      return frontier === null
        ? phrase`It differs from the baselines by no more than one run differs from another.`
        : phrase`It does not go beyond ${luckText(frontier, amounts)}.`;
    case 'noise unknown':
      return phrase`Nobody can tell it from luck while the noise is unknown.`;
    case 'not comparable':
      return phrase`It was evaluated by other files than the latest runs.`;
  }
}

/** What the test of a confirmed configuration showed, and against what. */
export function confirmedReason(test: ConfirmationTest | null, amounts: Amounts): Phrase {
  if (test === null) return [];
  const { runs, against, difference, p } = test;
  return phrase`${counted(runs.length, 'fresh repetition', 'fresh repetitions')} of it ${runs.length === 1 ? 'is' : 'are'} better than ${against === 'baselines' ? 'the baselines' : 'those of what it replaced'} by ${amounts.difference(difference)} on average (${probabilityText(p)}).`;
}

/** `0.9712, which luck alone reaches in 1 of 20 tables of 103 runs`. */
function luckText({ value, runs }: NullFrontier, amounts: Amounts): string {
  return `${amounts.value(value)}, which luck alone reaches in 1 of 20 tables of ${counted(runs, 'run', 'runs')}`;
}
