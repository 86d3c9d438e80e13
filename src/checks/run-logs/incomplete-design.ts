import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { actionPlace } from './run-log-places.ts';

/** What a design must have verified before it is complete, and the names it goes by in logs of all ages. */
const demanded: readonly (readonly [string, RegExp])[] = [
  ['VERIFY_MODEL', /^VERIFY_(?:BASE_)?MODELS?$/],
  ['VERIFY_DATASET', /^VERIFY_DATA(?:SETS?)?$/],
  ['CALCULATE_TIME', /^(?:CALCULATE|ESTIMATE)_(?:[A-Z0-9]+_)*TIME$/],
  ['CHECK_DISK', /^CHECK_DISK(?:_[A-Z0-9]+)*$/],
];

/** The seed's audit (`design-experiment-logging.md`, "Purpose": that all resources were checked): a design log reaches COMPLETE after all four. */
export function* incompleteDesign(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.content.runLogs) {
    if (!/design-experiment/i.test(log.name)) continue;
    const end = log.events.findLastIndex(({ action }) => /^(?:COMPLETE(?:_DESIGN)?|DESIGN_COMPLETE)$/.test(action));
    const complete = log.events[end];
    if (complete === undefined) continue;
    const done = log.events.slice(0, end).map(({ action }) => action);
    const missing = demanded.filter(([, pattern]) => !done.some((action) => pattern.test(action))).map(([name]) => name);
    if (missing.length > 0) yield problem('incomplete-design', actionPlace(log, complete), { missing });
  }
}
