import { calculationTokens } from './calculation-tokens.ts';
import { parseExpression, type Amount } from './calculator.ts';
import { maybeSame } from './same-amount.ts';
import { noun, numeral } from './written-amount.ts';
import { shortNumber, type WrongArithmetic } from './wrong-claim.ts';

/** Units that touch a number; any other letter is a variable: `2x + 3 = 7`. */
const unit = String.raw`(?:[nµμm]?s|secs?|mins?|m|hrs?|h|[KMGT]i?B|k|kWh?|[kMG]?Hz|bits?|bytes?|px|pp|USD|EUR)(?![\p{L}\d_])`;
const term = String.raw`\(?${numeral}(?:\s?%|\s?${unit})?(?:(?!\sx\s)${noun}){0,2}(?![\p{L}\d_])\)?`;
const operator = String.raw`(?:\s?[×*·/÷+]\s?|\s[−–-]\s|\s?x\s?(?=[\d(]))`;
const result = String.raw`~?\s?${numeral}(?:\s?%|\s?[µ\p{L}]{1,12}(?![\p{L}\d_])(?:\/\p{L}{1,12})?)?`;

/** What stands before a number that is part of a name, of a longer formula, or an index. */
const beginning = [
  String.raw`[\p{L}\p{N}_.,/:%^=#@$\\+\-−–×*·~≈)\]<>√]`,
  String.raw`[=≈<>+\-−–×*·/÷^~√]\s`,
  // `cost + overhead 6200 + 19458 = …`, `2N 4 − 1 = …`.
  String.raw`[=+×*/÷]\s[\p{L}\d_-]{1,24}\s`,
  String.raw`(?<![\p{L}'’])\d{0,3}\p{L}\s`,
  String.raw`\b(?:mod|of|per|by|to|plus|minus|times|log|sqrt|seeds?|steps?|layers?|epochs?)\s`,
].map((before) => `(?<!${before})`);

/** What stands behind a result that goes on, is no number of its own, or is contradicted by the text itself. */
const end = [
  // Nor is a unit left out for the sake of what follows it.
  String.raw`[\d_^!%µ\p{L}]`,
  String.raw`[.,:/]\d`,
  String.raw`\s?[×*·/÷+^=≈±]`,
  String.raw`\s[x−–-]\s?[\d(]`,
  String.raw`\s?[-–]\s?\d`,
  String.raw`\s\d{3}(?!\d)`,
  String.raw`(?:${noun}){1,2}\s?(?:[+×*/]\s?|[−-]\s)\d`,
  String.raw`(?:${noun})?[*_\x60)"'”’\s]{0,4}≠`,
].map((behind) => `(?!${behind})`);

const calculation = new RegExp(
  String.raw`${beginning.join('')}(${term}(?:${operator}${term}){1,6})\s?(=|≈|~=)\s?(${result})${end.join('')}`,
  'giu',
);

/** What is many times off is about something else. */
const nearest = 1.6;

/**
 * The calculations in prose that do not hold: `4 runs × 2 tasks × 2 epochs = 12`. Of a longer formula, of names and of what is many times off
 * nothing is said. Linear in the text.
 */
export function wrongProseCalculations(text: string): WrongArithmetic[] {
  return Array.from(text.matchAll(calculation)).flatMap(({ 0: { length }, 1: left = '', 2: sign, 3: right = '', index }) => {
    // A list of places and what was found at each: `2/22 = 5.27, 3/22 = 1.77`.
    if (/^\d+\/\d+$/.test(left) && !right.endsWith('%')) return [];
    // `wd=1e-2` gives a name its value, `4 epochs = 8` does not.
    if (/\p{L}$/u.test(left) && text[index + left.length] === sign) return [];
    const [expected, stated] = [amountOf(left), amountOf(right.replace(/^~\s?/, ''))];
    if (expected === null || stated === null || isOfAnotherSort(left, expected, stated)) return [];
    // `512 broadcasts + 512 × 16 = 8192`: the last term alone.
    const last = amountOf(/(?:\s?\+\s?|\s[−–-]\s)(?=[^+−–]*$)(.*)$/u.exec(left)?.[1] ?? '');
    const readings = [expected, ...(last !== null && last.operators > 0 ? [last] : [])];
    if (readings.some((reading) => maybeSame(reading, stated, sign !== '=' || right.startsWith('~')))) return [];
    const [a, b] = [middle(expected), middle(stated)];
    const isNear = a > 0 && b > 0 && Math.max(a / b, b / a) < nearest;
    return isNear ? [{ is: 'wrong', start: index, end: index + length, comesTo: shortNumber(a, 7) }] : [];
  });
}

function amountOf(text: string): Amount | null {
  const tokens = [...calculationTokens(text)];
  const parsed = parseExpression(tokens, 0);
  return parsed?.next === tokens.length ? parsed.amount : null;
}

/** `5 × 30 s ≈ 130 samples`, `RPS 3+2 = 7.38 GB`: one side is of a sort that the other cannot come to. */
function isOfAnotherSort(left: string, expected: Amount, stated: Amount): boolean {
  if (isMeasured(expected)) return !isMeasured(stated) && stated.nouns.length > 0;
  return isMeasured(stated) && (expected.nouns.length > 0 || !/[×*·/÷x]/i.test(left));
}

function isMeasured({ measures }: Amount): boolean {
  return measures.some((measure) => !measure.startsWith('/'));
}

function middle({ low, high }: Amount): number {
  return (low + high) / 2;
}
