import { inferProgram, type InferredProgram } from '#adoption/infer-program.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { assemble } from '#ingest/assemble.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { mainResults } from '#views/results/main-results.ts';

/** Files of a workspace, each given by its lines. */
type Files = Readonly<Record<string, readonly string[]>>;

/** The graph of a workspace with these files, in a folder called `lab`. */
export function graphOf(files: Files): KnowledgeGraph {
  const parsed = Object.entries(files)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, lines]) => parseFile({ path, text: `${lines.join('\n')}\n`, digest: path, problems: [] }));
  const nothingElse = { name: 'lab', unreadable: [], skipped: [], assets: [], symbolicLinks: [], problems: [] };
  return buildGraph(assemble(nothingElse, parsed, null));
}

/** What is inferred from these files. */
export function inferFrom(files: Files, remote: string | null = null): InferredProgram {
  const graph = graphOf(files);
  const introductions = Object.entries(files)
    .filter(([path]) => /(?:^|\/)program\.md$|^README\.md$/.test(path))
    .map(([path, lines]) => ({ path, text: lines.join('\n') }))
    .toSorted((a, b) => Number(b.path === 'program.md') - Number(a.path === 'program.md'));
  return inferProgram({ graph, main: mainResults(graph), introductions, remote });
}
