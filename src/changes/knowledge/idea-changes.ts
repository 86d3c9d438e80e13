import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { ideaState, type DerivedState, type IdeaState } from '#graph/lineage/idea-state.ts';
import { lineagesOf } from '#graph/lineage/lineage.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';

/** An idea of which something else has become. */
export interface IdeaChange extends DerivedState {
  readonly idea: Entry;
  /** Null for a new idea. */
  readonly before: IdeaState | null;
}

/**
 * Ideas whose state is another one, and new ones that are more than proposed; newest first.
 *
 * @param known by the id an entry has now: the entry as it was
 */
export function ideaChanges(before: KnowledgeGraph, after: KnowledgeGraph, known: ReadonlyMap<EntryId, Entry>): IdeaChange[] {
  return lineagesOf(after).all.flatMap((lineage): IdeaChange[] => {
    const old = known.get(lineage.idea.id);
    const lineageBefore = old === undefined ? null : lineagesOf(before).of(old.id);
    const stateBefore = lineageBefore === null ? null : ideaState(lineageBefore, before).state;
    const { state, because } = ideaState(lineage, after);
    if (state === (stateBefore ?? 'proposed')) return [];
    return [{ idea: lineage.idea, before: stateBefore, state, because }];
  });
}
