import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';

/** Files that browsers show as pictures. Anything else of a workspace is linked in its repository and never published. */
const picture = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Whether a file of the workspace may stand below `/files/`. */
export function isPicture(path: string): boolean {
  return picture.test(path);
}

/** The files that the site publishes as they are: pictures that entries link to, and every results table. Sorted, each once. */
export function publishedFiles(graph: KnowledgeGraph): string[] {
  const paths = new Set(graph.content.tables.map((table) => table.path));
  for (const links of graph.links.values()) {
    for (const { destination } of links) {
      if (destination.to === 'file' && isPicture(destination.path)) paths.add(destination.path);
    }
  }
  return [...paths].sort();
}
