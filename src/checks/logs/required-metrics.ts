import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { seedRequiredMetrics } from '#schemas/program.ts';
import { placeOf } from '#checks/places.ts';

/**
 * Every log has the metrics that its tags require (`required_metrics` of `program.md`; without it the seed's list for `training`). One problem a
 * log and tag, at its metrics, or at the tag where it has none, naming all that is missing. A name is a metric, or another key of a log: the seed
 * asks for `commits` as well. Before and after stand for a metric only under its own name: what was reached is what is asked for.
 */
export function* requiredMetrics(graph: KnowledgeGraph): Generator<Problem> {
  const required = new Map(Object.entries(graph.content.program.required_metrics ?? seedRequiredMetrics));
  for (const log of graph.entries) {
    if (log.kind !== 'log') continue;
    const present = presentKeys(log);
    for (const [index, tag] of log.tags.entries()) {
      const missing = (required.get(tag) ?? []).filter((key) => !present.has(key));
      if (missing.length === 0) continue;
      const key = Object.hasOwn(log.places, 'metrics') ? 'metrics' : `tags.${index}`;
      yield problem('missing-metrics', placeOf(log, key), { tag, missing });
    }
  }
}

function presentKeys({ data }: Entry): ReadonlySet<string> {
  const { metrics } = data;
  return new Set([...namesOf(metrics), ...namesOf(data)]);
}

/** The keys that hold anything. */
function namesOf(group: unknown): string[] {
  if (typeof group !== 'object' || group === null) return [];
  return Object.entries(group).flatMap(([key, value]) => (Array.isArray(value) && value.length === 0 ? [] : [key]));
}
