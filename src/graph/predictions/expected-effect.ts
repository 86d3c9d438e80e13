import type { Direction } from '#schemas/program.ts';

/** What somebody expects of a metric: by how much it will change, or only which way. Differences are as in the table: not oriented. */
export type ExpectedEffect =
  | {
      readonly says: 'amount';
      /** Both ends; the same where one value is expected, infinite where one end is open. */
      readonly low: number;
      readonly high: number;
      /** Whether it is a share of what it is compared with, in percent. */
      readonly isRelative: boolean;
    }
  /** -1 where the metric is to fall. */
  | { readonly says: 'direction'; readonly sign: 1 | -1 };

/** The metric that an expectation is about. */
export interface ExpectedMetric {
  readonly name: string;
  readonly direction: Direction | null;
  readonly unit: string | null;
}

/** Why text says nothing that can be compared with rows. */
export interface Uncheckable {
  readonly reason: string;
}

const sign = String.raw`[+\-−–]`;
const digits = String.raw`\d{1,12}(?:\.\d{1,12})?(?:e[+-]?\d{1,3})?`;
const unit = String.raw`(?:\s?(?:%|pp\b|percentage points?\b|points?\b))?`;
/** One amount, or two with `to`, `and`, `..` or a dash between them. */
const amountPattern = new RegExp(
  String.raw`(?<before>.*?)(?<![\p{L}\p{N}.])(?<sign1>${sign})?\s?(?<first>${digits})(?<unit1>${unit})(?:\s?(?<between>to|and|\.{2,3}|…|–|—|(?<=[\d%])-(?=[\d+−-]))\s?(?<sign2>${sign})?\s?(?<second>${digits})(?<unit2>${unit}))?(?<rest>.*)$`,
  'isu',
);
const atLeast = /(?:at least|min(?:imum)?|no less than|more than|over|[≥>]=?)\s*$/i;
const atMost = /(?:at most|max(?:imum)?|no more than|up to|less than|under|[≤<]=?)\s*$/i;
const falls =
  /\b(?:saves?|saving|lowers?|lowering|reduces?|reducing|reduction|drops?|dropping|cuts?|decreas(?:es?|ing)|falls?|shrinks?|loses?)\b/i;
const rises = /\b(?:rais(?:es?|ing)|increas(?:es?|ing)|adds?|adding|rises?|grows?)\b/i;
const gains = /\b(?:improv(?:es?|ing|ements?)|gains?|gaining|better|beats?|wins?|helps?)\b/i;
const worsens = /\b(?:hurts?|worse|worsens?|degrades?|costs?)\b/i;
/** Behind an amount: `5% lower`, `0.02 less`, `3 points better`. */
const lowerBehind = /\b(?:lower|less|fewer|smaller|down)\b/i;
const higherBehind = /\b(?:higher|more|greater|larger|up)\b/i;
const betterBehind = /\b(?:better|improvement|gain)\b/i;
const worseBehind = /\b(?:worse|loss)\b/i;
const orMore = /^\s*or (?:more|better)\b/i;

/**
 * Reads what is expected: `+0.05`, `-1.5%`, `-2 to -5`, `-0.02..-0.05`, `at least +0.1`, `expect +0.05 metric`, `rotary saves 0.1 bpb`,
 * `pre-norm better` (formats.md, "idea" and "queue"). An amount counts as one of the metric where nothing but its name, its unit or a remark in
 * parentheses follows: `-20% CPU time` is about something else.
 *
 * @param isPhrase whether words may stand before the amount, as in the label of a job; the frontmatter of an idea holds the amount alone
 */
export function readExpectedEffect(text: string, metric: ExpectedMetric, isPhrase: boolean): ExpectedEffect | Uncheckable {
  const written = text.slice(0, 400).trim();
  const found = amountPattern.exec(written)?.groups;
  if (found === undefined) return directionIn(written, metric, isPhrase);
  const { before = '', sign1 = '', first = '', unit1 = '', between = '', sign2 = '', second, unit2 = '', rest = '' } = found;
  const words = before.replace(/[~≈]|\b(?:about|around|roughly|approximately|expect(?:ed)?|between|by|of)\b/gi, '').trim();
  const bound = atLeast.test(words) || orMore.test(rest) ? 'at least' : atMost.test(words) ? 'at most' : null;
  if (!isPhrase && bound === null && words !== '') return { reason: 'it is no amount of change' };
  if (!isAbout(rest, metric)) return { reason: `it speaks of something other than ${metric.name}` };
  const scale = scaleOf(`${unit1}${unit2}`, rest, metric);
  if (scale === null) return { reason: `${metric.name} is not counted in percent, so that points say nothing of it` };

  const sense = senseOf(sign1, words, rest.replace(orMore, ''), metric);
  if (sense === null) return { reason: 'it does not say which way' };
  const from = sense * Number(first);
  // `-2–5%` goes on in the same direction; of `-2 to 5%` the second has a sign of its own, and that is plus.
  const carriesOn = sign1 === '' || /^[-–—]$/.test(between);
  const to = second === undefined ? from : (sign2 !== '' ? signOf(sign2) : carriesOn ? sense : 1) * Number(second);
  const [low, high] = from <= to ? [from, to] : [to, from];
  return { says: 'amount', ...opened(low, high, bound), isRelative: scale === 'relative' };
}

/** What an amount is counted in; null for points of a metric that is no percentage: they could be hundredths of it, or anything. */
function scaleOf(units: string, rest: string, metric: ExpectedMetric): 'metric' | 'relative' | null {
  const isPercentage = metric.unit === '%';
  if (/pp|point/i.test(units)) return isPercentage ? 'metric' : null;
  if (!units.includes('%')) return 'metric';
  if (/\brelative(?:ly)?\b/i.test(rest)) return 'relative';
  if (/\babsolute(?:ly)?\b/i.test(rest)) return isPercentage ? 'metric' : null;
  return isPercentage ? 'metric' : 'relative';
}

/** What is at least so much is open away from zero, what is at most so much reaches from nothing on. */
function opened(low: number, high: number, bound: 'at least' | 'at most' | null): { readonly low: number; readonly high: number } {
  if (bound === null) return { low, high };
  if (bound === 'at least') return low < 0 ? { low: -Infinity, high } : { low, high: Infinity };
  return low < 0 ? { low, high: 0 } : { low: 0, high };
}

function signOf(written: string): 1 | -1 {
  return written === '+' ? 1 : -1;
}

/** Which way an amount goes: by its sign, by a word before or behind it, or, where higher is better, upwards; null where nothing tells. */
function senseOf(written: string, before: string, behind: string, { direction }: ExpectedMetric): 1 | -1 | null {
  if (written !== '') return signOf(written);
  return verbSense(before, direction) ?? senseBehind(behind, direction) ?? (direction === 'higher' ? 1 : null);
}

function senseBehind(words: string, direction: Direction | null): 1 | -1 | null {
  if (lowerBehind.test(words)) return -1;
  if (higherBehind.test(words)) return 1;
  const better = direction === null ? null : direction === 'lower' ? -1 : 1;
  if (better === null) return null;
  if (betterBehind.test(words)) return better;
  return worseBehind.test(words) ? (better === 1 ? -1 : 1) : null;
}

function verbSense(words: string, direction: Direction | null): 1 | -1 | null {
  if (falls.test(words)) return -1;
  if (rises.test(words)) return 1;
  if (direction === null) return null;
  const better = direction === 'lower' ? -1 : 1;
  if (gains.test(words)) return better;
  return worsens.test(words) ? (better === 1 ? -1 : 1) : null;
}

/** The label of a job may say it in a sentence; in the frontmatter of an idea a direction stands alone. */
function directionIn(text: string, metric: ExpectedMetric, isPhrase: boolean): ExpectedEffect | Uncheckable {
  const sense = /\b(?:no|not|same|equal|unchanged)\b/i.test(text) ? null : verbSense(text, metric.direction);
  if (sense === null) return { reason: `it states no change of ${metric.name}` };
  const rest = [falls, rises, gains, worsens].reduce((left, verbs) => left.replace(verbs, ' '), text);
  return isPhrase || isAbout(rest, metric)
    ? { says: 'direction', sign: sense }
    : { reason: `it speaks of something other than ${metric.name}` };
}

/** Whether nothing but the metric itself follows an amount. */
function isAbout(rest: string, { name, unit: ownUnit }: ExpectedMetric): boolean {
  const plain = rest
    .replace(/\([^()]{0,200}\)/g, ' ')
    .replace(
      /\b(?:relative(?:ly)?|absolute(?:ly)?|in|of|on|the|or|better|worse|lower|higher|less|more|fewer|smaller|greater|larger|up|down|gain|loss|improvement)\b/gi,
      ' ',
    )
    .toLowerCase();
  const own = new Set(['metric', name.toLowerCase(), ...name.toLowerCase().split(/[^\p{L}\p{N}]+/u), ownUnit?.toLowerCase() ?? '']);
  return plain.split(/[^\p{L}\p{N}_]+/u).every((word) => word === '' || own.has(word));
}
