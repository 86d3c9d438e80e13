import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { sharesFile } from './journal-neighbors.ts';

/** Diagnostics by the file they are in. */
export type ProblemsByPath = ReadonlyMap<string, readonly Diagnostic[]>;

/**
 * The diagnostics that an entry's page shows on top: those of its file, or of its own lines where the file holds several entries. Those of
 * run logs stand beside their events (`experiment-timeline.ts`).
 */
export function entryProblems(entry: Entry, graph: KnowledgeGraph, problems: ProblemsByPath): readonly Diagnostic[] {
  const isRunLog = (graph.runLogs.get(entry.id) ?? []).some(({ path }) => path === entry.path);
  const ofFile = isRunLog ? [] : (problems.get(entry.path) ?? []);
  return sharesFile(entry, graph) ? ofFile.filter(({ line }) => line >= entry.line && line <= entry.lastLine) : ofFile;
}
