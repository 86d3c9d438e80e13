import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { wrongClaims } from '#arithmetic/wrong-claims.ts';
import { isCommandKey, textsOf } from '#checks/run-logs/run-log-places.ts';

/** Longer texts are output of programs, not calculations. */
const longestText = 2_000;

/**
 * Advice for every calculation in a run log whose arithmetic does not hold (formats.md, "run log"): `8000/4 = 2000`, `2000/4.34 ≈ 461s`,
 * `16 scripts (4 runs × 2 tasks × 2 epochs)`. Units are ignored with care, and what is in doubt is not reported: a wrong accusation is worse
 * than a missing one.
 */
export function* wrongArithmetic(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.content.runLogs) {
    for (const event of log.events) {
      for (const { key, text, placeOf } of textsOf(log, event)) {
        if (text.length > longestText || isCommandKey(key) || !/\d/.test(text)) continue;
        for (const claim of wrongClaims(text, 'run log')) {
          const place = placeOf(claim.start, claim.end);
          const written = text.slice(claim.start, claim.end);
          if (claim.is === 'wrong') yield problem('wrong-arithmetic', place, { calculation: written, result: claim.comesTo });
          else yield problem('percent-for-points', place, { claim: written, points: claim.points, relative: claim.relative });
        }
      }
    }
  }
}
