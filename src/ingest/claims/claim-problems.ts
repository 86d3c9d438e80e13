import { wrongClaims } from '#arithmetic/wrong-claims.ts';
import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { textPlaces } from '#diagnostics/text-places.ts';
import { prosePassages } from './prose-passages.ts';

/** Advice for what the prose of a file says of its own numbers and does not hold (statistics.md, "Claim arithmetic"), at its place. */
export function claimProblems(path: string, text: string): Problem[] {
  return prosePassages(text, /\.(?:json|ya?ml)$/i.test(path)).flatMap((passage) => {
    const claims = wrongClaims(passage.text, 'prose');
    if (claims.length === 0) return [];
    const places = textPlaces(passage.text, { line: passage.line, column: 1 });
    return claims.map((claim) => {
      const place = { path, ...places.placeOf(claim.start, claim.end) };
      const written = passage.text
        .slice(claim.start, claim.end)
        .replace(/[*_`\uFFFC]+/g, '')
        .replace(/\s+/g, ' ');
      return claim.is === 'wrong'
        ? problem('wrong-arithmetic', place, { calculation: written, result: claim.comesTo })
        : problem('percent-for-points', place, { claim: written, points: claim.points, relative: claim.relative });
    });
  });
}
