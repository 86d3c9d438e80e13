import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId, RunId } from '#schemas/entry.ts';
import { commitIndex } from './commit-starts.ts';
import type { IdeaSlugs } from './idea-slugs.ts';
import { joinedById, withEvidence, type Ground, type Joined } from './grounds.ts';

/** Columns whose cells name an idea or its branch. */
const slugColumn = /^(?:idea|branch|slug|exp|experiment)$/i;
/** `exp/rotary` or `exp(rotary): …` in a cell: `lr·exp(decay·t)` is a formula. */
const slugInText = /\bexp(?:\/([\p{L}\p{N}][\p{L}\p{N}._/-]{0,199})|\(([\p{L}\p{N}][\p{L}\p{N}._/ -]{0,199})\):)/u;

/**
 * The runs of each idea, tables by path, rows in file order:
 *
 * - by slug: a column `idea`, `branch`, `slug` or `experiment` names it, or a cell says `exp/<slug>`;
 * - by commit: the row's commit is one of the idea's, be it written short. Each row has one commit, so several rows of one commit are all joined;
 * - by frontmatter: a report about the idea cites it, or the idea does.
 */
export function joinRuns(
  graph: KnowledgeGraph,
  slugs: IdeaSlugs,
  reports: ReadonlyMap<EntryId, readonly Joined<Entry>[]>,
): Map<EntryId, Joined<RunId>[]> {
  const joins = new Map<EntryId, Map<RunId, Ground[]>>();
  const commits = commitIndex(graph.content.history?.commits ?? [], slugs);
  const cited = citations(graph, reports);
  const isAsked = graph.entries.some(({ kind }) => kind === 'idea');
  for (const results of isAsked ? [...graph.results.values()].toSorted((a, b) => (a.table.path < b.table.path ? -1 : 1)) : []) {
    if (results.nature.rows === 'curve') continue;
    const columns = textColumns(results);
    for (const run of results.runs) {
      for (const { name, isSlug } of columns) {
        const slug = slugIn(run, name, isSlug);
        const idea = slug === null ? null : slugs.find(slug);
        if (idea !== null) withEvidence(joins, idea.id, run.id, { by: 'slug', words: `its "${name}" says ${slug ?? ''}` });
      }
      const commit = run.commit === null ? null : commits(run.commit);
      if (commit !== null) {
        const words = commit.by === 'subject' ? `says exp(${commit.slug})` : `is on exp/${commit.slug}`;
        withEvidence(joins, commit.idea.id, run.id, { by: 'commit', words: `commit ${commit.hash.slice(0, 7)} ${words}` });
      }
      for (const { idea, words } of cited.get(run.id) ?? []) withEvidence(joins, idea, run.id, { by: 'frontmatter', words });
    }
  }
  return joinedById(joins);
}

function textColumns({ columns }: Results): { readonly name: string; readonly isSlug: boolean }[] {
  return columns.flatMap(({ name, role }) => {
    const isSlug = slugColumn.test(name.trim());
    return isSlug || role === 'description' || role === 'id' ? [{ name, isSlug }] : [];
  });
}

function slugIn(run: Run, column: string, isSlug: boolean): string | null {
  const cell = run.cells[column] ?? '';
  const [, branch, subject] = cell.includes('exp') ? (slugInText.exec(cell) ?? []) : [];
  const named = (branch ?? subject)?.replace(/[._/ -]+$/, '') ?? null;
  return named ?? (isSlug && cell.trim() !== '' ? cell.trim() : null);
}

/** The ideas that cite a run in their frontmatter, or whose reports do. */
function citations(
  graph: KnowledgeGraph,
  reports: ReadonlyMap<EntryId, readonly Joined<Entry>[]>,
): Map<RunId, { readonly idea: EntryId; readonly words: string }[]> {
  const cited = new Map<RunId, { readonly idea: EntryId; readonly words: string }[]>();
  const add = (from: EntryId, idea: EntryId, words: string): void => {
    for (const { relation, destination } of graph.links.get(from) ?? []) {
      if (relation === 'body' || destination.to !== 'run') continue;
      cited.set(destination.id, [...(cited.get(destination.id) ?? []), { idea, words }]);
    }
  };
  for (const { id, kind } of graph.entries) if (kind === 'idea') add(id, id, 'the idea cites it');
  for (const [idea, joined] of reports) for (const { to } of joined) add(to.id, idea, `the report “${to.title}” cites it`);
  return cited;
}
