import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId, RunId } from '#schemas/entry.ts';
import { isFindingAnchor } from '#schemas/finding-text.ts';
import type { StatedFinding } from './entry-findings.ts';
import type { Caveat, Finding } from './finding.ts';

/** What is known of a finding before its caveats are. */
type Judged = StatedFinding & Pick<Finding, 'evidence' | 'quality'>;

/** Why the findings of a workspace may not hold. */
export type CaveatsOf = (entry: Entry, finding: Judged) => Caveat[];

/** A reference that puts findings of an entry in doubt. */
interface Doubt {
  readonly caveat: Caveat;
  /** The finding or heading that is meant; null for the whole entry. */
  readonly fragment: string | null;
}

/**
 * Gathers the caveats of findings: that another entry supersedes or contradicts them, the report's outcome is invalid, or a run that they rest on crashed
 * or is not comparable. That a run was discarded is a decision, and makes nothing invalid. A reference with the anchor of a finding hits that finding, one with a heading what stands below it, and one
 * without either all findings of the entry; one to a file of dated sections all findings of the file.
 */
export function createCaveats(graph: KnowledgeGraph): CaveatsOf {
  const doubts = doubtsByEntry(graph);
  return (entry, finding) => [
    ...(doubts.get(entry.id) ?? []).flatMap(({ caveat, fragment }) =>
      fragment === null || isMeant(entry, finding, fragment) ? [caveat] : [],
    ),
    ...(entry.kind === 'report' && entry.data['outcome'] === 'invalid' ? [{ why: 'invalid', by: entry.id } as const] : []),
    ...runCaveats(finding, graph),
  ];
}

function doubtsByEntry(graph: KnowledgeGraph): ReadonlyMap<EntryId, readonly Doubt[]> {
  const doubts = new Map<EntryId, Doubt[]>();
  const sections = Map.groupBy(graph.entries, ({ path }) => path);
  const files = new Map(Array.from(graph.wholeFiles.values(), ({ entry }) => [entry.id, entry.path]));
  const whys = { supersedes: 'superseded', contradicts: 'contradicted' } as const;
  for (const [from, links] of graph.links) {
    for (const { relation, destination } of links) {
      if ((relation !== 'supersedes' && relation !== 'contradicts') || destination.to !== 'entry' || destination.id === from) continue;
      const path = files.get(destination.id);
      const ids = path === undefined ? [destination.id] : (sections.get(path) ?? []).map(({ id }) => id);
      const sentence = sentenceOf(destination.id, from, graph);
      for (const id of ids) {
        const doubt = { caveat: { why: whys[relation], by: from, sentence }, fragment: destination.fragment };
        const others = doubts.get(id);
        if (others) others.push(doubt);
        else doubts.set(id, [doubt]);
      }
    }
  }
  return doubts;
}

/** What the other entry says of this one in its text. */
function sentenceOf(of: EntryId, from: EntryId, { backlinks }: KnowledgeGraph): string | null {
  const said = backlinks.get(of)?.find((backlink) => backlink.from === from && backlink.relation === 'body')?.sentence ?? '';
  return said === '' ? null : said;
}

function isMeant({ headings, lastLine, anchor: title }: Entry, { anchor, line, inFrontmatter }: StatedFinding, fragment: string): boolean {
  if (isFindingAnchor(fragment)) return fragment === anchor;
  const index = headings.findIndex((heading) => heading.anchor === fragment);
  const heading = headings[index];
  if (heading === undefined) return fragment === title;
  const next = headings.slice(index + 1).find(({ depth }) => depth <= heading.depth);
  return !inFrontmatter && line >= heading.line && line < (next?.line ?? lastLine + 1);
}

type RunDoubt = 'crashed' | 'not comparable';

function runCaveats(finding: Judged, graph: KnowledgeGraph): Caveat[] {
  const { runs } = finding.evidence;
  const doubted = Map.groupBy(runs, (run) => runDoubt(run, graph));
  return [...doubted].flatMap(([why, ids]): Caveat[] =>
    why === null || (why === 'crashed' && !measuresItsRuns(finding)) ? [] : [{ why, runs: ids, of: runs.length }],
  );
}

/** Only a number read off a crashed run is in doubt: that the run crashed may be the very result. */
function measuresItsRuns({ sort, quality, evidence }: Judged): boolean {
  return evidence.namedBy === 'finding' && quality === 'quantified' && sort !== 'failure';
}

function runDoubt(id: RunId, { runsById, judgements }: KnowledgeGraph): RunDoubt | null {
  const found = runsById.get(id);
  if (found?.run.status === 'crash') return 'crashed';
  const verdict = found && (judgements.get(found.results.table.id)?.byRun.get(id)?.verdict ?? null);
  return verdict === 'not comparable' ? verdict : null;
}
