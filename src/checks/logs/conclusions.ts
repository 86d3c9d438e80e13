import type { Place } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { placeOf } from '#checks/places.ts';

export interface Conclusion {
  readonly text: string;
  readonly place: Place;
}

/** The logs of a workspace that draw conclusions, with each conclusion at its place. */
export function* logsWithConclusions(
  graph: KnowledgeGraph,
): Generator<{ readonly log: Entry; readonly conclusions: readonly Conclusion[] }> {
  for (const log of graph.entries) {
    if (log.kind !== 'log') continue;
    const conclusions = textsIn(log.data['conclusions']).map((text, index) => ({ text, place: placeOf(log, `conclusions.${index}`) }));
    if (conclusions.length > 0) yield { log, conclusions };
  }
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
