import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { entryChanges, type EntryChange } from './entry-changes.ts';
import { findingChanges, type FindingChanges } from './finding-changes.ts';
import { ideaChanges, type IdeaChange } from './idea-changes.ts';
import { problemChanges, type ProblemChanges } from './problem-changes.ts';
import type { KnowledgeState } from './state.ts';
import { tableChanges, type TableChange } from './table-changes.ts';

/** What two states of a workspace differ in, as knowledge. */
export interface KnowledgeChanges {
  readonly entries: readonly EntryChange[];
  readonly tables: readonly TableChange[];
  readonly ideas: readonly IdeaChange[];
  readonly findings: FindingChanges;
  readonly problems: ProblemChanges;
  /** How many files would be published that are private at the base; nothing else tells of them. */
  readonly unveiled: number;
  /** In which state nobody can tell what must stay private, so that nothing was compared; null where that is known. */
  readonly unknownPrivacy: 'base' | 'now' | null;
}

/**
 * Compares two states of a workspace. Pure; the work grows with both of them, and with the length of what changed.
 *
 * @param renames by the path before: the path after, as git sees it
 * @param unveiled how many files are private only because they are at the base
 */
export function knowledgeChanges(
  before: KnowledgeState,
  after: KnowledgeState,
  renames: ReadonlyMap<string, string>,
  unveiled: number,
): KnowledgeChanges {
  const entries = entryChanges(before, after, renames);
  const allRenames = new Map(renames);
  for (const change of entries.changes) if (change.change === 'renamed') allRenames.set(change.before.path, change.after.path);
  return {
    entries: entries.changes,
    tables: tableChanges(before.graph, after.graph, allRenames),
    ideas: ideaChanges(before.graph, after.graph, entries.before),
    findings: findingChanges(before.graph, after.graph, entries.before),
    problems: problemChanges(before.diagnostics, after.diagnostics, allRenames),
    unveiled,
    unknownPrivacy: null,
  };
}

/** What is said where nobody can tell what must stay private: that, and nothing else. */
export function incomparable(unknownPrivacy: 'base' | 'now', problems: readonly Diagnostic[]): KnowledgeChanges {
  return {
    entries: [],
    tables: [],
    ideas: [],
    findings: { added: [], removed: [], superseded: [], contradicted: [] },
    problems: { added: problems, gone: 0 },
    unveiled: 0,
    unknownPrivacy,
  };
}

/** Whether a change touches no knowledge at all. */
export function isNothing({ entries, tables, ideas, findings, problems, unveiled, unknownPrivacy }: KnowledgeChanges): boolean {
  const { added, removed, superseded, contradicted } = findings;
  const lists = [entries, tables, ideas, added, removed, superseded, contradicted, problems.added];
  return problems.gone === 0 && unveiled === 0 && unknownPrivacy === null && lists.every(({ length }) => length === 0);
}
