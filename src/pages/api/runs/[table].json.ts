import type { APIRoute, GetStaticPaths } from 'astro';
import type { Results } from '#graph/knowledge-graph.ts';
import { getKnowledge } from '#site/knowledge.ts';
import { tableSegment } from '#views/href.ts';
import { runsJson } from '#views/results/runs-json.ts';

export const getStaticPaths = (async () => {
  const { graph } = await getKnowledge();
  return [...graph.results].map(([id, results]) => ({ params: { table: tableSegment(id) }, props: { results } }));
}) satisfies GetStaticPaths;

/** One results table as JSON (contract "Published data"). */
export const GET: APIRoute<{ results: Results }> = async ({ props: { results } }) => {
  const { graph } = await getKnowledge();
  return new Response(runsJson(results, graph.judgements.get(results.table.id) ?? null), {
    headers: { 'content-type': 'application/json' },
  });
};
