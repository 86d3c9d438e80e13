import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Lineage } from '#graph/lineage/lineage.ts';
import type { RunId } from '#schemas/entry.ts';
import { appearanceOfLine, type Appearance, type History } from '#schemas/history.ts';

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
  if (history.predictions === null) return 'what it said at first cannot be read from git';
  if (first === null) return 'it is not committed yet, and there is a result';
  if (first.isEdge) return 'the history is cut off before it: fetch all of it to know';
  const rows = runs.map((id) => commitOfRow(id, history, graph));
  if (rows.includes('unknown')) return 'nobody can tell when its rows were recorded';
  const results = [...reports.flatMap(({ to }) => history.reports[to.path] ?? []), ...rows.filter((row) => typeof row !== 'string')];
  const earliest = results.reduce<Appearance | null>((found, one) => (found === null || one.order < found.order ? one : found), null);
  if (earliest === null || earliest.order > first.order) return null;
  return earliest.commit === first.commit ? 'it first appears together with its result' : 'it was written after its result';
}

/** Of a table that git does not have, nobody knows. */
function commitOfRow(id: RunId, { tables }: History, { runsById }: KnowledgeGraph): Appearance | 'later' | 'unknown' {
  const found = runsById.get(id);
  const growth = found === undefined ? undefined : tables[found.results.table.path];
  return found === undefined || growth === undefined || growth.length === 0 ? 'unknown' : appearanceOfLine(growth, found.run.line);
}
