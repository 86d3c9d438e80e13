import type { APIRoute } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';
import { atomFeed } from '#views/feed.ts';

export const GET: APIRoute = () => {
  const { graph, href } = getKnowledge();
  return new Response(atomFeed(graph, href), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
