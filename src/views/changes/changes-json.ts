import type { EntryChange } from '#changes/knowledge/entry-changes.ts';
import type { DoubtedFinding } from '#changes/knowledge/finding-changes.ts';
import { isNothing, type KnowledgeChanges } from '#changes/knowledge/knowledge-changes.ts';
import type { TableChange } from '#changes/knowledge/table-changes.ts';
import { classOf } from '#diagnostics/catalogue.ts';
import type { Finding } from '#graph/findings/finding.ts';
import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import { mostListed, type KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { priorKinds, similarEntries } from '#search/similar-entries.ts';
import type { Href } from '#views/href.ts';
import { runAddress } from '#views/results/run-address.ts';
import { headlineOf } from './headline.ts';

/** What was compared. */
export interface Compared {
  /** The base as it was named, and the commit at which the two part. */
  readonly ref: string;
  readonly base: string;
  /** The commit that the workspace stands at. */
  readonly head: string | null;
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
  const all = { entries: entries.map((change) => entryJson(change, href)), tables: tables.map((table) => tableJson(table, graph, href)) };
  const metaMode = problems.added.filter(({ code }) => code === 'meta-mode');
  return {
    schema: 1,
    base: { ref: compared.ref, commit: compared.base },
    head: compared.head,
    headline: cut(headlineOf(changes, graph), 2000),
    is_change: !isNothing(changes),
    entries: listed(all.entries),
    tables: listed(all.tables),
    ideas: listed(
      ideas.map(({ idea, before, state, because }) => ({ ...linked(idea, href), before, after: state, because: cut(because, 2000) })),
    ),
    findings: {
      added: listed(findings.added.map((finding) => findingJson(finding, href))),
      removed: listed(findings.removed.map((finding) => ({ ...findingJson(finding, href), url: null }))),
      superseded: listed(findings.superseded.map((doubted) => doubtedJson(doubted, graph, href))),
      contradicted: listed(findings.contradicted.map((doubted) => doubtedJson(doubted, graph, href))),
    },
    diagnostics: {
      errors: problems.added.filter(({ severity }) => severity === 'error').length,
      warnings: problems.added.filter(({ severity }) => severity === 'warning').length,
      gone: problems.gone,
      new: listed(
        problems.added
          // What breaks something comes first.
          .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
          .map(({ code, severity, path, line, column, message, hint }) => ({
            code,
            severity,
            path: cut(path, 4096),
            line,
            column,
            message: cut(message, 4000),
            hint: cut(hint, 4000),
            is_policy: classOf(code) === 'policy',
          })),
      ),
    },
    meta_mode: listed(metaMode.flatMap(({ names = [] }) => names.map((name) => cut(name, 4096)))),
    vague: listed(vagueConclusions(changes, graph, href)),
    similar: listed(similarToNew(entries, graph, href)),
    beyond: Math.max(0, all.entries.length - mostListed),
  };
}

function listed<Item>(items: readonly Item[]): Item[] {
  return items.slice(0, mostListed);
}

/** So many UTF-16 code units at most, as the schema counts them; no surrogate is left alone. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
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

function tableJson(
  { before, after, added, changed, removed, isNewBest }: TableChange,
  graph: KnowledgeGraph,
  href: Href,
): Json['tables'][number] {
  const results = after ?? before;
  const { name = null, direction = null, unit = null } = results?.metric ?? {};
  return {
    path: cut(results?.table.path ?? '', 4096),
    url: after === null ? null : href.table(after.table.id),
    metric: name === null ? null : cut(name, 200),
    direction,
    unit: unit === null ? null : cut(unit, 40),
    rows_are: results?.nature.rows ?? 'runs',
    added: added.length,
    changed: changed.length,
    removed,
    best: {
      before: before?.best ? { value: valueOf(before.best, before), verdict: null, runs: 0, url: null } : null,
      after: bestJson(after, graph, href),
      is_new: isNewBest,
    },
    runs: after === null ? [] : listed(added.map((run) => runJson(run, after, graph, href))),
  };
}

function bestJson(results: Results | null, graph: KnowledgeGraph, href: Href): Json['tables'][number]['best']['after'] {
  if (!results?.best) return null;
  const judgement = graph.judgements.get(results.table.id);
  const found = judgement?.byRun.get(results.best.id);
  const current = judgement?.current ?? null;
  return {
    value: valueOf(results.best, results),
    verdict: (current?.best === results.best.id ? current.bestVerdict : found?.verdict) ?? null,
    runs: found?.configuration?.runs.length ?? 1,
    url: runAddress(graph, href, results.best.id),
  };
}

function runJson(run: Run, results: Results, graph: KnowledgeGraph, href: Href): Json['tables'][number]['runs'][number] {
  return {
    id: cut(run.id, 4096),
    url: runAddress(graph, href, run.id),
    value: valueOf(run, results),
    status: cut(run.rawStatus, 200),
    verdict: graph.judgements.get(results.table.id)?.byRun.get(run.id)?.verdict ?? null,
    description: cut(run.description, 1000),
  };
}

/** The cell of the main metric as written. */
function valueOf(run: Run, { metric }: Results): string {
  return metric.name === null ? '' : cut((run.cells[metric.name] ?? '').trim(), 200);
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
