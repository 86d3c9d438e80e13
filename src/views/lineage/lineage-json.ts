import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Ground, Joined } from '#graph/lineage/grounds.ts';
import { gapsOf } from '#graph/lineage/gaps.ts';
import { ideaState } from '#graph/lineage/idea-state.ts';
import { lineagesOf, type Lineage } from '#graph/lineage/lineage.ts';
import { similarIdeas } from '#search/similar-entries.ts';
import { daysBetween } from '#graph/days-between.ts';
import type { Href } from '#views/href.ts';
import { ratingOf } from '#views/ideas/ideas-board.ts';
import { isStated } from '#views/site-frame.ts';

interface JoinJson {
  readonly id: string;
  readonly evidence: readonly Ground[];
}

interface LineageJson {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly date: string | null;
  readonly age_days: number | null;
  readonly state: string;
  readonly because: string;
  readonly rating: number | null;
  readonly branches: readonly { readonly name: string; readonly head: string; readonly is_merged: boolean | null }[];
  readonly commits: readonly { readonly hash: string; readonly subject: string; readonly date: string; readonly is_on_main: boolean }[];
  readonly jobs: readonly JoinJson[];
  readonly experiments: readonly JoinJson[];
  readonly runs: readonly JoinJson[];
  readonly reports: readonly JoinJson[];
  readonly journal: readonly JoinJson[];
  /** Earlier ideas that share tags, links or title words. */
  readonly earlier: readonly string[];
}

/** `api/lineage.json`: every idea with all that belongs to it, and what is missing. */
export interface LineagesJson {
  readonly schema: 1;
  /** The day that ages count from; null where nothing states one. */
  readonly as_of: string | null;
  /** Whether git was read, and whether its beginning is missing. */
  readonly history: 'whole' | 'cut' | 'none';
  readonly ideas: readonly LineageJson[];
  readonly gaps: readonly { readonly sort: string; readonly of: string | null; readonly slug: string; readonly words: string }[];
}

export function lineagesJson(graph: KnowledgeGraph, href: Href): LineagesJson {
  const { history, asOf } = graph.content;
  const similar = similarIdeas(graph);
  return {
    schema: 1,
    as_of: isStated(asOf) ? asOf : null,
    history: history === null ? 'none' : history.isCut ? 'cut' : 'whole',
    ideas: lineagesOf(graph).all.map((lineage) => ({
      ...lineageJson(lineage, graph, href),
      earlier: (similar.get(lineage.idea.id) ?? []).map(({ entry }) => entry.id),
    })),
    gaps: gapsOf(graph).map(({ sort, of, slug, words }) => ({ sort, of, slug, words })),
  };
}

function lineageJson(lineage: Lineage, graph: KnowledgeGraph, href: Href): Omit<LineageJson, 'earlier'> {
  const { idea, branches, commits, jobs, experiments, runs, reports, journal } = lineage;
  const joined = <To>(all: readonly Joined<To>[], idOf: (to: To) => string): JoinJson[] =>
    all.map(({ to, evidence }) => ({ id: idOf(to), evidence }));
  const byId = ({ id }: { readonly id: string }): string => id;
  return {
    id: idea.id,
    title: idea.title,
    url: href.entry(idea.id),
    date: idea.date,
    age_days: daysBetween(idea.date, graph.content.asOf),
    ...ideaState(lineage, graph),
    rating: ratingOf(idea),
    branches: branches.map(({ name, head, isMerged }) => ({ name, head, is_merged: isMerged })),
    commits: commits.map(({ hash, subject, date, isOnMain }) => ({ hash, subject, date, is_on_main: isOnMain })),
    jobs: joined(jobs, byId),
    experiments: joined(experiments, byId),
    runs: joined(runs, (id) => id),
    reports: joined(reports, byId),
    journal: joined(journal, byId),
  };
}
