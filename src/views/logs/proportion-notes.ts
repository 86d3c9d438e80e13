import { fisherExact, upperBoundOfNone, wilsonInterval } from '#statistics/proportions.ts';
import { probabilityText } from '#views/results/judged/amounts.ts';

/** `12/50`, `12 of 50 runs`: so many of so many. */
interface Proportion {
  readonly part: number;
  readonly total: number;
}

/** Fewer are fractions (`1/2`); more are no counts of trials. */
const [fewest, most] = [5, 1_000_000];

const counted = String.raw`(\d{1,7})\s?(?:\/|(?:out )?of)\s?(\d{1,7})(?![\d.,]*\d|\s?[\/%x×:-]|\p{L})`;
const whole = new RegExp(String.raw`^~?${counted}(?:\s[\p{L}\s-]{1,40})?(?:\s\([^)]{0,40}\))?$`, 'u');
const compared = new RegExp(
  String.raw`(?<![\d./:,-])${counted}[^\d.;]{0,40}?\s?(?:→|->|\bvs\.?\s|\bversus\s|\bagainst\s|\binstead of\s|\bcompared (?:to|with)\s|,\s(?:before|baseline|was)\s)[^\d.;]{0,40}?${counted}`,
  'u',
);

/** What two proportions before and after say of luck; null where the values are none. */
export function comparedNote(before: string, after: string): string | null {
  const [left, right] = [proportionIn(before), proportionIn(after)];
  return left === null || right === null ? null : fisherNote(left, right);
}

/** The same of a sentence that compares two: `0/50 runs failed vs 12/50 baseline`. */
export function sentenceNote(sentence: string): string | null {
  const [, part = '', total = '', otherPart = '', otherTotal = ''] = compared.exec(sentence) ?? [];
  const [left, right] = [proportion(part, total), proportion(otherPart, otherTotal)];
  return left === null || right === null ? null : fisherNote(left, right);
}

/** How far one proportion can be trusted; null where a value is none. */
export function singleNote(value: string): string | null {
  const found = proportionIn(value);
  if (found === null) return null;
  const { part, total } = found;
  if (part === 0) return `at most ${percentText(upperBoundOfNone(total))} by the rule of three`;
  const interval = wilsonInterval(part, total);
  return interval && `95% interval ${percentText(interval.low)} to ${percentText(interval.high)}`;
}

function fisherNote(a: Proportion, b: Proportion): string {
  const p = fisherExact({ a: a.part, ofA: a.total, b: b.part, ofB: b.total });
  return `Fisher's exact test: ${probabilityText(p)}`;
}

function proportionIn(text: string): Proportion | null {
  const [, part = '', total = ''] = whole.exec(text.trim()) ?? [];
  return proportion(part, total);
}

function proportion(part: string, total: string): Proportion | null {
  if (part === '' || total === '') return null;
  const found = { part: Number(part), total: Number(total) };
  return found.part <= found.total && found.total >= fewest && found.total <= most ? found : null;
}

function percentText(share: number): string {
  return `${(share * 100).toFixed(share > 0.001 && share < 0.1 ? 1 : 0)}%`;
}
