import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import type { EntrySince } from '#schemas/since.ts';
import { longDate, type ShownDate } from '#views/date-text.ts';
import { governanceOf, type Governance } from '#views/governance.ts';
import { earlierIdeas, type EarlierIdea } from '#views/ideas/earlier-ideas.ts';
import { ideaPredictions, type PredictionRow } from '#views/predictions/prediction-row.ts';
import { lineageStrips, type LineageStrips } from '#views/lineage/lineage-strip.ts';
import { backlinkRows, beyondLineage, mentionRows, type BacklinkRow, type Mentions } from './entry-connections.ts';
import { entryFacts, type Fact } from './entry-facts.ts';
import { capitalized, tagLinks, type TagLink } from './entry-row.ts';
import { stateOf, type State } from './entry-state.ts';
import type { Href } from '#views/href.ts';
import { neighbors, type Neighbors } from './journal-neighbors.ts';
import { caveatsByAnchor, doubtedStatements, type DoubtedStatements } from '#views/findings/shown-caveat.ts';
import {
  shownConclusions,
  shownFailure,
  shownSteps,
  type ShownConclusion,
  type ShownFailure,
  type ShownStep,
} from '#views/logs/log-findings.ts';
import { logMeasures, type LogMeasures } from '#views/logs/log-measures.ts';
import { progressFacts } from './progress-facts.ts';
import { sectionName } from '#views/site-frame.ts';
import { entryAnchor, wholeFileWords } from './whole-file-page.ts';

export interface ContentsItem {
  readonly text: string;
  readonly anchor: string;
  /** 1 for top headings, 2 for those below. */
  readonly depth: 1 | 2;
}

/** Everything on an entry's page but its body. */
export interface EntryPage {
  readonly title: string;
  /** `id` of the title; undefined where a heading of the body has it. */
  readonly anchor: string | undefined;
  readonly description: string;
  readonly kind: Kind;
  readonly kindName: string;
  readonly section: { readonly label: string; readonly href: string };
  readonly date: ShownDate | null;
  readonly state: State | null;
  /** What became of it since the base of a preview; null where nothing did, and in any other site. */
  readonly since: EntrySince | null;
  /** The rule that its file stands under; null where it may change freely. */
  readonly governance: Governance | null;
  readonly tags: readonly TagLink[];
  /** Names of keys that the file does not state. */
  readonly inferred: readonly string[];
  /** An idea's hypothesis: its point, in a sentence. */
  readonly hypothesis: string | null;
  readonly facts: readonly Fact[];
  readonly measures: LogMeasures | null;
  readonly conclusions: readonly ShownConclusion[];
  /** The place of the failure mode among the measures. */
  readonly failure: ShownFailure | null;
  /** What speaks against statements of the body. */
  readonly doubts: readonly DoubtedStatements[];
  readonly nextSteps: readonly ShownStep[];
  readonly contents: readonly ContentsItem[];
  readonly lineage: LineageStrips;
  /** What an idea and its jobs expected, and what came of it; empty for other kinds. */
  readonly predictions: readonly PredictionRow[];
  /** Earlier ideas that are like this one. */
  readonly earlier: readonly EarlierIdea[];
  readonly backlinks: readonly BacklinkRow[];
  readonly mentions: Mentions;
  readonly neighbors: Neighbors | null;
  /** The whole file, at this entry, where the file holds several. */
  readonly wholeFile: { readonly path: string; readonly words: string; readonly href: string } | null;
  readonly source: { readonly path: string; readonly href: string | null };
  readonly markdown: string;
  /** What is wrong with it, to be shown on it. */
  readonly problems: readonly Diagnostic[];
  readonly hasDiagram: boolean;
}

/** @param problems diagnostics of the entry's own lines */
export function entryPage(entry: Entry, graph: KnowledgeGraph, href: Href, problems: readonly Diagnostic[]): EntryPage {
  const hypothesis = textAt(entry, 'hypothesis');
  const facts = [...entryFacts(entry, graph, href), ...progressFacts(entry, graph)];
  const caveats = caveatsByAnchor(entry, graph, href);
  return {
    title: entry.title,
    anchor: entry.headings.some(({ anchor }) => anchor === entry.anchor) ? undefined : entry.anchor,
    description:
      hypothesis ?? (entry.excerpt === '' ? `${capitalized(kindDescriptions[entry.kind].singular)} at ${entry.path}` : entry.excerpt),
    kind: entry.kind,
    kindName: capitalized(kindDescriptions[entry.kind].singular),
    section: { label: sectionName(entry.kind), href: href.kind(entry.kind) },
    date: entry.date === null ? null : longDate(entry.date),
    state: stateOf(entry, graph),
    since: graph.since?.entries.get(entry.id) ?? null,
    governance: governanceOf(entry.path, graph, href),
    tags: tagLinks(entry.tags, href),
    inferred: entry.inferred,
    hypothesis,
    facts,
    measures: logMeasures(entry),
    conclusions: shownConclusions(entry, problems, caveats),
    failure: shownFailure(entry, caveats),
    doubts: doubtedStatements(entry, graph, href),
    nextSteps: shownSteps(entry),
    contents: contentsOf(entry),
    lineage: lineageStrips(entry.id, graph, href),
    predictions: ideaPredictions(entry.id, graph, href),
    earlier: earlierIdeas(entry.id, graph, href),
    backlinks: beyondLineage(entry, backlinkRows(entry.id, graph, href)),
    mentions: mentionRows(entry, graph, href, facts),
    neighbors: neighbors(entry, graph, href),
    wholeFile: wholeFileOf(entry, graph, href),
    source: { path: entry.path, href: href.source(entry.path, entry.line > 1 ? entry.line : undefined) },
    markdown: href.entryMarkdown(entry.id),
    problems,
    hasDiagram: entry.hasDiagram,
  };
}

/** Where an entry stands in the page of its whole file. */
function wholeFileOf(entry: Entry, graph: KnowledgeGraph, href: Href): EntryPage['wholeFile'] {
  const whole = graph.wholeFiles.get(entry.path)?.entry;
  if (whole === undefined || whole.id === entry.id) return null;
  return { path: entry.path, words: wholeFileWords(entry.kind), href: href.entry(whole.id, entryAnchor(entry)) };
}

/** Headings of the two top levels that the body has; none where there are fewer than three, which a reader sees at once. */
function contentsOf(entry: Entry): ContentsItem[] {
  const inBody = entry.headings.filter((heading) => !(heading.depth === 1 && heading.text === entry.title));
  const top = Math.min(...inBody.map((heading) => heading.depth));
  const items = inBody.flatMap(({ text, anchor, depth }): ContentsItem[] =>
    depth > top + 1 ? [] : [{ text, anchor, depth: depth === top ? 1 : 2 }],
  );
  return items.length < 3 ? [] : items;
}

function textAt(entry: Entry, key: string): string | null {
  const value = Object.hasOwn(entry.data, key) ? entry.data[key] : undefined;
  return typeof value === 'string' ? value : null;
}
