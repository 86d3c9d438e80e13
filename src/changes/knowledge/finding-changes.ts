import type { Caveat, Finding } from '#graph/findings/finding.ts';
import { allFindings } from '#graph/findings/findings.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';

/** A finding that another entry speaks against, and did not before. */
export interface DoubtedFinding {
  readonly finding: Finding;
  readonly by: EntryId;
}

/** All lists newest first. */
export interface FindingChanges {
  readonly added: readonly Finding[];
  readonly removed: readonly Finding[];
  readonly superseded: readonly DoubtedFinding[];
  readonly contradicted: readonly DoubtedFinding[];
}

/** @param known by the id an entry has now: the entry as it was */
export function findingChanges(before: KnowledgeGraph, after: KnowledgeGraph, known: ReadonlyMap<EntryId, Entry>): FindingChanges {
  const old = new Map<string, Finding>(allFindings(before).map((finding) => [finding.id, finding]));
  const idBefore = ({ entry, anchor }: Finding): string => `${known.get(entry.id)?.id ?? entry.id}#${anchor}`;
  const now = allFindings(after);
  const kept = new Set(now.map(idBefore));
  const doubted = (why: 'superseded' | 'contradicted'): DoubtedFinding[] =>
    now.flatMap((finding) => {
      const earlier = old.get(idBefore(finding));
      const had = new Set(earlier === undefined ? [] : byOf(earlier.caveats, why));
      // A new finding that is in doubt from the start takes nothing back.
      return earlier === undefined
        ? []
        : byOf(finding.caveats, why).flatMap((by) => (had.has(known.get(by)?.id ?? by) ? [] : [{ finding, by }]));
    });
  return {
    added: now.filter((finding) => !old.has(idBefore(finding))),
    removed: [...old.values()].filter(({ id }) => !kept.has(id)),
    superseded: doubted('superseded'),
    contradicted: doubted('contradicted'),
  };
}

function byOf(caveats: readonly Caveat[], why: 'superseded' | 'contradicted'): EntryId[] {
  return caveats.flatMap((caveat) => (caveat.why === why ? [caveat.by] : []));
}
