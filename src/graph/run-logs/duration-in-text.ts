import { secondsPer } from './stated-duration.ts';

const amounts =
  /(?<![\p{L}\p{N}.,])(?:(\d{1,9}(?:\.\d{1,9})?)(?:\s{0,2}(?:-|–|to)\s{0,2}(\d{1,9}(?:\.\d{1,9})?))?|(an?))[\s-]{0,2}([A-Za-z]{1,12})(?![\p{L}\p{N}])/gu;

/**
 * The first duration that a sentence states, in seconds: 960 of `Estimated 16 minutes total (8 min × 2 epochs)`, 60 of `About a minute of machine
 * time`, 5400 of `1 h 30 min`, of a range its middle. What is so long for each of something (`8min/epoch`, `5 s per run`) is passed over. Null
 * where there is none.
 */
export function durationInText(text: string): number | null {
  let total: number | null = null;
  let end = 0;
  let smallest = Infinity;
  for (const match of text.slice(0, 400).matchAll(amounts)) {
    const [whole, from = '1', to = from, article, unit = ''] = match;
    const per = article !== undefined && unit.length < 3 ? null : secondsPer(unit);
    if (per === null) continue;
    const after = text.slice(match.index + whole.length, match.index + whole.length + 12);
    if (/^\s{0,2}(?:\/|per\b|each\b|an?\b)/i.test(after)) continue;
    // `1 h 30 min` is one duration, `16 minutes (8 min each)` is not.
    if (total !== null && (per >= smallest || !/^\s{0,2}(?:,|and)?\s{0,2}$/.test(text.slice(end, match.index)))) break;
    total = (total ?? 0) + ((Number(from) + Number(to)) / 2) * per;
    smallest = per;
    end = match.index + whole.length;
  }
  return total;
}
