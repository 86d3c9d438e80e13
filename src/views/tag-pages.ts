import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Program } from '#schemas/program.ts';
import { seedTags } from '#schemas/program.ts';
import { counted, entryRow, type EntryGroup } from './entries/entry-row.ts';
import type { Href } from './href.ts';
import { sectionName } from './site-frame.ts';

export interface TagRow {
  readonly tag: string;
  readonly href: string;
  readonly count: number;
  /** What the vocabulary says about it; null where it says nothing. */
  readonly about: string | null;
}

export interface TagPage {
  readonly tag: string;
  readonly about: string | null;
  readonly count: string;
  readonly groups: readonly EntryGroup[];
  /** Search for everything with this tag. */
  readonly search: string;
}

const rowsPerKind = 100;

/** All tags in use, most used first. */
export function tagRows(graph: KnowledgeGraph, href: Href): TagRow[] {
  const about = descriptions(graph.content.program);
  return [...graph.tags]
    .map(([tag, entries]) => ({ tag, href: href.tag(tag), count: entries.length, about: about.get(tag) ?? null }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag, 'en'));
}

/** The entries with a tag, by kind, newest first. */
export function tagPage(tag: string, graph: KnowledgeGraph, href: Href): TagPage {
  const entries = graph.tags.get(tag) ?? [];
  const search = href.search({ tag });
  return {
    tag,
    about: descriptions(graph.content.program).get(tag) ?? null,
    count: counted(entries.length, 'entry', 'entries'),
    groups: [...Map.groupBy(entries, (entry) => entry.kind)].map(([kind, members]) => ({
      title: sectionName(kind),
      count: members.length,
      rows: members.slice(0, rowsPerKind).map((entry) => entryRow(entry, graph, href)),
      more: members.length > rowsPerKind ? search : null,
    })),
    search,
  };
}

function descriptions({ tags }: Partial<Program>): ReadonlyMap<string, string> {
  if (tags === undefined) return new Map(Object.entries(seedTags));
  return Array.isArray(tags) ? new Map() : new Map(Object.entries(tags));
}
