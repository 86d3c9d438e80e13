import { baselinesOf, type Baselines } from '#graph/baselines.ts';
import { betterButDiscarded } from '#graph/best-so-far.ts';
import { statuses, type KnowledgeGraph, type Results, type Run, type RunStatus } from '#graph/knowledge-graph.ts';
import type { Href } from './href.ts';
import { runAddress } from './run-address.ts';
import { statusWords } from './run-status.ts';

/** What stands where a verdict will stand once results are judged (`statistics.md`). */
export const unjudged = 'not judged yet: noise unknown';

const mostNamed = 5;

export interface ResultsFact {
  readonly name: string;
  readonly value: string;
  /** The run that the fact is about. */
  readonly href: string | null;
}

/** `23 kept, 102 discarded, 1 crashed`; empty where the table has no status column. */
export function countsText(counts: Readonly<Record<RunStatus, number>>): string {
  const parts = statuses.flatMap((status) =>
    counts[status] > 0 ? [`${counts[status].toLocaleString('en-US')} ${statusWords[status]}`] : [],
  );
  return parts.length === 1 && counts.other > 0 ? '' : parts.join(', ');
}

/** What the direction of a metric rests on. */
export function directionText({ direction, directionSource }: Results['metric']): string {
  switch (directionSource) {
    case 'declared':
      return `${direction ?? ''} is better, as program.md says`;
    case 'guessed':
      return `${direction ?? ''} is better, guessed from the name`;
    case 'unknown':
      return 'which way is better is unknown, so nothing is ranked; program.md can say it';
  }
}

/** What a reader should know before reading the rows: metric, best, verdict, baselines, and what was discarded though it was better. */
export function resultsFacts(results: Results, graph: KnowledgeGraph, href: Href): ResultsFact[] {
  const { metric, best, counts } = results;
  const fact = (name: string, value: string, run: Run | null = null): ResultsFact => ({
    name,
    value,
    href: run === null ? null : runAddress(graph, href, run.id),
  });
  const baselines = baselinesOf(results);
  const overlooked = betterButDiscarded(results);
  return [
    fact('Metric', metric.name === null ? 'no column is a metric; program.md can name one' : `${metric.name}: ${directionText(metric)}`),
    ...(best === null || metric.name === null
      ? []
      : [
          fact(
            'Best',
            `${best.cells[metric.name] ?? ''} in run ${best.ordinal}${best.description === '' ? '' : `: ${best.description}`}`,
            best,
          ),
        ]),
    ...(best === null ? [] : [fact('Verdict', unjudged)]),
    ...(countsText(counts) === '' ? [] : [fact('Runs', countsText(counts))]),
    ...(baselines.runs.length === 0 ? [] : [fact('Baselines', baselineText(baselines), baselines.runs[0])]),
    ...(overlooked.length === 0 ? [] : [fact('Discarded though better', overlookedText(overlooked), overlooked[0])]),
  ];
}

function baselineText({ runs, source }: Baselines): string {
  return source === 'first scored row' ? `${namesOf(runs)}, guessed: the first row with a value` : namesOf(runs);
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
