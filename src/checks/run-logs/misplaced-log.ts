import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { RunLog } from '#schemas/run-log.ts';
import { textsOf, type EventText } from './run-log-places.ts';

/** Actions that create or find the experiment that a log is about; others may name the summaries of earlier ones. */
const ownActions = /^(?:CREATE_(?:SUMMARY|YAML|LOG)|DISCOVER_EXPERIMENT|LOCATE_EXPERIMENT|START_DESIGN)$/;
const summary = /([^\s/'"`{}<>$]+)\/(?:logs\/)?(?:experiment_summary\.(?:md|ya?ml)|[a-z]+-[a-z-]+\.(?:log|jsonl))(?![\p{L}\p{N}])/u;
/** Logs of these names lie in their experiment's folder (the seeds); copies under other names may lie anywhere. */
const namedByTheSeeds = /^(?:design-experiment|scaffold(?:-[a-z]+)?)$/;

/**
 * Advice for a log that lies elsewhere than its experiment (seed `design-experiment-logging.md`: "Always create the log at
 * {experiment_dir}/design-experiment.log"): the experiment that it creates or finds has another folder.
 */
export function* misplacedLog(graph: KnowledgeGraph): Generator<Problem> {
  const folders = new Set(graph.content.files.flatMap(({ path }) => path.split('/').slice(0, -1)));
  for (const log of graph.content.runLogs) {
    const named = ownFolder(log);
    if (log.experiment === '' || named === null) continue;
    const lies = log.experiment.split('/');
    if (lies.includes(named.folder) || !(namedByTheSeeds.test(log.name) || folders.has(named.folder))) continue;
    const start = named.text.text.indexOf(named.folder, named.at);
    yield problem('misplaced-log', named.text.placeOf(start, start + named.folder.length), {
      log: log.name,
      folder: named.folder,
      lies: log.experiment,
    });
  }
}

/** The folder that the log last names as its experiment's own. */
function ownFolder(log: RunLog): { readonly folder: string; readonly text: EventText; readonly at: number } | null {
  const named = log.events.flatMap((event) => {
    if (!ownActions.test(event.action)) return [];
    return textsOf(log, event).flatMap((text) => {
      const match = text.text.length > 2_000 ? null : summary.exec(text.text);
      return match?.[1] === undefined ? [] : [{ folder: match[1], text, at: match.index }];
    });
  });
  return named.at(-1) ?? null;
}
