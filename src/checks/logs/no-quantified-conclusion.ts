import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { logsWithConclusions } from './conclusions.ts';
import { placeOf } from '#checks/places.ts';

/** Advice for a log that draws conclusions of which none holds a number (seed `engineering-log-template.md`: "specific and quantified"). */
export function* noQuantifiedConclusion(graph: KnowledgeGraph): Generator<Problem> {
  for (const { log, conclusions } of logsWithConclusions(graph)) {
    if (!conclusions.some(({ text }) => /\p{N}/u.test(text))) yield problem('no-quantified-conclusion', placeOf(log, 'conclusions'), {});
  }
}
