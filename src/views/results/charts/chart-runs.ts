import type { ChartRun } from '#charts/best-so-far-data.ts';
import type { LinkOfRun } from '#charts/run-marks-drawing.ts';
import type { Judgement } from '#graph/judgement/judgement.ts';
import { baselinesOf } from '#graph/results/baselines.ts';
import { canBeBest, isScored, valueOf } from '#graph/results/best-so-far.ts';
import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { runAddress } from '#views/results/run-address.ts';
import { markOf } from '#views/results/run-status.ts';

/** A title is read at a glance; the description in full is behind the link. */
const longestTitle = 120;

/** The runs of a table as its charts draw them. A baseline that is only guessed is drawn as what its status says. */
export function chartRuns(results: Results, judgement: Judgement | null): ChartRun[] {
  const baselines = baselinesOf(results);
  const stated = new Set(baselines.source === 'first scored row' ? [] : baselines.runs.map(({ id }) => id));
  const judged = new Set(judgement?.strata.flatMap((stratum) => stratum.baselines.runs) ?? []);
  return results.runs.map((run) => ({
    ordinal: run.ordinal,
    value: valueOf(run, results.metric),
    mark: stated.has(run.id) ? 'baseline' : markOf(run.status),
    isBaseline: judged.has(run.id),
    scored: isScored(run, results.metric),
    counts: canBeBest(run, results.counts),
    tied: judgement?.byRun.get(run.id)?.tiedWithBest ?? false,
    stratum: run.stratum,
  }));
}

/** What stands for a run under a pointer. */
export function runLinkOf(results: Results, graph: KnowledgeGraph, href: Href): LinkOfRun {
  return ({ ordinal }) => {
    const run = results.runs[ordinal - 1];
    return run === undefined ? null : { href: runAddress(graph, href, run.id), title: markTitle(run, results.metric.name) };
  };
}

function markTitle(run: Run, metric: string | null): string {
  const value = metric === null ? '' : (run.cells[metric] ?? '').trim();
  const head = [`Run ${run.ordinal}`, value, run.rawStatus.trim()].filter((part) => part !== '').join(' · ');
  const text = run.description === '' ? head : `${head}\n${run.description}`;
  return text.length <= longestTitle ? text : `${text.slice(0, longestTitle).trimEnd()}…`;
}
