import type { Problem } from '#diagnostics/diagnostic.ts';
import type { ArgumentMap } from '#schemas/argument-map.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import type { RunLog } from '#schemas/run-log.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { collectBacklinks } from './links/backlinks.ts';
import type { KnowledgeGraph, ResolvedLink, Results, Run } from './knowledge-graph.ts';
import { indexLinks } from './links/link-index.ts';
import { createLinkResolver, type Resolution } from './links/resolve-link.ts';
import { judgeTables } from './judgement/judge-tables.ts';
import { buildResults } from './results/results.ts';

/** Decides on one link of an entry, by its index in the entry's links, once it is known where it would lead. */
export type SettleLink = (entry: Entry, index: number, found: Resolution) => Resolution;

const asFound: SettleLink = (_entry, _index, found) => found;

/**
 * Connects what was read: applies the roles of results tables, resolves every link and reference, gathers backlinks, run logs and tags, and judges
 * the results.
 *
 * Pure, and linear in the number of entries, links and rows. What cannot be resolved is in `problems`, without severity.
 *
 * @param settle has the last word on where each link leads, and whether that is a problem
 */
export function buildGraph(content: WorkspaceContent, settle: SettleLink = asFound): KnowledgeGraph {
  const entries = content.entries.toSorted(compareEntries);
  const results = new Map(content.tables.map((table) => [table.id, buildResults(table, content.program, content.evaluations)]));
  const index = indexLinks(content, [...results.values()]);
  const resolve = createLinkResolver(index);

  const links = new Map<EntryId, readonly ResolvedLink[]>();
  const problems: Problem[] = [];
  const wholeFiles = content.wholeFiles.map(({ entry }) => entry);
  for (const entry of [...entries, ...wholeFiles]) {
    const resolutions = entry.links.map((link, index) => settle(entry, index, resolve(entry, link)));
    links.set(
      entry.id,
      resolutions.map(({ link }) => link),
    );
    for (const { problem } of resolutions) if (problem) problems.push(problem);
  }

  const entriesById = new Map([...entries, ...wholeFiles].map((entry) => [entry.id, entry]));
  const backlinks = collectBacklinks([...entries, ...wholeFiles], links, index.papers);
  return {
    content,
    entries,
    entriesById,
    wholeFiles: new Map(content.wholeFiles.map((whole) => [whole.entry.path, whole])),
    results,
    judgements: judgeTables(results, content.program, { entriesById, links, backlinks }),
    runsById: runsById(results.values()),
    links,
    backlinks,
    papers: index.papers,
    runLogs: runLogsByExperiment(content.runLogs, index.paths.experimentOf),
    argumentMaps: mapsByEntry(content.argumentMaps, entries),
    tags: entriesByTag(entries),
    problems,
    since: null,
  };
}

/** Newest first, undated last; ties by id. Dates compare as text: a time is later than its bare day. */
function compareEntries(a: Entry, b: Entry): number {
  return compareText(comparableDate(b), comparableDate(a)) || compareText(a.id, b.id);
}

function comparableDate({ date }: Entry): string {
  return date?.replace(' ', 'T') ?? '';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function runsById(all: Iterable<Results>): KnowledgeGraph['runsById'] {
  const runs = new Map<Run['id'], { readonly run: Run; readonly results: Results }>();
  for (const results of all) for (const run of results.runs) runs.set(run.id, { run, results });
  return runs;
}

function runLogsByExperiment(runLogs: readonly RunLog[], experimentOf: (log: RunLog) => Entry | null): Map<EntryId, readonly RunLog[]> {
  const byExperiment = new Map<EntryId, RunLog[]>();
  for (const log of runLogs) {
    const experiment = experimentOf(log);
    if (!experiment) continue;
    const known = byExperiment.get(experiment.id);
    if (known) known.push(log);
    else byExperiment.set(experiment.id, [log]);
  }
  return byExperiment;
}

/** A map belongs to the one entry of the file that it names. */
function mapsByEntry(maps: readonly ArgumentMap[], entries: readonly Entry[]): Map<EntryId, readonly ArgumentMap[]> {
  const papers = new Map(entries.filter(({ kind }) => kind === 'paper').map(({ path, id }) => [path, id]));
  const byEntry = new Map<EntryId, ArgumentMap[]>();
  for (const map of maps) {
    const id = papers.get(map.paper);
    if (id !== undefined) byEntry.set(id, [...(byEntry.get(id) ?? []), map]);
  }
  return byEntry;
}

function entriesByTag(entries: readonly Entry[]): Map<string, readonly Entry[]> {
  const byTag = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const tag of new Set(entry.tags)) {
      const tagged = byTag.get(tag);
      if (tagged) tagged.push(entry);
      else byTag.set(tag, [entry]);
    }
  }
  return new Map([...byTag].sort(([a], [b]) => compareText(a, b)));
}
