import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { makeContent } from '../make-content.ts';

/** The graph of progress entries, each given by its file's text; the day in its name is its date. */
export function progressGraph(files: Readonly<Record<string, readonly string[]>>): KnowledgeGraph {
  const entries = Object.entries(files).flatMap(
    ([name, lines]) => parseFile({ path: `progress/${name}.md`, text: lines.join('\n'), digest: name, problems: [] }).entries,
  );
  return buildGraph(makeContent({ entries }));
}
