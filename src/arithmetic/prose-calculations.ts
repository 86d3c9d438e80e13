import { calculationTokens } from './calculation-tokens.ts';
import { parseExpression, type Amount } from './calculator.ts';
import { maybeSame } from './same-amount.ts';
import { shortNumber, type WrongArithmetic } from './wrong-claim.ts';
import { noun, numeral } from './written-amount.ts';

/** Units that touch a number; any other letter is a variable: `2x + 3 = 7`. */
const unit = String.raw`(?:[nµμm]?s|secs?|mins?|m|hrs?|h|[KMGT]i?B|k|kWh?|[kMG]?Hz|bits?|bytes?|px|pp|USD|EUR)(?![\p{L}\d_])`;
const term = String.raw`\(?${numeral}(?:\s?%|\s?${unit})?(?:(?!\sx\s)${noun}){0,2}(?![\p{L}\d_])\)?`;
const operator = String.raw`(?:\s?[×*·/÷+]\s?|\s[−–-]\s|\s?x\s?(?=[\d(]))`;
const result = String.raw`~?\s?${numeral}(?:\s?%|\s?[µ\p{L}]{1,12}(?![\p{L}\d_])(?:\/\p{L}{1,12})?)?`;
/** Behind these a number is an index, or one of more terms than are shown. */
const noBeginning = String.raw`(?<![\p{L}\p{N}_.,/:%^=#@$\\+\-−–×*·~≈)\]<>√])(?<![=≈<>+\-−–×*·/÷^~√]\s)(?<![=+×*/÷]\s[\p{L}\d_-]{1,24}\s)(?<!\b(?:${'mod|of|per|by|to|plus|minus|times|log|sqrt|seeds?|steps?|layers?|epochs?'})\s)`;
const noEnd = String.raw`(?![*_\x60)"'”’\s]{0,4}≠)(?![\d_^!]|[.,:/]\d|\s?[×*·/÷+^=≈±]|\s[x−–-]\s?[\d(]|\s\d{3}(?!\d)|\s?[-–]\s?\d|(?:${noun}){1,2}\s?[+×*/]\s?\d)`;
const calculation = new RegExp(String.raw`${noBeginning}(${term}(?:${operator}${term}){1,6})\s?(=|≈|~=)\s?(${result})${noEnd}`, 'giu');

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
    if (expected === null || stated === null || maybeSame(expected, stated, sign !== '=' || right.startsWith('~'))) return [];
    const lastOnly = amountOf(/(?:\s?\+\s?|\s[−–-]\s)(?=[^+−–]*$)(.*)$/u.exec(left)?.[1] ?? '');
    if (lastOnly !== null && lastOnly.operators > 0 && maybeSame(lastOnly, stated, true)) return [];
    if (isOfAnotherSort(left, expected, stated)) return [];
    const [low, high] = [middle(expected), middle(stated)].sort((a, b) => a - b);
    return low !== undefined && high !== undefined && low > 0 && high < 1.6 * low
      ? [{ is: 'wrong' as const, start: index, end: index + length, comesTo: shortNumber(middle(expected), 7) }]
      : [];
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
  return isMeasured(stated) && (expected.nouns.length > 0 || !/[×*·/÷]|x/i.test(left));
}

function isMeasured({ measures }: Amount): boolean {
  return measures.some((measure) => !measure.startsWith('/'));
}

function middle({ low, high }: Amount): number {
  return (low + high) / 2;
}
