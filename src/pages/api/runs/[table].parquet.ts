import type { APIRoute, GetStaticPaths } from 'astro';
import type { Results } from '#graph/knowledge-graph.ts';
import { getKnowledge } from '#site/knowledge.ts';
import { tableSegment } from '#views/href.ts';
import { tableParquet } from '#views/results/table-parquet.ts';

export const getStaticPaths = (async () => {
  const { graph } = await getKnowledge();
  return [...graph.results].map(([id, results]) => ({ params: { table: tableSegment(id) }, props: { results } }));
}) satisfies GetStaticPaths;

/** One results table as a Parquet file. */
export const GET: APIRoute<{ results: Results }> = ({ props }) =>
  new Response(tableParquet(props.results), { headers: { 'content-type': 'application/vnd.apache.parquet' } });
