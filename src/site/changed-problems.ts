import { runChecks } from '#checks/run-checks.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { reportText } from '#diagnostics/report-text.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';

/**
 * Says in the terminal what an edit did to the diagnostics: a function to be called with each state of the workspace, which returns the report of
 * the problems that were not there in the state before, a line when the last one is gone, and null where there is nothing new to say.
 * The first state is the one that `dev` has reported already.
 */
export function changedProblems(options: { readonly color: boolean }): (graph: KnowledgeGraph) => string | null {
  let known: ReadonlySet<string> | null = null;
  return (graph) => {
    const diagnostics = runChecks(graph);
    const before = known;
    known = new Set(diagnostics.map(identity));
    if (before === null) return null;
    const appeared = diagnostics.filter((diagnostic) => !before.has(identity(diagnostic)));
    if (appeared.length > 0)
      return reportText({ diagnostics: appeared, files: graph.content.files, skipped: [] }, { ...options, sourceLine: () => null });
    return diagnostics.length === 0 && before.size > 0 ? 'No problems any more.\n' : null;
  };
}

/** Without its line, which an edit further up moves. */
function identity({ code, path, message }: Diagnostic): string {
  return JSON.stringify([code, path, message]);
}
