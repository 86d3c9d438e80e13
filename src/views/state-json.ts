import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { trackedItems } from '#graph/open/track-items.ts';
import { overdueEntries } from '#graph/overdue-entries.ts';
import type { OpenSort } from '#schemas/open-words.ts';
import { stateOf } from './entries/entry-state.ts';
import { tableSegment, type Href } from './href.ts';
import { itemAddress } from './open/open-rows.ts';
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

/** Something that is open, of the newest entry first; what is done is not here. */
interface OpenJson {
  /** `<entry id>#o-<8 hex>`: what other entries may link to. */
  readonly id: string;
  readonly text: string;
  readonly entry: string;
  /** Where it stands. */
  readonly url: string;
  /** Days since the same words first stood open; null where nobody knows. */
  readonly age_days: number | null;
  /** The entry that is about it; null where there is none. */
  readonly taken_up_by: string | null;
  /** The entry that replaces its own; null where there is none. */
  readonly superseded_by: string | null;
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
  readonly next_steps: readonly OpenJson[];
  /** Check boxes that are no next steps, and lists of what is to be done. */
  readonly tasks: readonly OpenJson[];
  readonly questions: readonly OpenJson[];
  readonly blockers: readonly OpenJson[];
  /** Success criteria. */
  readonly criteria: readonly OpenJson[];
  /** Progress entries whose next planned update has passed, with the day it was planned for. */
  readonly overdue: readonly { readonly entry: string; readonly due: string; readonly url: string }[];
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
    next_steps: openJson('step', graph, href),
    tasks: openJson('task', graph, href),
    questions: openJson('question', graph, href),
    blockers: openJson('blocker', graph, href),
    criteria: openJson('criterion', graph, href),
    overdue: Array.from(overdueEntries(graph), ([entry, due]) => ({ entry, due, url: href.entry(entry) })),
  };
}

/** What stands in several entries is listed at its newest. */
function openJson(sort: OpenSort, graph: KnowledgeGraph, href: Href): OpenJson[] {
  return trackedItems(graph).flatMap((tracked) => {
    const { id, item, entry, fate, ageDays, supersededBy } = tracked;
    if (item.sort !== sort || fate.is === 'done' || fate.is === 'repeated') return [];
    return {
      id,
      text: item.text,
      entry: entry.id,
      url: itemAddress(tracked, href),
      age_days: ageDays,
      taken_up_by: fate.is === 'taken up' ? fate.by : null,
      superseded_by: supersededBy,
    };
  });
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
