import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedPaths } from '#site/page-paths.ts';
import { getKnowledge } from '#site/knowledge.ts';
import { jsonFeed } from '#views/feeds/json-feed.ts';

export const getStaticPaths = feedPaths;

/** The newest entries of the site, of a kind or of a tag, as JSON Feed. */
export const GET: APIRoute<InferGetStaticPropsType<typeof feedPaths>> = ({ props }) => {
  const { graph, href } = getKnowledge();
  return Response.json(jsonFeed(props.of, graph, href), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
