import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Lineage } from '#graph/lineage/lineage.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Appearance } from '#schemas/history.ts';

/**
 * Why nobody can tell whether a prediction came before its result; null where it did: it stood in an earlier commit than the first report about it
 * and than the rows that check it. What is not committed yet is later than every commit.
 *
 * @param first the commit in which the prediction first stood; null where git does not have it
 * @param runs the rows that check it
 */
export function doubtOfIdea({ reports }: Lineage, first: Appearance | null, runs: readonly RunId[], graph: KnowledgeGraph): string | null {
  const { history } = graph.content;
  if (history === null) return 'outside git nobody can tell when it was written';
  if (first === null) return 'it is not committed yet, and there is a result';
  if (first.isEdge) return 'the history is cut off before it: fetch all of it to know';
  const results = [
    ...reports.flatMap(({ to }) => history.reports[to.path] ?? []),
    ...runs.flatMap((id) => {
      const found = graph.runsById.get(id);
      return found === undefined ? [] : (history.rows[found.results.table.path]?.[found.run.line] ?? []);
    }),
  ];
  const earliest = results.reduce<Appearance | null>((found, one) => (found === null || one.order < found.order ? one : found), null);
  if (earliest === null || earliest.order > first.order) return null;
  return earliest.commit === first.commit ? 'it first appears together with its result' : 'it was written after its result';
}
