import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { coverOf } from '#schemas/globs.ts';
import { placeOf } from './places.ts';

/** A glob under `publish: { exclude }` in `program.md` that fits nothing may be misspelt: then what it means is published. */
export function* unmatchedPublish({ entries, content }: KnowledgeGraph): Generator<Problem> {
  const program = entries.find(({ path }) => path === 'program.md');
  const globs = content.program.publish?.exclude ?? [];
  if (program === undefined || globs.length === 0) return;
  const paths = [...content.files, ...content.skipped, ...content.symbolicLinks].map(({ path }) => path).concat(content.assets);
  for (const [index, glob] of globs.entries()) {
    if (!paths.some(coverOf([glob]))) yield problem('unmatched-publish', placeOf(program, `publish.exclude.${index}`), { glob });
  }
}
