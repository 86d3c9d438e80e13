import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { earlierAddresses } from '#graph/earlier/earlier-addresses.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { placeOf } from './places.ts';

/** An alias that two entries state, or that is the name of another entry of the kind, leads to neither, or to that one. */
export function* takenAlias(graph: KnowledgeGraph): Generator<Problem> {
  for (const { entry, alias, other } of earlierAddresses(graph).taken)
    yield {
      ...problem('taken-alias', placeOf(entry, `aliases.${entry.aliases.indexOf(alias)}`), { alias, other: other.id }),
      names: [other.path],
    };
}
