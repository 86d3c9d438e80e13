import type { APIRoute } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';
import { lineagesJson } from '#views/lineage/lineage-json.ts';

/** Every idea with what belongs to it, and what is missing. */
export const GET: APIRoute = () => {
  const { graph, href } = getKnowledge();
  return Response.json(lineagesJson(graph, href));
};
