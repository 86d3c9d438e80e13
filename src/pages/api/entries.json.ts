import type { APIRoute } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';
import { entriesJson } from '#views/entries-json.ts';

export const GET: APIRoute = () => {
  const { graph, href } = getKnowledge();
  return Response.json(entriesJson(graph, href));
};
