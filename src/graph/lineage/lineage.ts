import type { Entry, EntryId, RunId } from '#schemas/entry.ts';
import type { ExperimentBranch, ExperimentCommit } from '#schemas/history.ts';
import type { Job } from '#schemas/queue.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Joined } from './grounds.ts';
import { ideaSlugs, type IdeaSlugs } from './idea-slugs.ts';
import { joinEntries } from './join-entries.ts';
import { joinJobs } from './join-jobs.ts';
import { joinRuns } from './join-runs.ts';

/** What belongs to one idea: idea → branch → runs → report → journal → commit. */
export interface Lineage {
  readonly idea: Entry;
  /** Usually one; an idea that was renamed may have several. */
  readonly branches: readonly ExperimentBranch[];
  /** Newest first. */
  readonly commits: readonly ExperimentCommit[];
  readonly jobs: readonly Joined<Job>[];
  /** Tables by path, rows in file order. */
  readonly runs: readonly Joined<RunId>[];
  /** Newest first, as the other entries are. */
  readonly reports: readonly Joined<Entry>[];
  readonly experiments: readonly Joined<Entry>[];
  /** Journal entries, logs and progress entries that speak of the idea, of its runs or of its reports. */
  readonly journal: readonly Joined<Entry>[];
}

export interface Lineages {
  /** One for each idea, newest first. */
  readonly all: readonly Lineage[];
  readonly of: (idea: EntryId) => Lineage | null;
  /** The ideas that an entry, or a run, belongs to; an idea belongs to itself. */
  readonly around: (id: EntryId | RunId) => readonly Lineage[];
  readonly slugs: IdeaSlugs;
}

const known = new WeakMap<KnowledgeGraph, Lineages>();

/** The lineage of every idea: pure, made once for a graph, linear in its entries, links, rows and commits. */
export function lineagesOf(graph: KnowledgeGraph): Lineages {
  const found = known.get(graph) ?? makeLineages(graph);
  known.set(graph, found);
  return found;
}

function makeLineages(graph: KnowledgeGraph): Lineages {
  const ideas = graph.entries.filter(({ kind }) => kind === 'idea');
  const slugs = ideaSlugs(ideas);
  const commits = Map.groupBy(graph.content.history?.commits ?? [], ({ slug }) => slugs.find(slug)?.id ?? null);
  const branches = Map.groupBy(graph.content.history?.branches ?? [], ({ slug }) => slugs.find(slug)?.id ?? null);
  const reports = joinEntries('report', graph, slugs);
  const experiments = joinEntries('experiment', graph, slugs);
  const runs = joinRuns(graph, slugs, reports);
  const jobs = joinJobs(graph, slugs);
  const soFar = { reports, runs, commits: graph.content.history?.commits ?? [] };
  const journal = (['journal', 'log', 'progress'] as const).map((kind) => joinEntries(kind, graph, slugs, soFar));

  const byIdea = new Map(
    ideas.map((idea): readonly [EntryId, Lineage] => [
      idea.id,
      {
        idea,
        branches: branches.get(idea.id) ?? [],
        commits: commits.get(idea.id) ?? [],
        jobs: jobs.get(idea.id) ?? [],
        runs: runs.get(idea.id) ?? [],
        reports: reports.get(idea.id) ?? [],
        experiments: experiments.get(idea.id) ?? [],
        journal: journal.flatMap((joined) => joined.get(idea.id) ?? []).toSorted((a, b) => newestFirst(a.to, b.to)),
      },
    ]),
  );
  const all = [...byIdea.values()];
  const around = new Map<EntryId | RunId, Lineage[]>();
  for (const lineage of all) {
    const members = [lineage.idea.id, ...lineage.runs.map(({ to }) => to), ...entriesOf(lineage).map(({ to }) => to.id)];
    for (const id of new Set(members)) {
      const known = around.get(id);
      if (known === undefined) around.set(id, [lineage]);
      else known.push(lineage);
    }
  }
  return { all, of: (idea) => byIdea.get(idea) ?? null, around: (id) => around.get(id) ?? [], slugs };
}

function entriesOf({ reports, experiments, journal }: Lineage): readonly Joined<Entry>[] {
  return [...reports, ...experiments, ...journal];
}

function newestFirst(a: Entry, b: Entry): number {
  const [first, second] = [a.date ?? '', b.date ?? ''];
  return first < second ? 1 : first > second ? -1 : a.id < b.id ? -1 : 1;
}
