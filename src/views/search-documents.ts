import type { Caveat, Finding } from '#graph/findings/finding.ts';
import { allFindings } from '#graph/findings/findings.ts';
import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import type { ArgumentMap } from '#schemas/argument-map.ts';
import type { Entry } from '#schemas/entry.ts';
import { isRealDate } from '#schemas/fields.ts';
import { openItemsKey } from '#schemas/open-items.ts';
import type { Job } from '#schemas/queue.ts';
import type { RunLog } from '#schemas/run-log.ts';
import type { SearchDocument } from '#search/search-document.ts';
import { stateOf } from './entries/entry-state.ts';
import { claimSource } from './findings/finding-evidence.ts';
import { shownCaveat } from './findings/shown-caveat.ts';
import { createHref } from './href.ts';
import { jobTitle } from './jobs-page.ts';
import { phraseText } from './results/judged/phrase.ts';
import { hasRunPage } from './results/run-address.ts';
import { shortened } from './shortened.ts';

/** What the index has elsewhere: as title, date and facets, and what was read off the text. */
const indexedElsewhere = new Set(['title', 'subject', 'date', 'tags', 'outcome', 'account', 'statements', openItemsKey]);

/** Addresses without base path: the reader's browser adds the one it was served from. */
const href = createHref({ base: '/', site: null, repository: null, folder: '' });

/**
 * What the search index holds: every entry, what stands outside the entries of each file, every finding, then every run that has a page of its own, in the
 * order of the graph. Facets are kind, tag, status (an idea's state, a report's outcome, a run's status, what a finding is and what speaks against it) and
 * year.
 *
 * @param body reads an entry's HTML; its links may still be symbolic, the index takes the text only
 */
export async function* searchDocuments(
  graph: KnowledgeGraph,
  body: (entry: Entry) => Promise<{ readonly html: string }>,
): AsyncGenerator<SearchDocument> {
  for (const entry of graph.entries) yield entryDocument(graph, entry, (await body(entry)).html);
  for (const { entry } of graph.wholeFiles.values()) {
    // What stands outside the entries: they have documents of their own.
    const { html } = await body(entry);
    if (html.trim() !== '') yield entryDocument(graph, entry, html);
  }
  for (const finding of allFindings(graph)) yield findingDocument(finding, graph);
  for (const { run, results } of graph.runsById.values()) {
    if (hasRunPage(graph, run.id)) yield runDocument(run, results, graph);
  }
  for (const { path, jobs } of graph.content.queues) for (const job of jobs) yield jobDocument(job, path);
}

function entryDocument(graph: KnowledgeGraph, entry: Entry, html: string): SearchDocument {
  return {
    url: href.entry(entry.id),
    title: entry.title,
    kind: entry.kind,
    tags: entry.tags,
    status: stateOf(entry, graph)?.word ?? null,
    date: entry.date,
    path: entry.path,
    facts: [
      ...factsOf(entry),
      ...(graph.runLogs.get(entry.id) ?? []).flatMap(eventsOf),
      ...(graph.argumentMaps.get(entry.id) ?? []).flatMap(claimsOf),
    ],
    html,
  };
}

/** What a result shows of a finding before it is opened. */
const longestTitle = 140;

/** What of the caveats is a status: what became of runs is theirs. */
const doubts: ReadonlySet<Caveat['why']> = new Set(['superseded', 'contradicted', 'invalid']);

/**
 * A finding is found where its entry states it, with what speaks against it. Neither its entry's title nor its evidence is part of it: whoever looks for
 * these finds the entry and the runs.
 */
function findingDocument(finding: Finding, graph: KnowledgeGraph): SearchDocument {
  const { entry, anchor, sort, text, caveats } = finding;
  const title = shortened(text.replaceAll('`', ''), longestTitle);
  return {
    url: href.entry(entry.id, anchor),
    title,
    kind: 'finding',
    tags: entry.tags,
    status: sort,
    caveats: [...new Set(caveats.flatMap(({ why }) => (doubts.has(why) ? [why] : [])))],
    date: entry.date,
    path: entry.path,
    facts: [
      ...caveats.map((caveat) => phraseText(shownCaveat(caveat, graph, href).reason)),
      ...(title.endsWith('…') ? [text] : []),
      ...(sort === 'claim' ? [`Source: ${phraseText(claimSource(finding, graph, href))}`] : []),
    ],
    html: '',
  };
}

function runDocument(run: Run, results: Results, graph: KnowledgeGraph): SearchDocument {
  const verdict = graph.judgements.get(results.table.id)?.byRun.get(run.id)?.verdict ?? null;
  const timeColumn = results.columns.find(({ role }) => role === 'time')?.name;
  const time = timeColumn === undefined ? '' : (run.cells[timeColumn] ?? '');
  return {
    url: href.run(run.id),
    title: [`Run ${String(run.ordinal)}`, run.description || run.commit].filter((part) => part !== '').join(': '),
    kind: 'run',
    tags: [],
    status: run.status,
    date: isRealDate(time) ? time : null,
    path: results.table.path,
    facts: [
      ...results.columns
        .map(({ name }) => ({ name, cell: run.cells[name] ?? '' }))
        .filter(({ cell }) => cell !== '')
        .map(({ name, cell }) => `${name}: ${cell}`),
      ...(verdict === null ? [] : [`Verdict: ${verdict}`]),
    ],
    html: '',
  };
}

/** A job is found where the page of all jobs shows it. */
function jobDocument(job: Job, path: string): SearchDocument {
  const expected = job.expectation === null ? [] : [`Expected: ${job.expectation}`];
  return {
    url: href.job(job.id),
    title: `Job ${job.number}: ${jobTitle(job)}`,
    kind: 'job',
    tags: [],
    status: job.state,
    date: job.ended ?? job.started ?? job.enqueued,
    path,
    facts: [...(job.question === null ? [job.label] : [job.question]), ...expected, `Command: ${job.command}`].filter(
      (fact) => fact !== '',
    ),
    html: '',
  };
}

/** What the picture and list of an argument map say. */
function claimsOf({ nodes }: ArgumentMap): string[] {
  return nodes.map(({ title, text, reason }) => [title, text.replaceAll('\n', ' '), reason ?? ''].filter((part) => part !== '').join(': '));
}

function factsOf(entry: Entry): string[] {
  return Object.entries(entry.data)
    .filter(([key]) => !indexedElsewhere.has(key))
    .flatMap(([key, value]) => lines(key, value));
}

/** Frontmatter as readable lines: `Kill if: …` for a value, the bare text for each item of a list. */
function lines(key: string, value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [`${label(key)}: ${value}`];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => (typeof item === 'string' ? [item] : lines(key, item)));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([inner, item]) => lines(`${key} ${inner}`, item));
  return [];
}

function label(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function eventsOf({ events }: RunLog): string[] {
  return events.map(({ action, description, fields, notes }) =>
    [`${action}: ${description}`, ...fields.map(({ key, value }) => `${key}: ${value}`), ...notes].join('. '),
  );
}
