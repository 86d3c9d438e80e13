import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Href } from '#views/href.ts';
import { runAddress } from '#views/results/run-address.ts';
import { joined, phrase, type Phrase, type PhraseLink } from './phrase.ts';

/** More runs than this are counted, not listed, where a sentence names them. */
const mostNamed = 8;

/** `run 12`, leading to it. */
export function runLink(id: RunId, graph: KnowledgeGraph, href: Href, word: 'run' | 'Run' = 'run'): PhraseLink {
  return { text: `${word} ${ordinalOf(id)}`, href: runAddress(graph, href, id) };
}

/** `runs 1, 5 and 9`, `runs 1, 2, 3 and 40 more`, each leading to its run. */
export function runLinks(ids: readonly RunId[], graph: KnowledgeGraph, href: Href, most = mostNamed): Phrase {
  const [first] = ids;
  if (first === undefined) return ['no run'];
  if (ids.length === 1) return [runLink(first, graph, href)];
  const named = ids.slice(0, most).map((id): Phrase => [{ text: ordinalOf(id), href: runAddress(graph, href, id) }]);
  const more = ids.length - named.length;
  const last: Phrase = more > 0 ? [`${more.toLocaleString('en-US')} more`] : (named.pop() ?? []);
  return phrase`runs ${joined(named, ', ')} and ${last}`;
}

function ordinalOf(id: RunId): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
