/** Where a log says how something ended. What it explains, plans or quotes may count failures of another time. */
const outcomeKeys = /^(?:result|results|summary|status|outcome|details|completed|finished)$/i;
const countKeys = /^(?:(?:[a-z]+[ _])*(?:failed|failures?)(?:[ _]count)?|(?:num|number|n|total)[ _](?:failed|failures?))$/i;
/** `2 failures`, `2 failed`, `2 runs failed`. */
const counted = /(?<![\p{L}\p{N}_.,/%-])(\d{1,9})(?![\d.,]*\d)\s+(?:[\p{L}-]{2,20}\s+)?(?:failures?|failed)(?![\p{L}_-])/giu;
/** `failures: 2`, `Failed = 2`. */
const named = /(?<![\p{L}_-])(?:failures?|failed)\s*[:=]\s*(\d{1,9})(?![\d.,]*\d|\s*%|\s*\/)/giu;
/** Words before a count that make it a limit, or somebody else's. */
const notReported =
  /(?:\b(?:after|allow\w*|at most|below|earlier|ever|fewer than|if|less than|max\w*|more than|no|not|of|previous\w*|prior|retr\w*|tolerat\w*|under|unless|until|up to|within)|[<>≤≥])\s*$/i;

/** A count of failures above zero, as it stands in a text. */
export interface FailureCount {
  readonly count: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The failures that a field of an event counts (formats.md, "run log"): `4 runs processed, 2 failures`.
 *
 * @param key of the field; null for the description of an event
 */
export function failureCounts(key: string | null, text: string): FailureCount[] {
  const own =
    key !== null && countKeys.test(key) && /^[1-9]\d{0,8}$/.test(text.trim()) ? [{ count: text.trim(), start: 0, end: text.length }] : [];
  if (key !== null && !outcomeKeys.test(key)) return own;
  const seen = new Set<number>();
  const inText = [...text.matchAll(counted), ...text.matchAll(named)].flatMap((match) => {
    const count = match[1] ?? '0';
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    if (Number(count) === 0 || seen.has(match.index) || notReported.test(before)) return [];
    seen.add(match.index);
    return [{ count, start: match.index, end: match.index + match[0].length }];
  });
  return [...own, ...inText];
}
