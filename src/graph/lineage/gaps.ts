import type { KnowledgeGraph, Run } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId, RunId } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';
import { commitStarts } from './commit-starts.ts';
import { lineagesOf, type Lineages } from './lineage.ts';

/** What is missing between an idea and what is known of it (formats.md, "Lineage"; seed `research-program.md`, "REPORT" and "IDEATE"). */
export const gapSorts = [
  'idea without report',
  'report without run',
  'kept run without journal entry',
  'branch without idea',
  'slug of several ideas',
  'paper without insight',
] as const;
export type GapSort = (typeof gapSorts)[number];

export interface Gap {
  readonly sort: GapSort;
  /** What lacks something: an entry or a run; null where it is a slug. */
  readonly of: EntryId | RunId | null;
  /** The slug; empty where it is none. */
  readonly slug: string;
  /** What is there, and what is not, beyond what the sort says: `3 runs and no report`. May be empty. */
  readonly words: string;
}

const known = new WeakMap<KnowledgeGraph, readonly Gap[]>();

/**
 * All gaps, by sort, newest first, rows in file order. What a workspace does not keep at all is no gap: without a journal no row lacks an entry of it. Nor is it said what
 * entries lack that stands in others which are not published.
 */
export function gapsOf(graph: KnowledgeGraph): readonly Gap[] {
  const lineages = lineagesOf(graph);
  const isWhole = (kind: Kind): boolean => !graph.content.withheldKinds.includes(kind);
  const found = known.get(graph) ?? [
    ...(isWhole('report') ? ideasWithoutReport(graph, lineages) : []),
    ...reportsWithoutRun(graph),
    ...(isWhole('journal') ? runsWithoutJournal(graph, lineages) : []),
    ...branchesWithoutIdea(graph, lineages),
    ...sharedSlugs(lineages),
    ...(isWhole('journal') ? papersWithoutInsight(graph) : []),
  ];
  known.set(graph, found);
  return found;
}

/** Runs that have not ended need no report yet. */
function ideasWithoutReport({ runsById }: KnowledgeGraph, { all }: Lineages): Gap[] {
  return all.flatMap(({ idea, runs, reports }) => {
    if (reports.length > 0 || typeof idea.data['abandoned'] === 'string') return [];
    const ended = runs.filter(({ to }) => !['running', 'planned'].includes(runsById.get(to)?.run.status ?? '')).length;
    const words = `${ended === 1 ? '1 run' : `${ended} runs`} and no report`;
    return ended === 0 ? [] : [{ sort: 'idea without report', of: idea.id, slug: '', words }];
  });
}

/** A report may also name the commit of a row. */
function reportsWithoutRun(graph: KnowledgeGraph): Gap[] {
  if (graph.runsById.size === 0) return [];
  const rows = commitStarts(Array.from(graph.runsById.values(), ({ run }) => run.commit ?? ''));
  const namesRow = ({ data }: Entry): boolean => {
    const commits = Object.hasOwn(data, 'commits') ? data['commits'] : undefined;
    return Array.isArray(commits) && commits.some((commit) => typeof commit === 'string' && rows(commit));
  };
  return graph.entries.flatMap((entry) =>
    entry.kind !== 'report' || (graph.links.get(entry.id) ?? []).some(({ destination }) => destination.to === 'run') || namesRow(entry)
      ? []
      : [{ sort: 'report without run', of: entry.id, slug: '', words: '' }],
  );
}

/** A kept row is told of where a journal entry links to it, mentions its commit, or speaks of an idea that it belongs to. */
function runsWithoutJournal(graph: KnowledgeGraph, lineages: Lineages): Gap[] {
  const journal = graph.entries.filter(({ kind }) => kind === 'journal');
  if (journal.length === 0) return [];
  const ids = new Set(journal.map(({ id }) => id));
  const mentioned = commitStarts(
    journal.flatMap(({ mentions }) => mentions.filter(({ kind }) => kind === 'commit').map(({ text }) => text)),
  );
  const isToldOf = ({ id, commit }: Run): boolean =>
    (commit !== null && mentioned(commit)) ||
    (graph.backlinks.get(id) ?? []).some(({ from }) => ids.has(from)) ||
    lineages.around(id).some((lineage) => lineage.journal.some(({ to }) => to.kind === 'journal'));
  return [...graph.results.values()].flatMap(({ runs, nature }) =>
    nature.rows !== 'runs'
      ? []
      : runs
          .filter((run) => run.status === 'keep' && !isToldOf(run))
          .map((run): Gap => ({ sort: 'kept run without journal entry', of: run.id, slug: '', words: '' })),
  );
}

/** What was committed for an experiment in this workspace, of which it has no idea. A branch without commits of its own was just begun. */
function branchesWithoutIdea({ content }: KnowledgeGraph, { slugs, all }: Lineages): Gap[] {
  if (all.length === 0) return [];
  const own = (content.history?.commits ?? []).filter(({ slug, isInWorkspace }) => isInWorkspace && slugs.find(slug) === null);
  return Array.from(
    Map.groupBy(own, ({ slug }) => slug),
    ([slug, { length }]): Gap => ({
      sort: 'branch without idea',
      of: null,
      slug,
      words: `${length === 1 ? '1 commit' : `${length} commits`}, and no one idea of that name`,
    }),
  );
}

function sharedSlugs({ slugs }: Lineages): Gap[] {
  return Array.from(slugs.shared, ([slug, ideas]): Gap => {
    const titles = ideas.map(({ title }: Entry) => `“${title}”`).join(', ');
    return { sort: 'slug of several ideas', of: null, slug, words: `it could be ${titles}; nothing is joined by it` };
  });
}

function papersWithoutInsight(graph: KnowledgeGraph): Gap[] {
  const journal = new Set(graph.entries.filter(({ kind }) => kind === 'journal').map(({ id }) => id));
  if (journal.size === 0) return [];
  return graph.entries.flatMap(({ id, kind }) =>
    kind !== 'paper' || (graph.backlinks.get(id) ?? []).some(({ from }) => journal.has(from))
      ? []
      : [{ sort: 'paper without insight', of: id, slug: '', words: '' }],
  );
}
