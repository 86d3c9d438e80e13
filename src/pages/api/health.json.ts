import type { APIRoute } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';
import { healthJson } from '#views/health/health-page.ts';

export const GET: APIRoute = () => {
  const { graph, diagnostics, withheld } = getKnowledge();
  return new Response(healthJson(graph, diagnostics, withheld), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
