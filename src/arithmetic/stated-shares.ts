import { mark, noun, roughly, writtenAmount } from './written-amount.ts';

/** `12 of 50 (24%)`, `24% (12/50)`: a count of a total, and its percentage. Offsets into the text. */
export interface StatedShare {
  readonly start: number;
  readonly end: number;
  readonly part: number;
  readonly total: number;
  /** As written. */
  readonly percent: string;
  readonly rough: boolean;
}

const whole = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,12})`;
const of = String.raw`(?:\s?\/\s?|\s(?:out\s)?of\s(?:the\s)?)`;
const percent = String.raw`(?<rough>${roughly})?(?<percent>\d{1,3}(?:\.\d{1,6})?)\s?%`;
const count = String.raw`(?<part>${whole})${of}${mark}(?<total>${whole})(?![\d.,/:]*\d|\s?[%/^×]|\p{L})`;

const countFirst = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,/:%^=#@$\\+\-−–×*·~≈>\]]|\d\s)${mark}${count}${mark}(?:${noun}){0,3}${mark}\s?(?:\(|=|≈)\s?${mark}${percent}(?=${mark}(?:[)\],;]|\.?\s*$|\.\s))`,
  'giu',
);
const percentFirst = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,/:^=#@$\\+\-−–×~≈<>]|[→>=<≥≤±]\s|\d\s|\b(?:at|to|vs|than|over|under|within|top|least|up|by)\s)${mark}${percent}${mark}\s?\(${mark}${count}${mark}(?:${noun}){0,3}\)`,
  'giu',
);

/** Finds the counts of a total whose percentage is stated right beside them. Linear in the text. */
export function statedShares(text: string): StatedShare[] {
  return [countFirst, percentFirst].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: { length }, index, groups = {} }) => ({
      start: index,
      end: index + length,
      part: numberOf(groups['part']),
      total: numberOf(groups['total']),
      percent: groups['percent'] ?? '',
      rough: groups['rough'] !== undefined,
    })),
  );
}

/**
 * The percentage that a share comes to, where the stated one is neither that nor the one of the rest; null where it holds, or where it is so far
 * off that it is about something else.
 */
export function wrongShare({ part, total, percent: written, rough }: StatedShare): number | null {
  // "96.6% (500/500)" says that all were tried.
  if (total === 0 || part >= total) return null;
  const { value, step } = writtenAmount('', written, '', false);
  const share = (part / total) * 100;
  const slack = Math.max(step, rough ? value * 0.1 : 0) * 1.0001;
  const holds = [share, 100 - share].some((reading) => Math.abs(reading - value) <= slack);
  const isNear = Math.max(share, value) < 1.6 * Math.min(share, value);
  return holds || !isNear ? null : share;
}

function numberOf(written = ''): number {
  return Number(written.replaceAll(',', ''));
}
