import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';

/** Finds all breaches of one code of the catalogue in a workspace. Pure; the order does not matter. */
export type Rule = (graph: KnowledgeGraph) => Iterable<Problem>;
