import type { APIRoute } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';
import { stateJson } from '#views/state-json.ts';

/** Where the research stands (contract "Published data"). */
export const GET: APIRoute = () => {
  const { graph, href } = getKnowledge();
  return Response.json(stateJson(graph, href));
};
