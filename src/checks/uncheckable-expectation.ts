import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { doubtOfExpectation } from '#graph/predictions/expectation.ts';
import { predictionsOf } from '#graph/predictions/predictions.ts';
import { placeOf } from './places.ts';

/** Advice for an expectation that rows will not be able to show, as long as there is no result: then it can still be stated. */
export function* uncheckableExpectation(graph: KnowledgeGraph): Generator<Problem> {
  for (const { idea, job, state } of predictionsOf(graph)) {
    if (idea === null || job !== null || state !== 'open') continue;
    const doubt = doubtOfExpectation(idea, graph);
    if (doubt !== null) yield problem('uncheckable-expectation', placeOf(idea, 'expected'), doubt);
  }
}
