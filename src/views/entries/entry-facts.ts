import type { KnowledgeGraph, ResolvedLink } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { openItemsKey } from '#schemas/open-items.ts';
import { capitalized } from './entry-row.ts';
import type { Href } from '#views/href.ts';
import { linkAddress } from '#views/link-address.ts';
import { paperAddress } from '#views/papers/paper-address.ts';
import { citedRun } from '#views/results/cited-run.ts';
import { referenceText } from './reference-text.ts';

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
  /** Whether its values are sentences, each on a line of its own. */
  readonly isLong: boolean;
  /** Whether it was read off the text. */
  readonly inferred: boolean;
}

/** Frontmatter keys that are shown as facts, with the words for them. What is shown elsewhere on the page (title, tags, conclusions) is not here. */
const names: Readonly<Record<string, string>> = {
  authors: 'Authors',
  year: 'Year',
  arxiv: 'arXiv',
  trust: 'Trust',
  status: 'Status',
  author: 'Author',
  owner: 'Owner',
  project: 'Project',
  priority: 'Priority',
  version: 'Version',
  source: 'Source',
  url: 'Link',
  branch: 'Branch',
  updated: 'Updated',
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
  days: 'Days',
  written_heading: 'In the file',
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
  openItemsKey,
]);

const longestInLine = 60;

/** What an entry's frontmatter states, in words and with links. Keys of plain pages, which are their own, are shown as written. */
export function entryFacts(entry: Entry, graph: KnowledgeGraph, href: Href): Fact[] {
  const keys = entry.kind === 'page' ? Object.keys(entry.data).filter((key) => !shownElsewhere.has(key)) : Object.keys(names);
  return factsOf(entry, keys, graph, href);
}

/** What an entry keeps of its heading beside title and date, for where its other facts are not shown. */
export function headingFacts(entry: Entry, graph: KnowledgeGraph, href: Href): Fact[] {
  return factsOf(entry, ['days', 'written_heading'], graph, href);
}

function factsOf(entry: Entry, keys: readonly string[], graph: KnowledgeGraph, href: Href): Fact[] {
  const links = graph.links.get(entry.id) ?? [];
  return keys.flatMap((key) => {
    const texts = Object.hasOwn(entry.data, key) ? textsOf(entry.data[key]) : [];
    const values = texts.map((text) => factValue(key, text, links, graph, href));
    return values.length === 0
      ? []
      : [
          {
            name: Object.hasOwn(names, key) ? (names[key] ?? key) : capitalized(key.replaceAll('_', ' ')),
            values,
            inferred: entry.inferred.includes(key),
            isLong: values.length > 1 && values.some((value) => value.text.length > longestInLine),
          },
        ];
  });
}

function factValue(key: string, text: string, links: readonly ResolvedLink[], graph: KnowledgeGraph, href: Href): FactValue {
  if (key === 'arxiv') return { text, href: paperAddress(`arXiv:${text.replace(/^arxiv:\s*/i, '')}`), code: false };
  if (key === 'commits') return { text, href: commitAddress(text, href), code: true };
  const link = links.find((candidate) => candidate.relation === key && candidate.sentence === text);
  if (link === undefined) return { text, href: /^https?:\/\/\S+$/i.test(text) ? text : null, code: false };
  const { destination } = link;
  // Files of the repository need not lie in the workspace, and papers lie outside.
  if (key === 'related_files' && (destination.to === 'nothing' || destination.to === 'outside'))
    return { text, href: href.repositoryFile(text), code: true };
  if (destination.to === 'outside') {
    const reference = referenceText(text);
    return { text: reference.text, href: destination.url ?? paperAddress(text) ?? reference.address, code: false };
  }
  return {
    text: factText(destination, text, graph),
    href: linkAddress(destination, graph, href),
    code: destination.to === 'file',
  };
}

function factText(destination: ResolvedLink['destination'], written: string, graph: KnowledgeGraph): string {
  if (destination.to === 'run') return citedRun(destination.id, written, graph);
  return destination.to === 'entry' ? (graph.entriesById.get(destination.id)?.title ?? written) : written;
}

/** Of `187e419 - the split` the commit; words such as `pending` lead nowhere. */
function commitAddress(text: string, href: Href): string | null {
  const hash = /^[0-9a-f]{6,40}(?!\w)/i.exec(text)?.[0];
  return hash === undefined ? null : href.commit(hash);
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
