import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { lineagesOf, type Lineage } from '#graph/lineage/lineage.ts';
import type { Evidence } from '#graph/lineage/evidence.ts';
import { secondsBetween } from '#graph/run-logs/seconds-between.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Job } from '#schemas/queue.ts';

/**
 * The runs that an idea's prediction is checked by: those that its reports cite and its branch or commits made; where there are none of both, those
 * that its reports cite and no other idea made; else those that its branch or commits made. A report cites more than it tests: what it compares with.
 */
export function runsOfIdea(lineage: Lineage, graph: KnowledgeGraph): RunId[] {
  const { runs, idea } = lineage;
  const isMadeBy = (evidence: readonly Evidence[]): boolean => evidence.some(({ by }) => by === 'slug' || by === 'commit');
  const own = runs.filter(({ evidence }) => isMadeBy(evidence));
  const cited = runs.filter(({ evidence }) => evidence.some(({ by }) => by === 'frontmatter'));
  const both = own.filter((run) => cited.includes(run));
  const isAnothers = (id: RunId): boolean =>
    lineagesOf(graph)
      .around(id)
      .some((other) => other.idea.id !== idea.id && other.runs.some(({ to, evidence }) => to === id && isMadeBy(evidence)));
  const chosen = [both, cited.filter(({ to }) => !isAnothers(to)), own].find(({ length }) => length > 0) ?? [];
  return chosen.map(({ to }) => to);
}

/**
 * The runs of a job that has ended: the rows that were recorded while it ran, by the table's own times; else, where it is the only job of its idea
 * that expects anything, the runs of the idea.
 */
export function runsOfJob(job: Job, lineage: Lineage | null, graph: KnowledgeGraph): RunId[] {
  const timed = [...graph.results.values()].flatMap(({ columns, runs, nature }) => {
    const column = columns.find(({ role }) => role === 'time')?.name;
    if (column === undefined || nature.rows !== 'runs') return [];
    return runs.filter((run) => isBetween(job, (run.cells[column] ?? '').trim())).map(({ id }) => id);
  });
  if (timed.length > 0 || lineage === null) return timed;
  const expecting = lineage.jobs.filter(({ to }) => to.expectation !== null);
  return expecting.length === 1 ? runsOfIdea(lineage, graph) : [];
}

/** A row is appended when its run has ended: a few seconds later than the job itself at most. */
const slackSeconds = 60;

function isBetween({ started, ended }: Job, time: string): boolean {
  const [since, until] = [secondsBetween(started, time), secondsBetween(time, ended)];
  return since !== null && until !== null && since >= 0 && until >= -slackSeconds;
}
