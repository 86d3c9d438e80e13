import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedPaths } from '#site/page-paths.ts';
import { getKnowledge } from '#site/knowledge.ts';
import { atomFeed } from '#views/feeds/atom-feed.ts';

export const getStaticPaths = feedPaths;

/** The newest entries of the site, of a kind or of a tag, as Atom. */
export const GET: APIRoute<InferGetStaticPropsType<typeof feedPaths>> = ({ props }) => {
  const { graph, href } = getKnowledge();
  return new Response(atomFeed(props.of, graph, href), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
