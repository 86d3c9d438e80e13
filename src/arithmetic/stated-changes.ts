import { mark, noun, numeral, roughly, unitMark, writtenAmount, type WrittenAmount } from './written-amount.ts';

/** What is said to lie between two numbers. */
export type ClaimSort = 'percent' | 'points' | 'factor' | 'difference';

export interface ChangeClaim {
  readonly sort: ClaimSort;
  /** Without its sign. */
  readonly amount: WrittenAmount;
  /** `relative` or `points` where the text itself says which. */
  readonly said: 'relative' | null;
}

/** `300 → 200 (33% faster)`: two numbers and what is claimed of them. Offsets into the text. */
export interface StatedChange {
  readonly start: number;
  readonly end: number;
  readonly before: WrittenAmount;
  readonly after: WrittenAmount;
  readonly claim: ChangeClaim;
}

const number = String.raw`(${roughly})?([+\-−–]?)[$€£]?(${numeral})(${unitMark})?`;

const connector = /→|⟶|➜|➔|⇒|-{1,2}>|=>|\bto\b|\bvs\.?|\bversus\b|\binstead of\b|\bcompared (?:to|with)\b/giu;
const numberBefore = new RegExp(String.raw`(?<![\p{L}\p{N}_.,/:%^=#@$\\+\-−–×]|\d\s)${mark}${number}((?:${noun}){0,2})${mark}\s*$`, 'iu');
const numberAfter = new RegExp(String.raw`^\s*${mark}${number}(?![\p{N}_]|[.,:/–-]\d)`, 'iu');
const nounsAfter = new RegExp(String.raw`^${mark}(?:${noun}){0,3}${mark}`, 'iu');

const bigger = String.raw`faster|slower|quicker|less|fewer|more|lower|higher|smaller|larger|bigger|better|worse|shorter|longer|cheaper|lighter|reduction|decrease|increase|improvement|drop|gain|speed-?up|savings?|cut|growth|regression|rise|boost|decline|jump|slowdown`;
const claimEnd = String.raw`(?=${mark}\s*(?:[)\]},;]|\.(?:\s|$)|$))`;
const said = String.raw`(?:[\s-](relative|rel\.?|relatively))?`;
const size = String.raw`(?:(?:Δ|delta|change:?|i\.e\.|=|a|an|is|just|only)\s?)?(${roughly})?([+\-−–]?)(${roughly})?(${numeral})(?![,.]\d)`;
const claimAt = new RegExp(
  String.raw`^${mark}${size}(?:(\s?%)|\s?(pp|p\.p\.|ppts?|pts?|points?|percentage[ -]points?|%-?points?)|(\s?[×x]|-fold)|(\s?[µμ\p{L}]{1,4}))?${said}(?:[\s-](${bigger}))?${claimEnd}`,
  'iu',
);
const claimWordAt = new RegExp(String.raw`^${mark}(?:is\s)?(halved|doubled|tripled)${claimEnd}`, 'iu');
const opener = /^\s?(?:[([]\s?|[,;:=]\s|[—–]\s)/u;
/** A claim with the noun that it is about, up to the bracket or the "from" of the numbers. */
const claimBefore = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/:^=#@$\\→>+\-−–×~≈]|[→>=~≈×]\s|\d\s|\b(?:for|from|at|with|to|vs|than|on|per|until|over|under|of|and|or|is|within|only|up)\s|±\s?)(by\s)?(${mark}(?:${roughly})?[+\-−–]?(?:${roughly})?${numeral}(?:\s?%|\s?(?:pp|percentage points|points)|\s?[×x])${said}(?:[\s-](?:${bigger}))?)${mark}((?:${noun}){0,2})${mark}(\s?\(|\s\[|:|,?\sfrom|,?\s\(from)?\s?${mark}$`,
  'iu',
);
const verb =
  /\b(?:reduc|cut|drop|decreas|fell|fall|increas|rose|rais|improv|grew|grow|gain|lower|sav|shr[aiu]nk|sp[e]+d|boost|jump|climb|declin|slash|trim)/i;

/** A claim stands near its numbers; what lies further off is about something else. */
const reach = 90;

/**
 * Finds every pair of numbers that is followed, or led up to, by a claim of how far apart they are. What is not surely one is left out. Linear:
 * around each connecting sign a bounded stretch is read.
 */
export function* statedChanges(text: string): Generator<StatedChange> {
  for (const { 0: sign, index } of text.matchAll(connector)) {
    const pair = pairAround(text, index, sign);
    if (pair === null) continue;
    const found = claimBehind(text, pair) ?? claimInFront(text, pair);
    if (found !== null) yield found;
  }
}

interface Pair {
  readonly start: number;
  readonly end: number;
  readonly before: WrittenAmount;
  readonly after: WrittenAmount;
  readonly connector: string;
}

function pairAround(text: string, at: number, sign: string): Pair | null {
  const left = text.slice(Math.max(0, at - reach), at);
  const first = numberBefore.exec(left);
  const behind = at + sign.length;
  const second = first === null ? null : numberAfter.exec(text.slice(behind, behind + reach));
  if (first === null || second === null) return null;
  const start = at - left.length + first.index;
  if (first.index === 0 && start > 0) return null;
  const end = behind + second[0].length;
  const lead = text.slice(Math.max(0, start - 24), start);
  // A third number makes a chain, of which a claim may mean any two; "to" alone joins ranges.
  if (/(?:→|⟶|➜|➔|⇒|[->=]>|±|\/|\d[%\p{L}]{0,3},?\s?(?:to|vs\.?|and|or)?)\s?[*_`]{0,4}$/iu.test(lead)) return null;
  if (/^[*_`\s]{0,4}(?:→|⟶|➜|➔|⇒|-{1,2}>|=>|±|\+\/-|\/|[–-]\s?\d|[×x]\s?\d|\^|\bto\s\d|\bvs)/iu.test(text.slice(end, end + 12)))
    return null;
  if (sign.toLowerCase() === 'to' && !/\bfrom\s[*_`]{0,4}$/i.test(lead)) return null;
  if ([first, second].filter(([, , , , unit = '']) => /^[kKM]$/.test(unit)).length === 1) return null;
  // `880 -> 960 ms`: the unit behind one is that of both.
  const [before, after] = [amountOf(first, second), amountOf(second, first)];
  if (before.unit !== '' && after.unit !== '' && before.unit !== after.unit) return null;
  return { start, end, before, after, connector: sign.toLowerCase() };
}

function amountOf([, rough, sign = '', digits = '', unit]: RegExpExecArray, [, , , , otherUnit]: RegExpExecArray): WrittenAmount {
  return writtenAmount(sign, digits, unit ?? otherUnit ?? '', rough !== undefined);
}

function claimBehind(text: string, pair: Pair): StatedChange | null {
  const rest = text.slice(pair.end, pair.end + reach);
  const nouns = nounsAfter.exec(rest)?.[0] ?? '';
  const opened = opener.exec(rest.slice(nouns.length));
  if (opened === null) return null;
  const from = nouns.length + opened[0].length;
  const isBracketed = /[([]/.test(opened[0]);
  const body = rest.slice(from);
  // A ratio with an interval of its own was measured as one, and is not that of the two numbers.
  if (/^[^()\n]{1,20}(?:\bCI\b|±|\[)/.test(body)) return null;
  const word = claimWordAt.exec(body);
  if (word !== null) return withClaim(pair, pair.start, pair.end + from + word[0].length, factorOfWord(word[1] ?? ''));
  const match = claimAt.exec(body);
  if (match === null) return null;
  const led = verb.test(text.slice(Math.max(0, pair.start - 60), pair.start));
  const claim = claimOf(match, pair, isBracketed, led);
  return claim && withClaim(pair, pair.start, pair.end + from + match[0].length, claim);
}

function claimInFront(text: string, pair: Pair): StatedChange | null {
  const left = text.slice(Math.max(0, pair.start - reach), pair.start);
  const found = claimBefore.exec(left);
  if (found === null || (found.index === 0 && left.length === reach)) return null;
  const [whole, by, written = '', , , behind] = found;
  if (behind === undefined) return null;
  const closing = nounsAfter.exec(text.slice(pair.end, pair.end + reach))?.[0] ?? '';
  if (/[([]/.test(behind) && !/^\s?[)\],;]/.test(text.slice(pair.end + closing.length, pair.end + closing.length + 2))) return null;
  const match = claimAt.exec(`${written})`);
  const claim = match && claimOf(match, pair, true, by !== undefined);
  return claim && withClaim(pair, pair.start - whole.length, pair.end, claim);
}

function withClaim({ before, after }: Pair, start: number, end: number, claim: ChangeClaim): StatedChange {
  return { start, end, before, after, claim };
}

function factorOfWord(word: string): ChangeClaim {
  const factor = word.toLowerCase() === 'tripled' ? '3' : '2';
  return { sort: 'factor', amount: writtenAmount('', factor, '', true), said: null };
}

/** The claim, where it is surely one about the pair: with a sign, a word of comparison, or a unit that only a change has. */
function claimOf(match: RegExpExecArray, pair: Pair, isBracketed: boolean, isLed: boolean): ChangeClaim | null {
  const [, rough, sign = '', roughToo, digits = '', percent, points, factor, unit = '', relative, word] = match;
  const isRough = rough !== undefined || roughToo !== undefined;
  const claim = (sort: ClaimSort, written = ''): ChangeClaim => ({
    sort,
    amount: writtenAmount('', digits, written, isRough),
    said: relative === undefined ? null : 'relative',
  });
  if (points !== undefined) return claim('points');
  if (factor !== undefined) return /^[×x]$/.test(pair.before.unit) ? null : claim('factor');
  if (percent !== undefined) return sign !== '' || word !== undefined || relative !== undefined || isLed ? claim('percent') : null;
  if (sign === '' || !isBracketed) return null;
  const difference = claim('difference', unit);
  return difference.amount.unit === '' || [pair.before.unit, pair.after.unit].includes(difference.amount.unit) ? difference : null;
}
