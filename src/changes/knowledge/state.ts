import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { EntryId } from '#schemas/entry.ts';

/** A workspace at one time, as far as it may be published. */
export interface KnowledgeState {
  readonly graph: KnowledgeGraph;
  readonly diagnostics: readonly Diagnostic[];
  /** The source of each entry whose file is not the same in the other state, with line feeds. */
  readonly texts: ReadonlyMap<EntryId, string>;
}
