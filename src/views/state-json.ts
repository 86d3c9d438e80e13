import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { stateOf } from './entries/entry-state.ts';
import { tableSegment, type Href } from './href.ts';
import { shownSteps } from './logs/log-findings.ts';
import { mainResults } from './results/main-results.ts';
import { runAddress } from './results/run-address.ts';
import { isStated } from './site-frame.ts';
import { noiseJson, type NoiseJson } from './results/noise-json.ts';

/** The best run of a table, as it is written there. */
interface BestJson {
  readonly id: string;
  /** The cell of the main metric, as written. */
  readonly value: string;
  readonly number: number | null;
  readonly verdict: string | null;
  readonly url: string;
}

interface MetricJson {
  readonly name: string | null;
  readonly direction: string | null;
  readonly direction_source: string;
  readonly unit: string | null;
}

interface TableJson {
  readonly id: string;
  readonly path: string;
  /** What its rows are. */
  readonly rows_are: 'runs' | 'measurements' | 'curve';
  readonly rows: number;
  readonly metric: MetricJson;
  readonly best: BestJson | null;
  readonly noise: NoiseJson | null;
  /** The page, and the rows as JSON. */
  readonly url: string;
  readonly data: string;
}

/** `api/state.json`: where the research stands, for a program that starts here (contract "Published data"). */
export interface StateJson {
  readonly schema: 1;
  /** The day that ages count from; null where neither git nor the workspace states any. */
  readonly as_of: string | null;
  /** The main metric, and the table it is of; null where no table holds runs. */
  readonly metric: (MetricJson & { readonly table: string }) | null;
  readonly best: BestJson | null;
  /** Null where it is unknown. */
  readonly noise: NoiseJson | null;
  /** By path. */
  readonly tables: readonly TableJson[];
  /** Newest first. */
  readonly open_ideas: readonly { readonly id: string; readonly title: string; readonly date: string | null; readonly url: string }[];
  /** Of the newest entry first; what is ticked off is not here. */
  readonly next_steps: readonly { readonly text: string; readonly entry: string; readonly url: string }[];
}

export function stateJson(graph: KnowledgeGraph, href: Href): StateJson {
  const main = mainResults(graph);
  return {
    schema: 1,
    as_of: isStated(graph.content.asOf) ? graph.content.asOf : null,
    metric: main === null ? null : { ...metricJson(main), table: main.table.id },
    best: main === null ? null : bestJson(main, graph, href),
    noise: main === null ? null : tableNoise(main, graph),
    tables: [...graph.results.values()]
      .toSorted((a, b) => (a.table.path < b.table.path ? -1 : 1))
      .map((results) => ({
        id: results.table.id,
        path: results.table.path,
        rows_are: results.nature.rows,
        rows: results.runs.length,
        metric: metricJson(results),
        best: bestJson(results, graph, href),
        noise: tableNoise(results, graph),
        url: href.table(results.table.id),
        data: href.api(`runs/${tableSegment(results.table.id)}`),
      })),
    open_ideas: graph.entries
      .filter((entry) => entry.kind === 'idea' && stateOf(entry, graph)?.tone === 'open')
      .map(({ id, title, date }) => ({ id, title, date, url: href.entry(id) })),
    next_steps: graph.entries.flatMap((entry) =>
      shownSteps(entry)
        .filter(({ isDone }) => !isDone)
        .map(({ text }) => ({ text, entry: entry.id, url: href.entry(entry.id) })),
    ),
  };
}

function metricJson({ metric }: Results): MetricJson {
  return { name: metric.name, direction: metric.direction, direction_source: metric.directionSource, unit: metric.unit };
}

function tableNoise({ table }: Results, graph: KnowledgeGraph): NoiseJson | null {
  return noiseJson(graph.judgements.get(table.id)?.current?.noise ?? null);
}

function bestJson({ table, metric, best }: Results, graph: KnowledgeGraph, href: Href): BestJson | null {
  if (best === null || metric.name === null) return null;
  return {
    id: best.id,
    value: (best.cells[metric.name] ?? '').trim(),
    number: best.values[metric.name] ?? null,
    verdict: graph.judgements.get(table.id)?.byRun.get(best.id)?.verdict ?? null,
    url: runAddress(graph, href, best.id),
  };
}
