import { bestSoFarCharts, bestSoFarTitle, type BestSoFarChart } from '#charts/best-so-far-chart.ts';
import type { ChartRun } from '#charts/best-so-far-data.ts';
import { tableSegment } from '#views/href.ts';
import { bestSoFarTables } from './best-so-far-tables.ts';
import { shownNoise, type ShownNoise } from './chart-noise.ts';
import { runLinkOf } from './chart-runs.ts';
import { tableDownloads } from '#views/results/downloads/download-links.ts';
import type { FigureInput } from './figure-input.ts';
import { chartWidths, type FigurePanel, type LegendItem, type ResultsFigure } from './figure.ts';
import { markItems } from './legend.ts';
import type { DescribedAxis } from './run-axes.ts';

/**
 * The best so far of a table, along each axis that it tells, with the noise behind it.
 *
 * @param axes which axes; the order of the file comes first
 * @returns null where no run has a value of the main metric
 */
export function bestSoFarFigure(
  { results, judgement, runs, graph, href }: FigureInput,
  axes: readonly DescribedAxis[],
): ResultsFigure | null {
  const { metric, best } = results;
  if (metric.name === null || !runs.some(({ value }) => value !== null)) return null;
  const id = `chart-${tableSegment(results.table.id)}-best`;
  const noise = shownNoise(judgement, results);
  const charts = bestSoFarCharts(
    {
      metric: metric.name,
      unit: metric.unit,
      direction: metric.direction,
      runs,
      noise: noise.drawn,
      stratum: results.stratum,
      bestLabel: best?.cells[metric.name]?.trim() ?? '',
      linkOf: runLinkOf(results, graph, href),
      remark: noise.remark,
    },
    axes,
  );
  return {
    id,
    title: bestSoFarTitle({ metric: metric.name, direction: metric.direction }),
    legend: legendOf(runs, noise, metric.direction !== null),
    panels: charts.flatMap((chart, index) => {
      const axis = axes[index];
      return axis === undefined ? [] : [panelOf(chart, axis, id)];
    }),
    summary: [charts[0]?.summary ?? '', noise.remark].filter((text) => text !== '').join(' '),
    data: { tables: bestSoFarTables(results, graph, href), downloads: tableDownloads(results, href) },
  };
}

function panelOf(chart: BestSoFarChart, { axis, name, remark }: DescribedAxis, id: string): FigurePanel {
  const wide = chart.draw({ id: `${id}-${axis.kind}-wide`, width: chartWidths.whole });
  const narrow = chart.draw({ id: `${id}-${axis.kind}-narrow`, width: chartWidths.narrow });
  const note = [remark, wide.note].filter((text) => text !== '').join(' ');
  return { key: axis.kind, label: name, wide: wide.svg, narrow: narrow.svg, note };
}

function legendOf(runs: readonly ChartRun[], { drawn, sigma }: ShownNoise, hasBest: boolean): LegendItem[] {
  return [
    ...(hasBest ? [{ sign: 'line', className: 'chart-best', label: 'best so far' } as const] : []),
    ...markItems(runs),
    ...(drawn === null || sigma === null
      ? []
      : [{ sign: 'band', className: drawn.isRough ? 'noise-band rough' : 'noise-band', label: `${drawn.label} (${sigma})` } as const]),
    ...(drawn === null || drawn.frontier.length === 0
      ? []
      : [{ sign: 'line', className: 'null-frontier', label: 'null frontier: best by luck alone in 19 of 20 tables' } as const]),
  ];
}
