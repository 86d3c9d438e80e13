import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { allFindings } from '#graph/findings/findings.ts';
import { trackedItems } from '#graph/open/track-items.ts';
import { overdueEntries } from '#graph/overdue-entries.ts';
import { kindDescriptions, kinds, type Kind } from '#schemas/kinds.ts';
import { entryRow, type EntryRow } from './entries/entry-row.ts';
import type { Href } from './href.ts';
import { kindCounts } from './kind-counts.ts';
import { judgedTable } from './results/judged/judged-table.ts';
import type { ShownVerdict } from './results/judged/verdict.ts';
import { hasOpenItems } from './open/open-slices.ts';
import { mainResults } from './results/main-results.ts';
import { resultsChart, type ResultsChart } from './results/results-chart.ts';
import { sectionName, siteName } from './site-frame.ts';

/** A number worth a headline, as it stands in the table. */
export interface Headline {
  readonly label: string;
  readonly value: string;
  readonly unit: string | null;
  /** Which way is better, and who says so. */
  readonly note: string;
  readonly href: string;
  /** How far the number can be trusted; null for a baseline, which claims nothing. */
  readonly verdict: ShownVerdict | null;
}

export interface Figure {
  readonly label: string;
  readonly value: string;
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
  readonly figures: readonly Figure[];
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
      ...findingsFigure(graph, href),
      ...openFigure(graph, href),
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

/** The best value as it is written in the table, and how far it can be trusted. */
function headlineOf(results: Results, graph: KnowledgeGraph, href: Href): Headline | null {
  const best = judgedTable(results, graph, href)?.best ?? null;
  if (best === null) return null;
  const { metric } = results;
  return {
    label: `${best.label} so far`,
    value: best.value,
    unit: best.unit,
    note: `${metric.direction ?? ''} is better${metric.directionSource === 'guessed' ? ' (guessed)' : ''}${best.verdict === null ? ' · a baseline, which nothing has beaten' : ''}`,
    href: best.href,
    verdict: best.verdict,
  };
}

function findingsFigure(graph: KnowledgeGraph, href: Href): Figure[] {
  const count = allFindings(graph).length;
  return count === 0 ? [] : [{ label: 'Findings', value: thousands(count), note: 'with what they rest on', href: href.findings() }];
}

/** What is overdue is said even where nothing else is open. */
function openFigure(graph: KnowledgeGraph, href: Href): Figure[] {
  if (!hasOpenItems(graph)) return [];
  const open = trackedItems(graph).filter(({ fate }) => fate.is === 'open').length;
  const late = overdueEntries(graph).size;
  return [
    {
      label: 'Open',
      value: thousands(open),
      note: late === 0 ? 'steps, questions, blockers' : `${thousands(late)} overdue`,
      href: href.open(),
    },
  ];
}

function openOf(ideas: readonly EntryRow[]): EntryRow[] {
  return ideas.filter((row) => row.state?.tone === 'open');
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
