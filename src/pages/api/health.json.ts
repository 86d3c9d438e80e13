import type { APIRoute } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';
import { healthJson } from '#views/health-page.ts';

export const GET: APIRoute = async () => {
  const { graph, diagnostics } = await getKnowledge();
  return new Response(healthJson(graph, diagnostics), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
