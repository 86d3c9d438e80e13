import type { APIRoute, GetStaticPaths } from 'astro';
import type { Results } from '#graph/knowledge-graph.ts';
import { getKnowledge } from '#site/knowledge.ts';
import { tableSegment } from '#views/href.ts';
import { tableCsv } from '#views/results/table-csv.ts';

export const getStaticPaths = (async () => {
  const { graph } = await getKnowledge();
  return [...graph.results].map(([id, results]) => ({ params: { table: tableSegment(id) }, props: { results } }));
}) satisfies GetStaticPaths;

/** One results table as comma-separated values. */
export const GET: APIRoute<{ results: Results }> = ({ props }) =>
  new Response(tableCsv(props.results), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
