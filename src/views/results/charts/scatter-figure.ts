import type { ChartRun } from '#charts/best-so-far-data.ts';
import { scatterChart, type ScatterMetric, type ScatterRun } from '#charts/scatter-chart.ts';
import type { Results, Run } from '#graph/knowledge-graph.ts';
import { paretoFront } from '#statistics/pareto-front.ts';
import { counted } from '#views/entries/entry-row.ts';
import { tableSegment } from '#views/href.ts';
import { runAddress } from '#views/results/run-address.ts';
import { runLinkOf } from './chart-runs.ts';
import { tableDownloads } from '#views/results/downloads/download-links.ts';
import type { FigureInput } from './figure-input.ts';
import { cell, chartWidths, type DataTable, type ResultsFigure } from './figure.ts';
import { markItems } from './legend.ts';
import { secondMetric } from './second-metric.ts';

/** The front as a table: as long as it can be read. */
const mostRows = 100;

/**
 * The main metric against what it costs, or against another quality, with the Pareto front: the measured runs of the current evaluation, discarded
 * ones too, since what was given up for one metric may be best in the other.
 *
 * @returns null where there are no two metrics whose better direction is known
 */
export function scatterFigure(input: FigureInput): ResultsFigure | null {
  const { results, graph, href } = input;
  const { metric } = results;
  const second = secondMetric(results, graph.content.program);
  if (second === null || metric.name === null || metric.direction === null) return null;
  const main: ScatterMetric = { name: metric.name, unit: metric.unit, direction: metric.direction };
  const runs = scatterRuns(input.runs, results, second.name);
  const front = paretoFront(runs, { x: second.direction, y: main.direction });
  const frontRuns = front.flatMap((index) => results.runs[(runs[index]?.ordinal ?? 0) - 1] ?? []).reverse();
  if (frontRuns.length === 0) return null;

  const summary = summaryOf(runs.length, frontRuns, main, second);
  const id = `chart-${tableSegment(results.table.id)}-front`;
  const draw = scatterChart({ x: second, y: main, runs, front, linkOf: runLinkOf(results, graph, href), summary });
  const wide = draw({ id: `${id}-wide`, width: chartWidths.half });
  const narrow = draw({ id: `${id}-narrow`, width: chartWidths.narrow });
  return {
    id,
    title: `${main.name} against ${second.name}`,
    legend: [{ sign: 'line', className: 'pareto-front', label: 'Pareto front: no run is better in both' }, ...markItems(runs)],
    panels: [{ key: 'only', label: '', wide: wide.svg, narrow: narrow.svg, note: wide.note }],
    summary,
    data: { tables: [frontTable(frontRuns, input, main, second)], downloads: tableDownloads(results, href) },
  };
}

function scatterRuns(runs: readonly ChartRun[], results: Results, second: string): ScatterRun[] {
  return runs.flatMap(({ ordinal, mark, value, scored, stratum }): ScatterRun[] => {
    const other = results.runs[ordinal - 1]?.values[second] ?? null;
    return !scored || value === null || other === null || stratum !== results.stratum ? [] : [{ ordinal, mark, x: other, y: value }];
  });
}

/** @param front from the best value of the main metric to the worst */
function summaryOf(count: number, front: readonly Run[], main: ScatterMetric, second: ScatterMetric): string {
  const [first, last] = [front[0], front.at(-1)];
  const valuesOf = (run: Run | undefined): string =>
    run === undefined ? '' : `${valueText(run, main)} at ${valueText(run, second)} (run ${run.ordinal})`;
  const measured = `${counted(count, 'run has', 'runs have')} both ${main.name} (${main.direction} is better) and ${second.name} (${second.direction} is better).`;
  const ends =
    first === last
      ? `Run ${first?.ordinal ?? ''} is the best in both: ${valuesOf(first)}.`
      : `On the Pareto front ${front.length === 1 ? 'is' : 'are'} ${counted(front.length, 'run', 'runs')}, from ${valuesOf(first)} to ${valuesOf(last)}.`;
  return `${measured} ${ends} Each is one value: noise is not taken into account.`;
}

function valueText(run: Run, { name, unit }: ScatterMetric): string {
  const written = (run.cells[name] ?? '').trim();
  return unit === null || written.endsWith(unit) ? `${name} ${written}` : `${name} ${written} ${unit}`;
}

function frontTable(front: readonly Run[], { graph, href }: FigureInput, main: ScatterMetric, second: ScatterMetric): DataTable {
  const left = front.length - mostRows;
  return {
    caption:
      left > 0 ? `The first ${mostRows} of ${counted(front.length, 'run', 'runs')} on the Pareto front` : 'The runs on the Pareto front',
    columns: [
      { name: 'Run', numeric: false },
      { name: main.name, numeric: true },
      { name: second.name, numeric: true },
      { name: 'Status', numeric: false },
    ],
    rows: front
      .slice(0, mostRows)
      .map((run) => [
        cell(`Run ${run.ordinal}`, runAddress(graph, href, run.id)),
        cell((run.cells[main.name] ?? '').trim()),
        cell((run.cells[second.name] ?? '').trim()),
        cell(run.rawStatus.trim()),
      ]),
  };
}
