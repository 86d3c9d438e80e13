import { distance } from 'fastest-levenshtein';

/** Longer words are sentences or paths gone wrong: nothing near them would be a typing slip. */
const longestWord = 120;
/** So many candidates are compared in full; beyond that only those that share the first or last character. */
const manyCandidates = 5_000;

/**
 * The candidate that was most likely meant by a misspelt word: "did you mean".
 *
 * Compares without case. A third of the word's length may differ (at least one character, at most four), so that
 * `hypothesys` finds `hypothesis` and `cat` does not find `dog`; something of the word must be left. Of equally near candidates the first wins.
 *
 * @returns the candidate as given, or null where none is near
 */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.trim().toLowerCase();
  if (wanted === '' || wanted.length > longestWord) return null;
  const limit = Math.min(4, Math.max(1, Math.floor(wanted.length / 3)));
  let nearest: string | null = null;
  let smallest = Math.min(limit + 1, wanted.length);
  let compared = 0;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= smallest) continue;
    const lowered = candidate.toLowerCase();
    if (compared >= manyCandidates && !sharesAnEnd(wanted, lowered)) continue;
    compared += 1;
    const apart = distance(wanted, lowered);
    if (apart < smallest) {
      smallest = apart;
      nearest = candidate;
    }
    if (smallest === 0) break;
  }
  return nearest;
}

function sharesAnEnd(a: string, b: string): boolean {
  return a.startsWith(b.charAt(0)) || a.endsWith(b.slice(-1));
}
