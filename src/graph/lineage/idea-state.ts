import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { outcomes } from '#schemas/report.ts';
import type { Lineage } from './lineage.ts';

/** States of ideas, in the order in which a board lists them: what is open first. */
export const ideaStates = [
  ...(['running', 'queued', 'proposed'] as const),
  ...(['merged', 'supported', 'inconclusive', 'refuted', 'invalid', 'reported', 'abandoned'] as const),
];
export type IdeaState = (typeof ideaStates)[number];

export interface DerivedState {
  readonly state: IdeaState;
  /** What it follows from, as a sentence without its point: `the report “Rotary” says supported`. */
  readonly because: string;
}

/**
 * What has become of an idea (formats.md, "idea"): derived, never typed, but for `abandoned`.
 *
 * - abandoned: its frontmatter says so;
 * - merged: its newest report supports it, and the main branch has a commit of it;
 * - supported, inconclusive, refuted, invalid: the outcome of its newest report; reported where that has none;
 * - running: a job, a row or an experiment of it is under way, or runs, commits or a branch of its own are there and no report;
 * - queued: a job of it waits, or a row is planned.
 */
export function ideaState(lineage: Lineage, graph: KnowledgeGraph): DerivedState {
  if (typeof lineage.idea.data['abandoned'] === 'string') return { state: 'abandoned', because: 'its frontmatter says so' };
  return reported(lineage) ?? underWay(lineage, graph) ?? { state: 'proposed', because: 'nothing rests on it yet' };
}

function reported({ reports, branches, commits }: Lineage): DerivedState | null {
  const [report] = reports;
  if (report === undefined) return null;
  const outcome = outcomes.find((word) => word === report.to.data['outcome']);
  const says = `the report “${report.to.title}” says ${outcome ?? 'no outcome'}`;
  const onMain = commits.find(({ isOnMain }) => isOnMain);
  const merged = branches.find(({ isMerged }) => isMerged === true);
  if (outcome === 'supported' && (onMain !== undefined || merged !== undefined)) {
    const what = onMain === undefined ? `${merged?.name ?? ''} is merged` : `the main branch has its commit ${onMain.hash.slice(0, 7)}`;
    return { state: 'merged', because: `${says}, and ${what}` };
  }
  return { state: outcome ?? 'reported', because: says };
}

function underWay({ jobs, runs, experiments, commits, branches }: Lineage, graph: KnowledgeGraph): DerivedState | null {
  const job = (...states: readonly string[]): string | null => jobs.find(({ to }) => states.includes(to.state))?.to.number ?? null;
  const statuses = new Set(runs.map(({ to }) => graph.runsById.get(to)?.run.status));
  const running = job('running', 'paused');
  if (running !== null) return { state: 'running', because: `job ${running} is under way` };
  if (statuses.has('running')) return { state: 'running', because: 'a row of it is marked as running' };
  const waiting = job('queued', 'stashed');
  if (waiting !== null) return { state: 'queued', because: `job ${waiting} waits` };
  const recorded = runs.filter(({ to }) => graph.runsById.get(to)?.run.status !== 'planned').length;
  if (recorded > 0) return { state: 'running', because: `${recorded === 1 ? 'a run' : `${recorded} runs`} of it and no report` };
  if (statuses.has('planned')) return { state: 'queued', because: 'a row of it is planned' };
  const ended = job('succeeded');
  if (ended !== null) return { state: 'running', because: `job ${ended} has ended, and there is no report` };
  const [experiment] = experiments;
  if (experiment !== undefined) return { state: 'running', because: `the experiment “${experiment.to.title}” is about it` };
  if (commits.length > 0)
    return { state: 'running', because: `${commits.length === 1 ? 'a commit' : `${commits.length} commits`} of it and no report` };
  const branch = branches.find(({ isMerged }) => isMerged !== true);
  return branch === undefined ? null : { state: 'running', because: `the branch ${branch.name} was begun` };
}
