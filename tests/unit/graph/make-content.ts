import { anchorOf } from '#markdown/anchors.ts';
import type { Entry, EntryId, Heading, Link } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';
import type { Table } from '#schemas/results.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';

/** An entry at a path, with the id, stem and lineage key that its path gives; everything else is empty unless stated. */
export function makeEntry(kind: Kind, path: string, stated: Partial<Entry> = {}): Entry {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const id: EntryId = `${kind}/${stem.toLowerCase().replaceAll(/[_ ]/g, '-')}`;
  return {
    id,
    kind,
    title: stem,
    anchor: anchorOf(stated.title ?? stem),
    date: /^\d{4}-\d{2}-\d{2}/.exec(stem)?.[0] ?? null,
    tags: [],
    path,
    line: 1,
    lastLine: 9,
    lineageKey: stem.replace(/^\d{4}-\d{2}-\d{2}[_-]/, ''),
    aliases: [],
    excerpt: '',
    data: {},
    places: {},
    inferred: [],
    headings: [],
    links: [],
    mentions: [],
    hasDiagram: false,
    hasMath: false,
    words: 0,
    digest: path,
    part: 0,
    ...stated,
  };
}

export function makeLink(form: Link['form'], target: string, stated: Partial<Link> = {}): Link {
  return {
    form,
    target,
    fragment: null,
    label: target,
    relation: 'body',
    line: 3,
    column: 5,
    endColumn: 9,
    sentence: `See ${target}.`,
    ...stated,
  };
}

/** A reference in frontmatter. */
export function makeReference(relation: string, target: string): Link {
  return makeLink('frontmatter', target, { relation, sentence: target });
}

export function makeHeading(text: string, anchor: string): Heading {
  return { depth: 2, text, anchor, line: 5 };
}

/** A results table from its lines, the header first. */
export function makeTable(path: string, ...lines: readonly string[]): Table {
  const [columns = [], ...rows] = lines.map((line) => line.split('\t'));
  return {
    id: path.replace(/\.tsv$/, '').replaceAll('/', '-'),
    path,
    columns,
    headerLine: 1,
    notes: [],
    rows: rows.map((cells, index) => ({ ordinal: index + 1, line: index + 2, lastLine: index + 2, cells })),
  };
}

export function makeContent(stated: Partial<WorkspaceContent> = {}): WorkspaceContent {
  const { entries = [], tables = [] } = stated;
  const paths = new Set([...entries.map(({ path }) => path), ...tables.map(({ path }) => path)]);
  return {
    name: 'content',
    program: {},
    strict: false,
    asOf: '2026-01-01',
    entries,
    tables,
    runLogs: [],
    queues: [],
    argumentMaps: [],
    wholeFiles: [],
    files: [...paths].map((path) => ({ path, kind: 'page', entries: 1, rows: 0, events: 0, unaccounted: [] })),
    skipped: [],
    assets: [],
    evaluations: {},
    history: null,
    earlierIds: [],
    withheldKinds: [],
    symbolicLinks: [],
    problems: [],
    ...stated,
  };
}
