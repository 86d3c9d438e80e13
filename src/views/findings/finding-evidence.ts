import type { Finding } from '#graph/findings/finding.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import type { Href } from '#views/href.ts';
import { linkAddress } from '#views/link-address.ts';
import { paperAddress } from '#views/papers/paper-address.ts';
import { citedRun } from '#views/results/cited-run.ts';
import { joined, phrase, type Phrase, type PhrasePart } from '#views/results/judged/phrase.ts';
import { runAddress } from '#views/results/run-address.ts';
import { shortened } from '#views/shortened.ts';

/** More runs or commits than this are counted. */
const mostNamed = 4;
const longestName = 120;

/** What a finding rests on: runs with value and verdict, commits, papers, entries. Of a claim the papers are its source (`claimSource`). */
export function evidencePhrases({ sort, evidence }: Finding, graph: KnowledgeGraph, href: Href): Phrase[] {
  const { runs, commits, papers, entries } = evidence;
  const linked = entries.flatMap((id) => graph.entriesById.get(id) ?? []).filter(({ kind }) => sort !== 'claim' || kind !== 'paper');
  return [
    ...named(
      runs.map((id): Phrase => [{ text: citedRun(id, id, graph), href: runAddress(graph, href, id) }]),
      'runs',
    ),
    ...named(
      commits.map((text): Phrase => ['commit ', commitPart(text, href)]),
      'commits',
    ),
    ...(sort === 'claim' ? [] : named(paperPhrases(papers, linked, graph, href), 'papers')),
    ...named(
      linked.map((entry) => entryPhrase(entry, href)),
      'entries',
    ),
  ];
}

/** Whose claim it is: as its mark says, and the papers and addresses that it names, with what the workspace knows of their trust. */
export function claimSource({ source, addresses, evidence }: Finding, graph: KnowledgeGraph, href: Href): Phrase {
  const papers = evidence.entries.flatMap((id) => graph.entriesById.get(id) ?? []).filter(({ kind }) => kind === 'paper');
  const mentioned = evidence.papers.flatMap((text) => graph.papers(text) ?? []);
  const known = [...new Set([...papers, ...mentioned])];
  const named: Phrase[] = [
    ...(source === null ? [] : [[source]]),
    ...known.map((paper) => entryPhrase(paper, href)),
    ...paperPhrases(evidence.papers, known, graph, href),
    // A paper's address is the paper.
    ...(evidence.papers.length > 0 ? [] : addresses.map((address) => outside(shortened(address, longestName), address, graph, href))),
  ];
  if (named.length === 0) return ['not stated'];
  const trust = known.flatMap(trustOf);
  return trust.length === 0 ? joined(named, ', ') : phrase`${joined(named, ', ')} (${trust.join('; ')})`;
}

/** The seed's trust signals (`research-program.md`, "Research Epistemics"), in its order, as the paper states them. */
function trustOf({ data }: Entry): string[] {
  const trust = Object.hasOwn(data, 'trust') ? data['trust'] : undefined;
  if (typeof trust !== 'object' || trust === null) return [];
  return ['adoption', 'citations', 'code', 'author'].flatMap((key) => {
    const value: unknown = Object.hasOwn(trust, key) ? Reflect.get(trust, key) : undefined;
    return typeof value === 'string' ? [`${key}: ${value}`] : [];
  });
}

/** Papers that are mentioned and not among the entries. */
function paperPhrases(papers: readonly string[], entries: readonly Entry[], graph: KnowledgeGraph, href: Href): Phrase[] {
  return papers.flatMap((text): Phrase[] => {
    const known = graph.papers(text);
    if (known !== null) return entries.includes(known) ? [] : [entryPhrase(known, href)];
    return [outside(text, paperAddress(text), graph, href)];
  });
}

function outside(text: string, address: string | null, graph: KnowledgeGraph, href: Href): Phrase {
  const url = linkAddress({ to: 'outside', url: address }, graph, href);
  return [url === null ? text : { text, href: url }];
}

function entryPhrase({ id, title }: Entry, href: Href): Phrase {
  return [{ text: shortened(title, longestName), href: href.entry(id) }];
}

/** Of `187e419 - the split` the hash leads somewhere, and the words say what it was. */
function commitPart(text: string, href: Href): PhrasePart {
  const hash = /^[0-9a-f]{6,40}(?!\w)/i.exec(text)?.[0];
  const address = hash === undefined ? null : href.commit(hash);
  const shown = shortened(text, longestName);
  return address === null ? { code: shown } : { text: shown, href: address };
}

function named(phrases: readonly Phrase[], what: string): Phrase[] {
  const more = phrases.length - mostNamed;
  // One more takes no more room than the words that count it.
  return more <= 1 ? [...phrases] : [...phrases.slice(0, mostNamed), [`and ${more} more ${what}`]];
}
