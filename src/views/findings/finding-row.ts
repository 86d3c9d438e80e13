import type { FindingSort } from '#graph/findings/entry-findings.ts';
import type { Finding } from '#graph/findings/finding.ts';
import type { Quality } from '#graph/findings/quality.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { shortDate, type ShownDate } from '#views/date-text.ts';
import { capitalized, tagLinks, type TagLink } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import type { Phrase } from '#views/results/judged/phrase.ts';
import { daysBetween } from '#graph/days-between.ts';
import { ageText } from '#views/age-text.ts';
import { shortened } from '#views/shortened.ts';
import { claimSource, evidencePhrases } from './finding-evidence.ts';
import { shownCaveat, type ShownCaveat } from './shown-caveat.ts';

/** A finding as the list of all shows it. */
export interface FindingRow {
  /** Its place on its entry's page. */
  readonly href: string;
  readonly text: string;
  readonly sort: FindingSort;
  readonly quality: Quality | null;
  readonly date: ShownDate | null;
  /** Null where it is not known: without a date, or without a day to count from. */
  readonly age: string | null;
  readonly metric: string | null;
  readonly tags: readonly TagLink[];
  readonly entry: { readonly title: string; readonly href: string; readonly kind: Kind; readonly kindName: string };
  /** Of a claim, whose it is and what speaks for trusting them; null for our own. */
  readonly source: Phrase | null;
  /** What it rests on, item by item. */
  readonly evidence: readonly Phrase[];
  /** What the evidence is called: that of the whole entry is not that of the sentence. */
  readonly evidenceName: string;
  readonly caveats: readonly ShownCaveat[];
}

/** A paragraph of a report can be long; its page has all of it. */
const longestText = 600;

export function findingRow(finding: Finding, graph: KnowledgeGraph, href: Href): FindingRow {
  const { entry, anchor, text, sort, quality, metric, evidence } = finding;
  const days = daysBetween(entry.date, graph.content.asOf);
  const kindName = kindDescriptions[entry.kind].singular;
  return {
    href: href.entry(entry.id, anchor),
    text: shortened(text, longestText),
    sort,
    quality,
    date: entry.date === null ? null : shortDate(entry.date),
    age: days === null ? null : ageText(days),
    metric,
    tags: tagLinks(entry.tags, href),
    entry: { title: entry.title, href: href.entry(entry.id), kind: entry.kind, kindName: capitalized(kindName) },
    source: sort === 'claim' ? claimSource(finding, graph, href) : null,
    evidence: evidencePhrases(finding, graph, href),
    evidenceName: evidence.namedBy === 'entry' ? `The ${kindName} rests on` : 'Evidence',
    caveats: finding.caveats.map((caveat) => shownCaveat(caveat, graph, href)),
  };
}
