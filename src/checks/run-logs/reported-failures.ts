import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { textsOf } from './run-log-places.ts';

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

/** Advice for every count of failures above zero (formats.md, "run log"): what failed is to be looked at before the next stage. */
export function* reportedFailures(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.content.runLogs) {
    for (const event of log.events) {
      for (const { key, text, placeOf } of textsOf(log, event)) {
        if (key !== null && countKeys.test(key) && /^[1-9]\d{0,8}$/.test(text.trim())) {
          yield problem('reported-failures', placeOf(0, text.length), { count: text.trim() });
        }
        if (key !== null && !outcomeKeys.test(key)) continue;
        const seen = new Set<number>();
        for (const match of [...text.matchAll(counted), ...text.matchAll(named)]) {
          const count = match[1] ?? '0';
          const before = text.slice(Math.max(0, match.index - 24), match.index);
          if (Number(count) === 0 || seen.has(match.index) || notReported.test(before)) continue;
          seen.add(match.index);
          yield problem('reported-failures', placeOf(match.index, match.index + match[0].length), { count });
        }
      }
    }
  }
}
