import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { actionPlace, textsOf } from './run-log-places.ts';

const inCommand = /(?:^|[\s|;&(`])(squeue|sacct)(?=$|[\s|;&)`])/;

/** Advice for every event that logs a look at the job queue (seed `design-experiment-logging.md`, "DON'T Log"): as a command, or as its action. */
export function* loggedStatusCheck(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.content.runLogs) {
    for (const event of log.events) {
      const named = /(?:^|_)(SQUEUE|SACCT)(?:_|$)/i.exec(event.action)?.[1];
      if (named !== undefined) {
        yield problem('logged-status-check', actionPlace(log, event), { command: named.toLowerCase() });
        continue;
      }
      for (const { key, text, placeOf } of textsOf(log, event)) {
        const isCommand = key === null ? /^(?:squeue|sacct)(?:\s|$)/.test(text) : /(?:^|[ _])(?:command|cmd)$/i.test(key);
        const found = isCommand ? inCommand.exec(text) : null;
        const command = found?.[1];
        if (found === null || command === undefined) continue;
        const start = found.index + found[0].length - command.length;
        yield problem('logged-status-check', placeOf(start, start + command.length), { command });
        break;
      }
    }
  }
}
