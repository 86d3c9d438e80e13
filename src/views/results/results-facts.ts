import { betterButDiscarded } from '#graph/results/best-so-far.ts';
import { statuses, type KnowledgeGraph, type Results, type Run, type RunStatus } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { runAddress } from './run-address.ts';
import { shownStatus, statusWords } from './run-status.ts';

const mostNamed = 5;

export interface ResultsFact {
  readonly name: string;
  readonly value: string;
  /** The run that the fact is about. */
  readonly href: string | null;
}

/**
 * `23 kept, 102 discarded, 1 crashed`; empty where the table has no status column. Where a word that can mean something else stands for all runs of a
 * status, it is named: `71 kept (“ok”)`.
 */
export function countsText({ counts, runs }: Pick<Results, 'counts' | 'runs'>): string {
  const readings = readingsOf(runs);
  const parts = statuses.flatMap((status) =>
    counts[status] > 0
      ? [
          `${counts[status].toLocaleString('en-US')} ${statusWords[status]}${status === 'baseline' && counts[status] > 1 ? 's' : ''}${readings.get(status) ?? ''}`,
        ]
      : [],
  );
  return parts.length === 1 && counts.other > 0 ? '' : parts.join(', ');
}

/** By status: the one word that all of its runs have, where it needed to be read as that status. */
function readingsOf(runs: readonly Run[]): ReadonlyMap<RunStatus, string> {
  // A table can have a hundred thousand runs, and few words.
  const byWord = new Map<RunStatus, Map<string, Run>>();
  for (const run of runs) {
    const known = byWord.get(run.status);
    if (known === undefined) byWord.set(run.status, new Map([[run.rawStatus, run]]));
    else if (!known.has(run.rawStatus)) known.set(run.rawStatus, run);
  }
  return new Map(
    Array.from(byWord).flatMap(([status, words]) => {
      const [first, ...others] = words.values();
      const { raw = '', meaning = null } = (first === undefined ? null : shownStatus(first)) ?? {};
      return meaning === null || others.length > 0 ? [] : [[status, ` (“${raw}”)`] as const];
    }),
  );
}

/** How many rows a table has, and of what: a row of a curve is a step, one of a long-form table a measurement. */
export function rowsText({ nature, runs }: Results): string {
  switch (nature.rows) {
    case 'runs':
      return counted(runs.length, 'run', 'runs');
    case 'measurements':
      return counted(runs.length, 'measurement', 'measurements');
    case 'curve':
      return counted(runs.length, 'step', 'steps');
  }
}

/** What the direction of a metric rests on. */
export function directionText({ direction, directionSource, statedIn }: Results['metric']): string {
  switch (directionSource) {
    case 'declared':
      return `${direction ?? ''} is better, as ${statedIn === 'the table' ? 'the table itself' : 'program.md'} says`;
    case 'guessed':
      return `${direction ?? ''} is better, guessed from the name`;
    case 'unknown':
      return 'which way is better is unknown, so nothing is ranked; program.md can say it';
  }
}

/** What a reader should know before reading the rows: what they are, which columns say what, and for runs what they came to. */
export function resultsFacts(results: Results, graph: KnowledgeGraph, href: Href): ResultsFact[] {
  switch (results.nature.rows) {
    case 'runs':
      return [...runFacts(results, graph, href), ...roleFacts(results)];
    case 'measurements':
      return [...measurementFacts(results, results.nature.key, graph, href), ...roleFacts(results)];
    case 'curve':
      return [
        plain(
          'Rows',
          `${rowsText(results)} along ${results.nature.step}: a curve and not a list of runs, so none is counted or called best`,
        ),
        ...roleFacts(results),
      ];
  }
}

/** What a table of runs holds; what is best and how far that can be trusted is for `judged/`. */
function runFacts(results: Results, graph: KnowledgeGraph, href: Href): ResultsFact[] {
  const { metric, best } = results;
  const overlooked = betterButDiscarded(results);
  const [first] = overlooked;
  return [
    ...(best === null && metric.name !== null ? [plain('Metric', `${metric.name}: ${directionText(metric)}`)] : []),
    ...(first === undefined
      ? []
      : [{ name: 'Discarded though better', value: overlookedText(overlooked), href: runAddress(graph, href, first.id) }]),
  ];
}

/** A long-form table: its metrics one by one, those with a best first; nothing is compared between them. */
function measurementFacts({ facets, table, runs, nature }: Results, key: string, graph: KnowledgeGraph, href: Href): ResultsFact[] {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const ranked = facets.flatMap(({ name, direction, directionSource, best }) => {
    const run = best === null ? undefined : byId.get(best);
    return run === undefined || nature.rows !== 'measurements'
      ? []
      : [
          {
            name: `Best ${name}`,
            value: `${run.cells[nature.value]?.trim() ?? ''} in row ${run.ordinal} (${direction ?? ''} is better${directionSource === 'guessed' ? ', guessed from the name' : ''})`,
            href: runAddress(graph, href, run.id),
          },
        ];
  });
  const unnamed = ranked.length - mostNamed;
  return [
    plain(
      'Rows',
      `one measurement a row, of ${counted(facets.length, 'metric', 'metrics')} (column ${key}); values of different metrics are not compared`,
    ),
    ...ranked.slice(0, mostNamed),
    ...(unnamed > 0
      ? [plain('More', `${counted(unnamed, 'further metric has', 'further metrics have')} a best row in ${table.path}`)]
      : []),
  ];
}

/** Which columns were read as what, and whether somebody said so. */
function roleFacts({ columns }: Results): ResultsFact[] {
  const named = columns.filter(({ role }) => role !== 'parameter');
  const read = Array.from(
    Map.groupBy(named, ({ role }) => role),
    ([role, having]) => `${role}: ${having.map(({ name, roleSource }) => (roleSource === 'declared' ? name : `${name}*`)).join(', ')}`,
  );
  if (read.length === 0) return [];
  const guessed = named.some(({ roleSource }) => roleSource === 'guessed');
  return [plain('Columns read as', `${read.join(' · ')}${guessed ? ' (* guessed from name and content; program.md can say it)' : ''}`)];
}

function plain(name: string, value: string): ResultsFact {
  return { name, value, href: null };
}

function overlookedText(runs: readonly Run[]): string {
  return `${namesOf(runs)}: better than the best so far when recorded, but not kept, so not counted as best`;
}

/** `runs 1, 5, 9 and 3 more`. */
function namesOf(runs: readonly Run[]): string {
  const more = runs.length > mostNamed ? ` and ${runs.length - mostNamed} more` : '';
  return `${runs.length === 1 ? 'run' : 'runs'} ${runs
    .slice(0, mostNamed)
    .map((run) => run.ordinal)
    .join(', ')}${more}`;
}
