import type { APIRoute, GetStaticPaths } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';
import { tableSegment } from '#views/href.ts';
import { tableFiles } from '#views/results/table-data.ts';

export const getStaticPaths = (() => {
  const { graph } = getKnowledge();
  return [...graph.results].flatMap(([id, results]) =>
    Array.from(tableFiles(results, graph).files, ([name, content]) => ({
      params: { table: tableSegment(id), file: name.replace(/\.json$/, '') },
      props: { content },
    })),
  );
}) satisfies GetStaticPaths;

/** One file of the compact form of a table. */
export const GET: APIRoute<{ content: string }> = ({ props }) =>
  new Response(props.content, { headers: { 'content-type': 'application/json' } });
