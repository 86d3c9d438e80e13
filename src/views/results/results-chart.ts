import { bestSoFarChart, runMarks, type ChartRun, type RunMark } from '#charts/best-so-far-chart.ts';
import { baselinesOf } from '#graph/results/baselines.ts';
import { valueOf } from '#graph/results/best-so-far.ts';
import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { runAddress } from './run-address.ts';
import { markOf, markShape } from './run-status.ts';

export interface LegendItem {
  readonly mark: RunMark;
  readonly label: string;
  readonly shape: string;
  readonly filled: boolean;
}

/** The best-so-far chart of a table, drawn for a wide and for a narrow page; the style sheet shows one of them. */
export interface ResultsChart {
  readonly wide: string;
  readonly narrow: string;
  /** What the chart shows, in words. */
  readonly summary: string;
  readonly legend: readonly LegendItem[];
}

/** @returns null where no run has a value of the main metric */
export function resultsChart(results: Results, graph: KnowledgeGraph, href: Href): ResultsChart | null {
  const { metric, best } = results;
  if (metric.name === null || !results.runs.some((run) => valueOf(run, metric) !== null)) return null;
  const name = metric.name;
  const baselines = baselinesOf(results);
  const starting = new Set(baselines.source === 'first scored row' ? [] : baselines.runs);
  const runs = results.runs.map((run): ChartRun => ({
    ordinal: run.ordinal,
    value: valueOf(run, metric),
    mark: starting.has(run) ? 'baseline' : markOf(run.status),
    bestSoFar: run.bestSoFar,
    title: markTitle(run, name),
    href: runAddress(graph, href, run.id),
  }));
  const draw = (width: number, id: string) =>
    bestSoFarChart({
      id,
      metric: name,
      unit: metric.unit,
      direction: metric.direction,
      runs,
      bestLabel: best?.cells[name] ?? '',
      width,
    });
  const wide = draw(1080, `chart-${results.table.id}-wide`);
  return {
    wide: wide.svg,
    narrow: draw(360, `chart-${results.table.id}-narrow`).svg,
    summary: wide.summary,
    legend: runMarks
      .filter((mark) => runs.some((run) => run.mark === mark))
      .map((mark) => ({ mark, label: legendLabels[mark], ...markShape(mark) })),
  };
}

const legendLabels: Readonly<Record<RunMark, string>> = {
  baseline: 'baseline',
  kept: 'kept',
  discarded: 'discarded',
  crashed: 'crashed, at the edge',
  other: 'other',
};

function markTitle(run: Run, metric: string): string {
  const value = run.cells[metric]?.trim() ?? '';
  const status = run.rawStatus.trim();
  const head = [`Run ${run.ordinal}`, value, status].filter((part) => part !== '').join(' · ');
  return run.description === '' ? head : `${head}\n${run.description}`;
}
