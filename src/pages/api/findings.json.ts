import type { APIRoute } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';
import { findingsJson } from '#views/findings/findings-json.ts';

/** Every finding with its evidence and caveats. */
export const GET: APIRoute = () => {
  const { graph, href } = getKnowledge();
  return Response.json(findingsJson(graph, href));
};
