import type { APIRoute } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';
import { stateJson } from '#views/state-json.ts';

/** Where the research stands (contract "Published data"). */
export const GET: APIRoute = async () => {
  const { graph, href } = await getKnowledge();
  return Response.json(stateJson(graph, href));
};
