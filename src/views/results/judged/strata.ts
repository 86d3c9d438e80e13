import type { Judgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { joined, phrase, sentences, type Phrase } from './phrase.ts';
import { runLink } from './run-links.ts';

/** More changes than this are counted, not listed. */
const mostNamed = 5;

/** Says where the evaluation of a table changed, and which rows can be compared; null where it never did. */
export function strataText(results: Results, { strata, current }: Judgement, graph: KnowledgeGraph, href: Href): Phrase | null {
  if (strata.length < 2 || current === null) return null;
  const changes = results.runs.filter((run, index) => index > 0 && run.stratum !== results.runs[index - 1]?.stratum);
  const named = joined(
    changes.slice(0, mostNamed).map(({ id }): Phrase => [runLink(id, graph, href)]),
    ', ',
  );
  const more = changes.length > mostNamed ? ` and ${counted(changes.length - mostNamed, 'further time', 'further times')}` : '';
  const elsewhere = results.runs.length - current.runs;
  return sentences(
    phrase`The evaluation changed at ${named}${more}.`,
    phrase`Best, noise and verdict are of the ${counted(current.runs, 'run', 'runs')} that were evaluated as the last one was; the other ${elsewhere === 1 ? 'run is' : `${elsewhere.toLocaleString('en-US')} runs are`} not comparable.`,
  );
}
