import type { Configuration } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Href } from '#views/href.ts';
import type { Amounts } from './amounts.ts';
import type { Phrase, PhraseLink } from './phrase.ts';
import { runLink } from './run-links.ts';

/** A run of the same configuration. */
export interface Replicate {
  readonly run: PhraseLink;
  readonly isThis: boolean;
  /** The main metric, as written. */
  readonly value: string;
  readonly seed: string;
  /** Why it does not count among the fresh ones; null where it does. */
  readonly note: string | null;
}

/** All runs of one configuration, and what they come to. */
export interface ReplicateList {
  readonly summary: Phrase;
  readonly rows: readonly Replicate[];
  /** How many runs are left out. */
  readonly more: number;
  readonly metric: string;
  readonly hasSeeds: boolean;
}

/** Every run of a configuration has such a list on its page: it must not grow with the table. */
const mostRows = 20;

/** @returns null for a run that nothing repeats */
export function replicateList(
  id: RunId,
  configuration: Configuration | null,
  results: Results,
  amounts: Amounts,
  isBaseline: boolean,
  graph: KnowledgeGraph,
  href: Href,
): ReplicateList | null {
  const metric = results.metric.name;
  if (configuration === null || configuration.runs.length < 2 || metric === null) return null;
  const { runs, first, mean, interval, n } = configuration;
  // Those among the rows shown are among the first of them.
  const replicates = new Set(configuration.replicates.slice(0, mostRows));
  const seedColumn = results.columns.find(({ role }) => role === 'seed')?.name;
  const rows = runs.slice(0, mostRows).map((run): Replicate => {
    const cells = graph.runsById.get(run)?.run.cells ?? {};
    return {
      run: runLink(run, graph, href),
      isThis: run === id,
      value: (cells[metric] ?? '').trim(),
      seed: seedColumn === undefined ? '' : (cells[seedColumn] ?? '').trim(),
      note: !replicates.has(run)
        ? 'repeats a seed: does not count'
        : run === first && !isBaseline
          ? 'the first: was chosen, does not count'
          : null,
    };
  });
  const over =
    interval === null
      ? ''
      : ` (95 % interval ${amounts.value(Math.min(interval.low, interval.high))} to ${amounts.value(Math.max(interval.low, interval.high))})`;
  const what = isBaseline ? 'baselines' : n === 1 ? 'run' : 'fresh replicates';
  return {
    summary: [`Mean of ${n === 1 ? 'one' : n.toLocaleString('en-US')} ${n === 1 ? 'run' : what}: ${amounts.value(mean)}${over}.`],
    rows,
    more: runs.length - rows.length,
    metric,
    hasSeeds: seedColumn !== undefined,
  };
}
