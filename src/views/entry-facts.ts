import type { KnowledgeGraph, ResolvedLink } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { capitalized } from './entry-row.ts';
import type { Href } from './href.ts';
import { linkAddress } from './link-address.ts';
import { paperAddress } from './paper-address.ts';

/** One value of a fact, as a link where there is something to lead to. */
export interface FactValue {
  readonly text: string;
  readonly href: string | null;
  /** Whether it is a commit, path or number that is set in the code's letters. */
  readonly code: boolean;
}

/** A name and its values, from an entry's frontmatter. */
export interface Fact {
  readonly name: string;
  readonly values: readonly FactValue[];
}

/** Frontmatter keys that are shown as facts, with the words for them. What is shown elsewhere on the page (title, tags, conclusions) is not here. */
const names: Readonly<Record<string, string>> = {
  idea: 'Idea',
  metric: 'Metric',
  expected: 'Expected effect',
  min_effect: 'Smallest effect that matters',
  kill_if: 'Dropped if',
  seeds: 'Replicates',
  rating: 'Rating',
  abandoned: 'Abandoned because',
  runs: 'Runs',
  period: 'Period',
  phase: 'Phase',
  next_update: 'Next update',
  supersedes: 'Supersedes',
  contradicts: 'Contradicts',
  papers: 'Papers',
  references: 'References',
  related_files: 'Files',
  commits: 'Commits',
};

/** Keys that another part of the page shows. */
const shownElsewhere = new Set([
  'title',
  'subject',
  'date',
  'tags',
  'aliases',
  'hypothesis',
  'outcome',
  'metrics',
  'conclusions',
  'next_steps',
]);

/** What an entry's frontmatter states, in words and with links. Keys of plain pages, which are their own, are shown as written. */
export function entryFacts(entry: Entry, graph: KnowledgeGraph, href: Href): Fact[] {
  const links = graph.links.get(entry.id) ?? [];
  const keys = entry.kind === 'page' ? Object.keys(entry.data).filter((key) => !shownElsewhere.has(key)) : Object.keys(names);
  return keys.flatMap((key) => {
    const texts = Object.hasOwn(entry.data, key) ? textsOf(entry.data[key]) : [];
    const values = texts.map((text) => factValue(key, text, links, graph, href));
    return values.length === 0
      ? []
      : [{ name: Object.hasOwn(names, key) ? (names[key] ?? key) : capitalized(key.replaceAll('_', ' ')), values }];
  });
}

function factValue(key: string, text: string, links: readonly ResolvedLink[], graph: KnowledgeGraph, href: Href): FactValue {
  if (key === 'commits') return { text, href: href.commit(text), code: true };
  const link = links.find((candidate) => candidate.relation === key && candidate.sentence === text);
  if (link === undefined) return { text, href: /^https?:\/\/\S+$/i.test(text) ? text : null, code: false };
  const { destination } = link;
  // Files of the repository need not lie in the workspace, and papers lie outside.
  if (key === 'related_files' && (destination.to === 'nothing' || destination.to === 'outside'))
    return { text, href: href.repositoryFile(text), code: true };
  if (destination.to === 'outside' && destination.url === null) return { text, href: paperAddress(text), code: false };
  return {
    text: destination.to === 'entry' ? (graph.entriesById.get(destination.id)?.title ?? text) : text,
    href: linkAddress(destination, graph, href),
    code: destination.to === 'run' || destination.to === 'file',
  };
}

/** A value as texts: lists item by item, named values as `name: value`. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (isPeriod(value)) return [`${value.from} to ${value.to}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner).map((text) => `${name}: ${text}`));
}

function isPeriod(value: unknown): value is { from: string; to: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'from' in value &&
    'to' in value &&
    typeof value.from === 'string' &&
    typeof value.to === 'string'
  );
}
