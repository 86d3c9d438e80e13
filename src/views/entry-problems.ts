import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { sharesFile } from './journal-neighbors.ts';

/** Diagnostics by the file they are in. */
export type ProblemsByPath = ReadonlyMap<string, readonly Diagnostic[]>;

/**
 * The diagnostics that an entry's page shows: those of its file, or of its own lines where the file holds several entries; for an
 * experiment also those of its run logs.
 */
export function entryProblems(entry: Entry, graph: KnowledgeGraph, problems: ProblemsByPath): readonly Diagnostic[] {
  const ofFile = problems.get(entry.path) ?? [];
  const own = sharesFile(entry, graph) ? ofFile.filter(({ line }) => line >= entry.line && line <= entry.lastLine) : ofFile;
  const ofLogs = (graph.runLogs.get(entry.id) ?? []).flatMap((log) => problems.get(log.path) ?? []);
  return [...own, ...ofLogs];
}
