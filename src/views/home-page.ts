import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { kindDescriptions, kinds, type Kind } from '#schemas/kinds.ts';
import { entryRow, type EntryRow } from './entries/entry-row.ts';
import type { Href } from './href.ts';
import { kindCounts } from './kind-counts.ts';
import { resultsChart, type ResultsChart } from './results/results-chart.ts';
import { runAddress } from './results/run-address.ts';
import { sectionName, siteName } from './site-frame.ts';

/** A number worth a headline, as it stands in the table. */
export interface Headline {
  readonly label: string;
  readonly value: string;
  readonly unit: string | null;
  /** What the number rests on, and how far it can be trusted. */
  readonly note: string;
  readonly href: string;
}

export interface KindSummary {
  readonly kind: Kind;
  readonly name: string;
  readonly about: string;
  readonly count: number;
  readonly href: string;
}

/** The first page: what this is about, where it stands, what is new. Its size does not grow with the workspace. */
export interface HomePage {
  readonly name: string;
  /** `program.project`: the research in a sentence; null where no program says. */
  readonly project: string | null;
  readonly headline: Headline | null;
  readonly figures: readonly { readonly label: string; readonly value: string; readonly note: string; readonly href: string }[];
  /** The main table's best-so-far chart; null where there is none, or where it would have more marks than a first page should carry. */
  readonly chart: ResultsChart | null;
  readonly recent: readonly EntryRow[];
  readonly open: readonly EntryRow[];
  /** Ideas with a verdict, newest first. */
  readonly settled: readonly EntryRow[];
  readonly kinds: readonly KindSummary[];
  readonly program: { readonly title: string; readonly href: string } | null;
  readonly timeline: string;
  readonly ideas: string;
}

const recentRows = 8;
const openRows = 5;
const settledRows = 5;
/** A chart of more runs would weigh more than a first page should. */
const mostChartedRuns = 2000;

export function homePage(graph: KnowledgeGraph, href: Href): HomePage {
  const counts = kindCounts(graph);
  const program = graph.entries.find((entry) => entry.path === 'program.md');
  const main = mainResults(graph);
  const ideas = graph.entries.filter((entry) => entry.kind === 'idea').map((entry) => entryRow(entry, graph, href));
  return {
    name: siteName(graph),
    project: graph.content.program.project ?? null,
    headline: main === null ? null : headlineOf(main, graph, href),
    figures: [
      ...(main === null
        ? []
        : [{ label: 'Runs', value: thousands(main.runs.length), note: main.table.path, href: href.table(main.table.id) }]),
      ...(ideas.length === 0
        ? []
        : [
            {
              label: 'Open ideas',
              value: thousands(openOf(ideas).length),
              note: openOf(ideas).length === 0 ? 'all have a verdict' : 'waiting for a verdict',
              href: href.kind('idea'),
            },
          ]),
      ...(graph.entries.length === 0
        ? []
        : [{ label: 'Entries', value: thousands(graph.entries.length), note: 'in the timeline', href: href.timeline() }]),
    ],
    chart: main === null || main.runs.length > mostChartedRuns ? null : resultsChart(main, graph, href),
    recent: graph.entries
      .filter((entry) => entry.date !== null)
      .slice(0, recentRows)
      .map((entry) => entryRow(entry, graph, href)),
    open: openOf(ideas).slice(0, openRows),
    settled: ideas.filter((row) => row.state !== null && row.state.tone !== 'open').slice(0, settledRows),
    kinds: kinds.flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined
        ? []
        : [{ kind, name: sectionName(kind), about: kindDescriptions[kind].about, count, href: href.kind(kind) }];
    }),
    program: program === undefined ? null : { title: program.title, href: href.entry(program.id) },
    timeline: href.timeline(),
    ideas: href.kind('idea'),
  };
}

/** The table that the research is about: the first with the program's metric, else the one with most runs. */
function mainResults(graph: KnowledgeGraph): Results | null {
  const all = [...graph.results.values()].filter(({ runs, nature }) => runs.length > 0 && nature.rows === 'runs');
  const declared = graph.content.program.metric?.name;
  const withMetric = declared === undefined ? undefined : all.find((results) => results.metric.name === declared);
  return (
    withMetric ??
    all.reduce<Results | null>(
      (longest, results) => (longest === null || results.runs.length > longest.runs.length ? results : longest),
      null,
    )
  );
}

/** The best value as it is written in the table. Nothing says yet how much of it is noise, and the note says so. */
function headlineOf({ metric, best }: Results, graph: KnowledgeGraph, href: Href): Headline | null {
  const value = best === null || metric.name === null ? undefined : best.cells[metric.name];
  if (best === null || value === undefined) return null;
  const direction = `${metric.direction ?? ''} is better${metric.directionSource === 'guessed' ? ' (guessed)' : ''}`;
  return {
    label: `Best ${metric.name ?? ''} so far`,
    value: value.trim(),
    unit: metric.unit,
    note: `${direction} · noise unknown`,
    href: runAddress(graph, href, best.id),
  };
}

function openOf(ideas: readonly EntryRow[]): EntryRow[] {
  return ideas.filter((row) => row.state?.tone === 'open');
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
