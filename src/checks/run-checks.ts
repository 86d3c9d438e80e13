import { diagnose } from '#diagnostics/diagnose.ts';
import type { Diagnostic, Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { rules } from './rules.ts';

/**
 * Every diagnostic of a workspace: what parsing found, what could not be linked, and what the rules find. Sorted by place, each once, with
 * the severity that its class has in this workspace.
 */
export function runChecks(graph: KnowledgeGraph): Diagnostic[] {
  const found: Problem[] = [...graph.content.problems, ...graph.problems, ...rules.flatMap((rule) => [...rule(graph)])];
  return diagnose(found, graph.content.strict);
}
