import type { EntryChange } from '#changes/knowledge/entry-changes.ts';
import type { DoubtedFinding } from '#changes/knowledge/finding-changes.ts';
import { isNothing, type KnowledgeChanges } from '#changes/knowledge/knowledge-changes.ts';
import { classOf } from '#diagnostics/catalogue.ts';
import type { Finding } from '#graph/findings/finding.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import { mostListed, type KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { priorKinds, similarEntries } from '#search/similar-entries.ts';
import type { Href } from '#views/href.ts';
import { cut, listed } from './bounded.ts';
import { headlineOf } from './headline.ts';
import { tableJson } from './table-changes-json.ts';

/** What was compared. */
export interface Compared {
  /** The base as it was named, and the commit at which the two part. */
  readonly ref: string;
  readonly base: string;
  /** The commit that the workspace stands at. */
  readonly head: string | null;
  /** Whether what was compared is what that commit holds. */
  readonly isCommitted: boolean;
}

type Json = KnowledgeChangesJson;

/**
 * `priors diff --format json`.
 *
 * @param graph the workspace as it is now
 * @param href makes addresses from the site's root: its base is `/`
 */
export function changesJson(changes: KnowledgeChanges, compared: Compared, graph: KnowledgeGraph, href: Href): Json {
  const { entries, tables, ideas, findings, problems } = changes;
  const metaMode = problems.added.filter(({ code }) => code === 'meta-mode');
  const vague = vagueConclusions(changes, graph, href);
  const similar = similarToNew(entries, graph, href);
  return {
    schema: 1,
    base: { ref: cut(compared.ref, 300), commit: compared.base },
    is_committed: compared.isCommitted,
    head: compared.head,
    headline: cut(headlineOf(changes, graph), 2000),
    is_change: !isNothing(changes),
    entries: listed(entries).map((change) => entryJson(change, href)),
    tables: listed(tables).map((table) => tableJson(table, graph, href)),
    ideas: listed(ideas).map(({ idea, before, state, because }) => ({
      ...linked(idea, href),
      before,
      after: state,
      because: cut(because, 2000),
    })),
    findings: {
      added: listed(findings.added).map((finding) => findingJson(finding, href)),
      removed: listed(findings.removed).map((finding) => ({ ...findingJson(finding, href), url: null })),
      superseded: listed(findings.superseded).map((doubted) => doubtedJson(doubted, graph, href)),
      contradicted: listed(findings.contradicted).map((doubted) => doubtedJson(doubted, graph, href)),
    },
    diagnostics: diagnosticsJson(problems),
    meta_mode: listed(metaMode.flatMap(({ names = [] }) => names.map((name) => cut(name, 4096)))),
    vague: listed(vague),
    similar: listed(similar),
    unveiled: changes.unveiled,
    beyond: {
      entries: beyond(entries),
      tables: beyond(tables),
      ideas: beyond(ideas),
      findings_added: beyond(findings.added),
      findings_removed: beyond(findings.removed),
      findings_superseded: beyond(findings.superseded),
      findings_contradicted: beyond(findings.contradicted),
      vague: beyond(vague),
      similar: beyond(similar),
    },
  };
}

/** What breaks something comes first. */
function diagnosticsJson({ added, gone }: KnowledgeChanges['problems']): Json['diagnostics'] {
  const ofSeverity = (wanted: string): number => added.filter(({ severity }) => severity === wanted).length;
  const first = added.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return {
    errors: ofSeverity('error'),
    warnings: ofSeverity('warning'),
    gone,
    new: listed(first).map(({ code, severity, path, line, column, message, hint }) => ({
      code,
      severity,
      path: cut(path, 4096),
      line,
      column,
      message: cut(message, 4000),
      hint: cut(hint, 4000),
      is_policy: classOf(code) === 'policy',
    })),
  };
}

function beyond({ length }: readonly unknown[]): number {
  return Math.max(0, length - mostListed);
}

function linked({ id, title }: Entry, href: Href): { id: string; title: string; url: string } {
  return { id: cut(id, 4096), title: cut(title, 1000), url: href.entry(id) };
}

function entryJson(change: EntryChange, href: Href): Json['entries'][number] {
  const of = (entry: Entry, was: Entry | null): Pick<Json['entries'][number], 'kind' | 'id' | 'title' | 'path' | 'was'> => ({
    kind: entry.kind,
    id: cut(entry.id, 4096),
    title: cut(entry.title, 1000),
    path: cut(entry.path, 4096),
    was: was === null ? null : { id: cut(was.id, 4096), path: cut(was.path, 4096) },
  });
  const noWords = { added: 0, removed: 0 };
  switch (change.change) {
    case 'added':
      return { change: 'added', ...of(change.after, null), url: href.entry(change.after.id), words: noWords };
    case 'removed':
      return { change: 'removed', ...of(change.before, null), url: null, words: noWords };
    case 'changed':
    case 'renamed': {
      const { before, after, words } = change;
      return {
        change: change.change,
        ...of(after, change.change === 'renamed' ? before : null),
        url: href.entry(after.id),
        words: { added: words.added, removed: words.removed },
      };
    }
  }
}

function findingJson({ id, text, entry, anchor }: Finding, href: Href): Json['findings']['added'][number] {
  return { id: cut(id, 4096), text: cut(text, 2000), url: href.entry(entry.id, anchor), entry: cut(entry.title, 1000) };
}

function doubtedJson({ finding, by }: DoubtedFinding, graph: KnowledgeGraph, href: Href): Json['findings']['superseded'][number] {
  const other = graph.entriesById.get(by);
  return { ...findingJson(finding, href), by: { id: cut(by, 4096), title: cut(other?.title ?? by, 1000), url: href.entry(by) } };
}

/** New advice about conclusions, with the entries that they stand in. */
function vagueConclusions({ problems }: KnowledgeChanges, graph: KnowledgeGraph, href: Href): Json['vague'] {
  const vague = problems.added.filter(({ code }) => code === 'vague-conclusion');
  if (vague.length === 0) return [];
  const byPath = Map.groupBy(graph.entries, ({ path }) => path);
  return vague.flatMap(({ path, line }) => {
    const entry = (byPath.get(path) ?? []).find((one) => one.line <= line && line <= one.lastLine);
    return entry === undefined ? [] : [{ ...linked(entry, href), line }];
  });
}

/** For each new idea the entries that were there before and are like it. */
function similarToNew(changes: readonly EntryChange[], graph: KnowledgeGraph, href: Href): Json['similar'] {
  const fresh = new Set<EntryId>(changes.flatMap((change) => (change.change === 'added' ? [change.after.id] : [])));
  if (fresh.size === 0) return [];
  const alike = similarEntries(graph, priorKinds);
  const names = (list: readonly string[], longest: number): string[] => list.slice(0, 20).map((name) => cut(name, longest));
  return graph.entries.flatMap((idea) => {
    const earlier = fresh.has(idea.id) ? (alike.get(idea.id) ?? []).filter(({ entry }) => !fresh.has(entry.id)) : [];
    if (earlier.length === 0) return [];
    return [
      {
        ...linked(idea, href),
        earlier: earlier.map(({ entry: other, tags, links, words }) => ({
          ...linked(other, href),
          tags: names(tags, 1000),
          links: names(links, 1000),
          words: names(words, 200),
        })),
      },
    ];
  });
}
