import { mark, noun, numeral, roughly, unitMark, writtenAmount, type WrittenAmount } from './written-amount.ts';

/** `300 → 200 epochs`: two numbers that are set against each other. Offsets into the text. */
export interface ChangePair {
  readonly start: number;
  readonly end: number;
  readonly before: WrittenAmount;
  readonly after: WrittenAmount;
}

const connector = /→|⟶|➜|➔|⇒|-{1,2}>|=>|\bto\b|\bvs\.?|\bversus\b|\binstead of\b|\bcompared (?:to|with)\b/giu;
const number = String.raw`(?<rough>${roughly})?(?<sign>[+\-−–]?)[$€£]?(?<digits>${numeral})(?<unit>${unitMark})?`;
/** Not within a word, path, date, version, range or product. */
const inside = String.raw`[\p{L}\p{N}_.,/:%^=#@$\\+\-−–×]|\d\s`;
const numberBefore = new RegExp(String.raw`(?<!${inside})${mark}${number}(?:${noun}){0,2}${mark}\s*$`, 'iu');
const numberAfter = new RegExp(String.raw`^\s*${mark}${number}(?![\p{N}_]|[.,:/–-]\d)`, 'iu');

/** What makes a third number of a chain, or a range of one of the two: a claim may mean any of them. */
const chainBefore = /(?:→|⟶|➜|➔|⇒|[->=]>|±|\/|\d[%\p{L}]{0,3},?\s?(?:to|vs\.?|and|or)?)\s?[*_`]{0,4}$/iu;
const chainBehind = /^[*_`\s]{0,4}(?:→|⟶|➜|➔|⇒|-{1,2}>|=>|±|\+\/-|\/|[–-]\s?\d|[×x]\s?\d|\^|\bto\s\d|\bvs)/iu;

/** A number stands near the sign that connects it. */
const reach = 90;

/** Finds the pairs of numbers in a text. Linear: around each connecting sign a bounded stretch is read. */
export function* changePairs(text: string): Generator<ChangePair> {
  for (const { 0: sign, index } of text.matchAll(connector)) {
    const pair = pairAround(text, index, sign);
    if (pair !== null) yield pair;
  }
}

function pairAround(text: string, at: number, sign: string): ChangePair | null {
  const left = text.slice(Math.max(0, at - reach), at);
  const first = numberBefore.exec(left);
  const behind = at + sign.length;
  const second = first === null ? null : numberAfter.exec(text.slice(behind, behind + reach));
  if (first === null || second === null) return null;
  const start = at - left.length + first.index;
  const end = behind + second[0].length;
  // What is cut off at the edge of the stretch may be part of a longer number.
  if (first.index === 0 && start > 0) return null;
  const lead = text.slice(Math.max(0, start - 24), start);
  if (chainBefore.test(lead) || chainBehind.test(text.slice(end, end + 12))) return null;
  // "10 to 20" is a range, "from 10 to 20" a change.
  if (sign.toLowerCase() === 'to' && !/\bfrom\s[*_`]{0,4}$/i.test(lead)) return null;
  const amounts = amountsOf(first.groups ?? {}, second.groups ?? {});
  return amounts && { start, end, ...amounts };
}

type Groups = Readonly<Record<string, string | undefined>>;

/** `880 -> 960 ms`: the unit behind one is that of both. Null where they are of different sorts, or `42 → 10K` leaves open of which. */
function amountsOf(first: Groups, second: Groups): Pick<ChangePair, 'before' | 'after'> | null {
  const isScaled = ({ unit = '' }: Groups): boolean => /^[kKM]$/.test(unit);
  if (isScaled(first) !== isScaled(second)) return null;
  const [before, after] = [amountOf(first, second), amountOf(second, first)];
  return before.unit === after.unit ? { before, after } : null;
}

function amountOf({ rough, sign = '', digits = '', unit }: Groups, other: Groups): WrittenAmount {
  return writtenAmount(sign, digits, unit ?? other['unit'] ?? '', rough !== undefined);
}
