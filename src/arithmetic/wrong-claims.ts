import { judgeChange } from './change-readings.ts';
import { wrongLoggedCalculations } from './logged-calculations.ts';
import { wrongProseCalculations } from './prose-calculations.ts';
import { statedChanges } from './stated-changes.ts';
import { statedShares, wrongShare } from './stated-shares.ts';
import { shortNumber, type WrongClaim } from './wrong-claim.ts';

/**
 * What a text says of its own numbers and does not hold (statistics.md, "Claim arithmetic"): changes, shares and calculations, in the order of the
 * text. In doubt a claim is right: a wrong accusation is worse than a missing one. Linear in the text; never throws.
 *
 * @param of the fields of a run log are read for calculations more freely than prose, which is full of numbers that only look like one
 */
export function wrongClaims(text: string, of: 'prose' | 'run log'): WrongClaim[] {
  const found = [
    ...wrongChanges(text),
    ...wrongShares(text),
    ...(of === 'prose' ? wrongProseCalculations(text) : wrongLoggedCalculations(text)),
  ].sort((a, b) => a.start - b.start);
  return found
    .filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0))
    .map((claim) => ({ ...claim, end: withBracket(text, claim) }));
}

/** Behind the bracket that closes one of the claim, if it does at once. */
function withBracket(text: string, { start, end }: WrongClaim): number {
  const isOpen = text.slice(start, end).lastIndexOf('(') > text.slice(start, end).lastIndexOf(')');
  const closing = /^[*_`]{0,4}\)/.exec(text.slice(end, end + 5));
  return isOpen && closing !== null ? end + closing[0].length : end;
}

function wrongChanges(text: string): WrongClaim[] {
  return Array.from(statedChanges(text)).flatMap((change) => {
    const { start, end } = change;
    const verdict = judgeChange(change);
    return verdict.is === 'wrong' || verdict.is === 'points' ? [{ ...verdict, start, end }] : [];
  });
}

function wrongShares(text: string): WrongClaim[] {
  return statedShares(text).flatMap((share) => {
    const { start, end } = share;
    const comesTo = wrongShare(share);
    return comesTo === null ? [] : [{ is: 'wrong', comesTo: `${shortNumber(comesTo, 4)}%`, start, end }];
  });
}
