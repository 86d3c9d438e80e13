import type { Caveat } from '#graph/findings/finding.ts';
import { findingsByEntry } from '#graph/findings/findings.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import { shortDate } from '#views/date-text.ts';
import type { Href } from '#views/href.ts';
import { phrase, phraseText, type Phrase } from '#views/results/judged/phrase.ts';
import { runLinks } from '#views/results/judged/run-links.ts';

/** Why a finding may not hold, as pages show it. */
export interface ShownCaveat {
  readonly why: Caveat['why'];
  /** With the address of who says so. */
  readonly reason: Phrase;
  /** The reason in the words of who says so; null where they give none. */
  readonly quote: string | null;
}

export function shownCaveat(caveat: Caveat, graph: KnowledgeGraph, href: Href): ShownCaveat {
  switch (caveat.why) {
    case 'superseded':
      return { why: caveat.why, reason: phrase`Superseded by ${entryWords(caveat.by, graph, href)}`, quote: caveat.sentence };
    case 'contradicted':
      return { why: caveat.why, reason: phrase`Contradicted by ${entryWords(caveat.by, graph, href)}`, quote: caveat.sentence };
    case 'invalid':
      return { why: caveat.why, reason: phrase`The outcome is invalid, says ${entryWords(caveat.by, graph, href)}`, quote: null };
    case 'crashed':
    case 'not comparable':
      return { why: caveat.why, reason: runReason(caveat, graph, href), quote: null };
  }
}

function runReason({ why, runs, of }: Extract<Caveat, { runs: unknown }>, graph: KnowledgeGraph, href: Href): Phrase {
  const isOne = runs.length === 1;
  const verb = {
    crashed: 'crashed',
    'not comparable': `${isOne ? 'is' : 'are'} not comparable`,
  };
  const because = why === 'not comparable' ? ' with the latest runs: other evaluation files' : '';
  const named = runLinks(runs, graph, href);
  if (runs.length === of) return phrase`Rests on ${named}, which ${verb[why]}${because}`;
  return phrase`Of the ${of} runs that it rests on, ${named} ${verb[why]}${because}`;
}

function entryWords(id: EntryId, graph: KnowledgeGraph, href: Href): Phrase {
  const entry = graph.entriesById.get(id);
  const date = entry?.date ?? null;
  const link = { text: entry?.title ?? id, href: href.entry(id) };
  return date === null ? [link] : phrase`${link} (${shortDate(date).text})`;
}

/** The caveats of an entry's findings, by anchor; those without any are absent. */
export function caveatsByAnchor({ id }: Entry, graph: KnowledgeGraph, href: Href): ReadonlyMap<string, readonly ShownCaveat[]> {
  const findings = findingsByEntry(graph).get(id) ?? [];
  return new Map(
    findings.flatMap(({ anchor, caveats }) =>
      caveats.length === 0 ? [] : [[anchor, caveats.map((caveat) => shownCaveat(caveat, graph, href))] as const],
    ),
  );
}

/** A caveat of statements in an entry's text, which is shown above it. */
export interface DoubtedStatements {
  readonly caveat: ShownCaveat;
  /** Empty where all statements of the entry are meant. */
  readonly statements: readonly { readonly text: string; readonly anchor: string }[];
}

/** Each caveat once, with the statements of the text that it is about. Conclusions and failures have theirs beside them. */
export function doubtedStatements({ id }: Entry, graph: KnowledgeGraph, href: Href): DoubtedStatements[] {
  const statements = (findingsByEntry(graph).get(id) ?? []).filter(({ inFrontmatter }) => !inFrontmatter);
  const pairs = statements.flatMap(({ text, anchor, caveats }) =>
    caveats.map((caveat) => ({ caveat: shownCaveat(caveat, graph, href), statement: { text, anchor } })),
  );
  return [...Map.groupBy(pairs, ({ caveat }) => phraseText(caveat.reason)).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [{ caveat: first.caveat, statements: same.length === statements.length ? [] : same.map(({ statement }) => statement) }];
  });
}
