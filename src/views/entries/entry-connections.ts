import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId, Mention, RunId } from '#schemas/entry.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import type { Fact } from './entry-facts.ts';
import { capitalized } from './entry-row.ts';
import type { Href } from '#views/href.ts';
import { paperAddress } from '#views/papers/paper-address.ts';

/** A link seen from its target: who links here, and in which sentence. */
export interface BacklinkRow {
  readonly href: string;
  readonly title: string;
  readonly kind: Kind;
  readonly kindName: string;
  /** One for each sentence that links here; empty where frontmatter alone does. */
  readonly sentences: readonly string[];
  /** Frontmatter keys that link here: `idea`, `supersedes`. */
  readonly relations: readonly string[];
}

/** What a link in frontmatter says of the page that it leads to, by its key. */
const relationWords: Readonly<Record<string, string>> = {
  idea: 'about this idea',
  runs: 'rests on this run',
  supersedes: 'supersedes this',
  contradicts: 'contradicts this',
  references: 'refers to this',
  papers: 'refers to this',
};

/** The words for a frontmatter key that links here. */
export function relationText(relation: string): string {
  return Object.hasOwn(relationWords, relation) ? (relationWords[relation] ?? relation) : `as ${relation.replaceAll('_', ' ')}`;
}

/** A commit, file or paper that an entry mentions. */
export interface MentionRow {
  readonly text: string;
  readonly href: string | null;
}

export interface Mentions {
  readonly commits: readonly MentionRow[];
  readonly files: readonly MentionRow[];
  readonly papers: readonly MentionRow[];
}

/** Every entry that links here, once each, with its sentences. */
export function backlinkRows(id: EntryId | RunId, graph: KnowledgeGraph, href: Href): BacklinkRow[] {
  const bySource = Map.groupBy(graph.backlinks.get(id) ?? [], (backlink) => backlink.from);
  return [...bySource].flatMap(([from, backlinks]) => {
    const entry = graph.entriesById.get(from);
    if (entry === undefined) return [];
    const inBody = backlinks.filter((backlink) => backlink.relation === 'body');
    return {
      href: href.entry(from),
      title: entry.title,
      kind: entry.kind,
      kindName: capitalized(kindDescriptions[entry.kind].singular),
      // Of a paper whose text is not published there are none.
      sentences: [...new Set(inBody.map((backlink) => backlink.sentence))].filter((sentence) => sentence !== ''),
      relations: [...new Set(backlinks.filter((backlink) => backlink.relation !== 'body').map((backlink) => backlink.relation))],
    };
  });
}

/**
 * What an entry mentions, each thing once, in the order of the text.
 *
 * @param facts what the page shows already: a paper named there, with or without its version, is not shown again
 */
export function mentionRows(entry: Entry, graph: KnowledgeGraph, href: Href, facts: readonly Fact[]): Mentions {
  const values = facts.flatMap((fact) => fact.values);
  const shown = new Set(values.map(({ text }) => text));
  const linked = values.filter((value) => value.href !== null);
  const papers = new Set(linked.flatMap(({ text, href: address }) => [...paperIds(text), ...paperIds(address ?? '')]));
  const addresses = new Set(linked.map((value) => value.href));
  const of = (kind: Mention['kind'], address: (text: string) => string | null): MentionRow[] => {
    const texts = new Set(
      entry.mentions
        .filter((mention) => mention.kind === kind && !shown.has(mention.text) && graph.papers(mention.text)?.id !== entry.id)
        .map((mention) => mention.text),
    );
    return Array.from(texts, (text) => ({ text, href: address(text) }));
  };
  return {
    commits: of('commit', href.commit),
    files: of('file', (path) => href.repositoryFile(path)),
    papers: of('paper', (text) => knownPaper(text, graph, href) ?? paperAddress(text)).filter(
      (row) => !addresses.has(row.href) && !paperIds(row.text).some((id) => papers.has(id)),
    ),
  };
}

/** The papers that a reference names, in words or in an address: arXiv ids without version, DOIs. Linear in the text. */
function paperIds(text: string): string[] {
  const ids = text.matchAll(/(?<![\w.])\d{4}\.\d{4,5}(?!\d)|(?<![\w.])10\.\d{4,9}\/[^\s"'<>(){}[\],;]+/g);
  return Array.from(ids, ([id]) => id.replace(/\.+$/, '').toLowerCase());
}

/** The page of a paper that the workspace has; null for any other. */
function knownPaper(text: string, graph: KnowledgeGraph, href: Href): string | null {
  const paper = graph.papers(text);
  return paper === null ? null : href.entry(paper.id);
}

/** The backlinks that say more than the lineage of an idea, which shows every report and experiment that names it in its frontmatter. */
export function beyondLineage(entry: Entry, backlinks: readonly BacklinkRow[]): BacklinkRow[] {
  if (entry.kind !== 'idea') return [...backlinks];
  return backlinks.flatMap((row) => {
    if (row.kind !== 'report' && row.kind !== 'experiment') return [row];
    const relations = row.relations.filter((relation) => relation !== 'idea');
    return row.sentences.length + relations.length === 0 ? [] : [{ ...row, relations }];
  });
}
