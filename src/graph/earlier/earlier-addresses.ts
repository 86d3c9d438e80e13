import type { Entry } from '#schemas/entry.ts';
import type { EarlierId } from '#schemas/workspace.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';

/** An alias that does not lead to the entry that states it, since something else has the name too. */
export interface TakenAlias {
  readonly entry: Entry;
  readonly alias: string;
  /** What has the name: an entry, or the page of a whole file. */
  readonly other: Entry;
}

interface EarlierAddresses {
  /** Each earlier id with the one thing that it leads on to, in the order of the ids. */
  readonly leading: readonly EarlierId[];
  readonly taken: readonly TakenAlias[];
}

const known = new WeakMap<KnowledgeGraph, EarlierAddresses>();

/**
 * The ids that lead on to what had them before. None that something has now; of those that several things had, none either, but that an entry's own word
 * counts more than git's.
 */
export function earlierAddresses(graph: KnowledgeGraph): EarlierAddresses {
  const made = known.get(graph) ?? findAddresses(graph);
  known.set(graph, made);
  return made;
}

function findAddresses({ content, entriesById, results }: KnowledgeGraph): EarlierAddresses {
  // Some file systems do not tell small letters from large ones, and pages are files.
  const present = new Set([...entriesById.keys(), ...Array.from(results.keys(), tableKey)].map((id) => id.toLowerCase()));
  const isThere = ({ of, to }: EarlierId): boolean => (of === 'entry' ? entriesById.has(to) : results.has(to));
  const claims = Map.groupBy(content.earlierIds.filter(isThere), ({ of, from }) => (of === 'entry' ? from : tableKey(from)).toLowerCase());
  const leading: EarlierId[] = [];
  const taken: TakenAlias[] = [];
  for (const [key, all] of claims) {
    const stated = all.filter(isAlias);
    taken.push(...stated.flatMap((claim) => takenBy(claim, stated, entriesById)));
    if (present.has(key)) continue;
    const counting = stated.length > 0 ? stated : all;
    const [first] = counting;
    if (first !== undefined && counting.every(({ to }) => to === first.to)) leading.push(first);
  }
  return { leading: leading.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)), taken };
}

type Alias = Extract<EarlierId, { of: 'entry' }> & { readonly alias: string };

function isAlias(claim: EarlierId): claim is Alias {
  return claim.of === 'entry' && claim.alias !== null;
}

/** Ids of tables hold no kind. */
function tableKey(id: string): string {
  return `table/${id}`;
}

/** What has the name of an alias beside the entry that states it: something that is called so now, or another alias. */
function takenBy({ from, to, alias }: Alias, stated: readonly Alias[], entriesById: KnowledgeGraph['entriesById']): TakenAlias[] {
  const rival = stated.find((claim) => claim.to !== to)?.to;
  const other = entriesById.get(from) ?? (rival === undefined ? undefined : entriesById.get(rival));
  const entry = entriesById.get(to);
  return entry === undefined || other === undefined ? [] : [{ entry, alias, other }];
}
