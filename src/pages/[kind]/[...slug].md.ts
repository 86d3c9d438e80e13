import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { entryPaths } from '#site/page-paths.ts';
import { getKnowledge } from '#site/knowledge.ts';

export const getStaticPaths = entryPaths;

/** The Markdown of an entry, as it stands in its file, beside its page. */
export const GET: APIRoute<InferGetStaticPropsType<typeof entryPaths>> = async ({ props }) => {
  const { body } = getKnowledge();
  const { markdown } = await body(props.entry);
  return new Response(markdown, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
