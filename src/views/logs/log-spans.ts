import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { knownName } from '#graph/run-logs/known-names.ts';
import type { EntryId } from '#schemas/entry.ts';
import type { Href } from '#views/href.ts';
import { runAddress } from '#views/results/run-address.ts';

/** A stretch of a run log's text; `href` where it names something that this workspace knows. */
export interface LogSpan {
  readonly text: string;
  readonly href: string | null;
}

/** What the names in the logs of one experiment lead to. */
export type AddressOf = (name: string) => string | null;

/** @param self the experiment whose page it is: its own name leads nowhere */
export function logAddresses(graph: KnowledgeGraph, href: Href, self: EntryId): AddressOf {
  return (name) => {
    const known = knownName(graph, name);
    switch (known?.is) {
      case 'run':
        return runAddress(graph, href, known.id);
      case 'experiment':
        return known.id === self ? null : href.entry(known.id);
      case 'folder':
        return href.source(known.path);
      case undefined:
        return null;
    }
  };
}

/** Longer words name nothing. */
const longestName = 160;

/** Parts a text at the names that lead somewhere. Linear in the text. */
export function logSpans(text: string, addressOf: AddressOf): LogSpan[] {
  const spans: LogSpan[] = [];
  let at = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_.=+-]*/gu)) {
    if (match[0].length > longestName) continue;
    const name = match[0].replace(/[.=+-]+$/, '');
    const href = addressOf(name);
    if (href === null) continue;
    if (match.index > at) spans.push({ text: text.slice(at, match.index), href: null });
    spans.push({ text: name, href });
    at = match.index + name.length;
  }
  if (at < text.length) spans.push({ text: text.slice(at), href: null });
  return spans;
}
