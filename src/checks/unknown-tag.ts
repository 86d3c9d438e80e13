import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { suggest } from '#diagnostics/suggest.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { seedTags } from '#schemas/program.ts';
import { placeOf } from './places.ts';

/**
 * Advice for every tag outside the vocabulary of `program.md`. Without one the seed's nine tags count, and for logs only: they are
 * the categories of engineering logs, and other kinds never promised to use them.
 */
export function* unknownTag(graph: KnowledgeGraph): Generator<Problem> {
  const stated = graph.content.program.tags;
  const known = stated === undefined ? Object.keys(seedTags) : isList(stated) ? stated : Object.keys(stated);
  const vocabulary = new Set(known);
  for (const entry of graph.entries) {
    // The tags of program.md are the vocabulary itself.
    if (entry.path === 'program.md' || (stated === undefined && entry.kind !== 'log')) continue;
    for (const [index, tag] of entry.tags.entries()) {
      if (vocabulary.has(tag)) continue;
      yield problem('unknown-tag', placeOf(entry, `tags.${index}`), { tag, suggestion: suggest(tag, known), known });
    }
  }
}

/** `Array.isArray` does not narrow readonly unions. */
function isList(vocabulary: readonly string[] | Readonly<Record<string, string>>): vocabulary is readonly string[] {
  return Array.isArray(vocabulary);
}
