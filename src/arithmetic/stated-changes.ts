import { changePairs, type ChangePair } from './change-pairs.ts';
import { mark, noun, numeral, roughly, writtenAmount, type WrittenAmount } from './written-amount.ts';

/** What is said to lie between two numbers. */
export type ClaimSort = 'percent' | 'points' | 'factor' | 'difference';

export interface ChangeClaim {
  readonly sort: ClaimSort;
  /** Without its sign: a fall by 13% is written with and without a minus. */
  readonly amount: WrittenAmount;
  /** Whether the text itself says that it is relative. */
  readonly isRelative: boolean;
}

/** `300 → 200 (33% faster)`: two numbers and what is claimed of them. Offsets into the text. */
export interface StatedChange extends ChangePair {
  readonly claim: ChangeClaim;
}

const comparison = String.raw`faster|slower|quicker|less|fewer|more|lower|higher|smaller|larger|bigger|better|worse|shorter|longer|cheaper|lighter|reduction|decrease|increase|improvement|drop|gain|speed-?up|savings?|cut|growth|regression|rise|boost|decline|jump|slowdown`;
const relative = String.raw`(?:[\s-](?<relative>relative|rel\.?|relatively))?`;
const points = String.raw`pp|p\.p\.|ppts?|pts?|points?|percentage[ -]points?|%-?points?`;
const sort = String.raw`(?:(?<percent>\s?%)|\s?(?<points>${points})|(?<factor>\s?[×x]|-fold)|\s?(?<unit>[µμ\p{L}]{1,4}))`;
const filler = String.raw`(?:(?:Δ|delta|change:?|i\.e\.|=|a|an|is|just|only)\s?)?`;
const amount = String.raw`(?<rough>${roughly})?(?<sign>[+\-−–]?)(?<roughToo>${roughly})?(?<digits>${numeral})(?![,.]\d)`;
/** A claim ends at once, or it is about something that follows: `+13.7% tok/s/chip`, `−9% vs A6`. */
const claimEnd = String.raw`(?=${mark}\s*(?:[)\]},;]|\.(?:\s|$)|$))`;

const opener = /^\s?(?:[([]\s?|[,;:=]\s|[—–]\s)/u;
const claimAt = new RegExp(String.raw`^${mark}${filler}${amount}${sort}?${relative}(?:[\s-](?<word>${comparison}))?${claimEnd}`, 'iu');
const wordAt = new RegExp(String.raw`^${mark}(?:is\s)?(halved|doubled|tripled)${claimEnd}`, 'iu');
const nounsAt = new RegExp(String.raw`^${mark}(?:${noun}){0,3}${mark}`, 'iu');

/** Behind these a number is a result, a level or a condition, and not what follows in brackets. */
const noClaim = String.raw`[\p{L}\p{N}.,/:^=#@$\\→>+\-−–×~≈]|[→>=~≈×]\s|\d\s|±\s?|\b(?:for|from|at|with|to|vs|than|on|per|until|over|under|of|and|or|is|within|only|up)\s`;
const frontClaim = String.raw`${mark}(?:${roughly})?[+\-−–]?(?:${roughly})?${numeral}(?:\s?%|\s?(?:pp|percentage points|points)|\s?[×x])(?:[\s-]rel(?:ative|\.)?)?(?:[\s-](?:${comparison}))?`;
/** A claim with the noun that it is about, up to the bracket or the "from" of the numbers. */
const claimInFront = new RegExp(
  String.raw`(?<!${noClaim})(?<by>by\s)?(?<claim>${frontClaim})${mark}(?:${noun}){0,2}${mark}(?<opened>\s?[([]|:|,?\s\(?from)\s?${mark}$`,
  'iu',
);
/** Verbs that make a bare percentage behind the numbers one of the change: `reduced 300 → 200 (33%)`. */
const verb =
  /\b(?:reduc|cut|drop|decreas|fell|fall|increas|rose|rais|improv|grew|grow|gain|lower|sav|shr[aiu]nk|sped|speed|boost|jump|climb|declin|slash|trim)/i;

/** A claim stands near its numbers; what lies further off is about something else. */
const reach = 90;

/**
 * Finds every pair of numbers that is followed, or led up to, by a claim of how far apart they are. What is not surely one is left out. Linear in
 * the text.
 */
export function* statedChanges(text: string): Generator<StatedChange> {
  for (const pair of changePairs(text)) {
    const found = changeBehind(text, pair) ?? changeInFront(text, pair);
    if (found !== null) yield found;
  }
}

function changeBehind(text: string, pair: ChangePair): StatedChange | null {
  const rest = text.slice(pair.end, pair.end + reach);
  const nouns = nounsAt.exec(rest)?.[0] ?? '';
  const opened = opener.exec(rest.slice(nouns.length));
  if (opened === null) return null;
  const from = nouns.length + opened[0].length;
  const body = rest.slice(from);
  // A ratio with an interval of its own was measured as one, and is not that of the two numbers.
  if (/^[^()\n]{1,20}(?:\bCI\b|±|\[)/.test(body)) return null;
  const word = wordAt.exec(body);
  if (word !== null) return { ...pair, end: pair.end + from + word[0].length, claim: claimOfWord(word[1] ?? '') };
  const match = claimAt.exec(body);
  if (match === null) return null;
  const isLed = verb.test(text.slice(Math.max(0, pair.start - 60), pair.start));
  const claim = claimOf(match.groups ?? {}, pair, { isLed, isBracketed: /[([]/.test(opened[0]) });
  return claim && { ...pair, end: pair.end + from + match[0].length, claim };
}

function changeInFront(text: string, pair: ChangePair): StatedChange | null {
  const left = text.slice(Math.max(0, pair.start - reach), pair.start);
  const found = claimInFront.exec(left);
  if (found === null || (found.index === 0 && left.length === reach)) return null;
  const { claim: written = '', opened = '', by } = found.groups ?? {};
  const nouns = nounsAt.exec(text.slice(pair.end, pair.end + reach))?.[0] ?? '';
  const behind = text.slice(pair.end + nouns.length, pair.end + nouns.length + 2);
  if (/[([]/.test(opened) && !/^\s?[)\],;]/.test(behind)) return null;
  const match = claimAt.exec(`${written})`);
  const claim = match && claimOf(match.groups ?? {}, pair, { isLed: by !== undefined, isBracketed: true });
  return claim && { ...pair, start: pair.start - found[0].length, claim };
}

function claimOfWord(word: string): ChangeClaim {
  return { sort: 'factor', amount: writtenAmount('', word.toLowerCase() === 'tripled' ? '3' : '2', '', true), isRelative: false };
}

interface Context {
  /** Whether a verb or "by" says that something changes. */
  readonly isLed: boolean;
  readonly isBracketed: boolean;
}

/** The claim, where it is surely one about the pair: with a sign, a word of comparison, or a unit that only a change has. */
function claimOf(
  {
    rough,
    roughToo,
    sign = '',
    digits = '',
    percent,
    points: inPoints,
    factor,
    unit = '',
    relative: isRelative,
    word,
  }: Readonly<Record<string, string | undefined>>,
  { before }: ChangePair,
  { isLed, isBracketed }: Context,
): ChangeClaim | null {
  const claim = (sortOf: ClaimSort, written = ''): ChangeClaim => ({
    sort: sortOf,
    amount: writtenAmount('', digits, written, rough !== undefined || roughToo !== undefined),
    isRelative: isRelative !== undefined,
  });
  if (inPoints !== undefined) return claim('points');
  // "(257x -> 4.2x gap)" compares factors, and a third one is none of theirs.
  if (factor !== undefined) return /^[×x]$/.test(before.unit) ? null : claim('factor');
  const isChange = sign !== '' || word !== undefined || isRelative !== undefined || isLed;
  if (percent !== undefined) return isChange ? claim('percent') : null;
  const difference = claim('difference', unit);
  return sign !== '' && isBracketed && ['', before.unit].includes(difference.amount.unit) ? difference : null;
}
