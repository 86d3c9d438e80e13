import { sentences } from '#charts/drawing-note.ts';
import { replicateStrip, type StripRow } from '#charts/replicate-strip.ts';
import type { Configuration, StratumJudgement } from '#graph/judgement/judgement.ts';
import { valueOf } from '#graph/results/best-so-far.ts';
import type { Run } from '#graph/knowledge-graph.ts';
import type { RunId } from '#schemas/entry.ts';
import { counted } from '#views/entries/entry-row.ts';
import { tableSegment } from '#views/href.ts';
import { amountsOf, type Amounts } from '#views/results/judged/amounts.ts';
import { runAddress } from '#views/results/run-address.ts';
import { markShape } from '#views/results/run-status.ts';
import { runLinkOf } from './chart-runs.ts';
import { tableDownloads } from '#views/results/downloads/download-links.ts';
import type { FigureInput } from './figure-input.ts';
import { cell, chartWidths, type DataTable, type LegendItem, type ResultsFigure } from './figure.ts';

/** So many configurations can be compared at a glance: those nearest the best. */
const mostRows = 12;
/** What fits beside a row. */
const longestAbout = 26;

interface ShownConfiguration {
  readonly configuration: Configuration;
  readonly isBaseline: boolean;
  /** Whether it is only guessed that these are the baselines. */
  readonly isGuessed: boolean;
  readonly isTied: boolean;
}

/**
 * The runs of each configuration that was run more than once, and of the baselines.
 *
 * @returns null where nothing was repeated, or nothing is judged
 */
export function replicatesFigure(input: FigureInput): ResultsFigure | null {
  const { results, judgement, graph, href } = input;
  const current = judgement?.current ?? null;
  const { name: metric, direction, unit } = results.metric;
  if (current === null || metric === null || direction === null) return null;
  const { shown, left } = shownConfigurations(current, input, direction);
  if (shown.length === 0) return null;

  const amounts = amountsOf(results);
  const rows = shown.flatMap((one) => stripRow(one, current.best, input, amounts));
  const summary = summaryOf(shown, left, current);
  const id = `chart-${tableSegment(results.table.id)}-replicates`;
  const draw = replicateStrip({ metric, unit, direction, rows, linkOf: runLinkOf(results, graph, href), summary });
  const wide = draw({ id: `${id}-wide`, width: chartWidths.half });
  const narrow = draw({ id: `${id}-narrow`, width: chartWidths.narrow });
  return {
    id,
    title: 'Runs of the same configuration',
    legend: legendOf(shown),
    panels: [{ key: 'only', label: '', wide: wide.svg, narrow: narrow.svg, note: wide.note }],
    summary,
    data: { tables: [configurationTable(shown, metric, input, amounts)], downloads: tableDownloads(results, href) },
  };
}

/** The replicated configurations nearest the best, best first, then the baselines; and how many there are beside them. */
function shownConfigurations(
  { replicated, baselines }: StratumJudgement,
  { judgement }: FigureInput,
  direction: 'lower' | 'higher',
): { readonly shown: ShownConfiguration[]; readonly left: number } {
  const sign = direction === 'lower' ? 1 : -1;
  const isTied = (id: RunId): boolean => judgement?.byRun.get(id)?.tiedWithBest ?? false;
  const best = replicated.toSorted((a, b) => sign * (a.mean - b.mean)).slice(0, mostRows);
  const [starting] = baselines.runs;
  const ofBaselines = starting === undefined ? null : (judgement?.byRun.get(starting)?.configuration ?? null);
  return {
    shown: [
      ...best.map((configuration) => ({ configuration, isBaseline: false, isGuessed: false, isTied: isTied(configuration.first) })),
      ...(ofBaselines === null || ofBaselines.runs.length < 2
        ? []
        : [
            {
              configuration: ofBaselines,
              isBaseline: true,
              isGuessed: baselines.source === 'first scored row',
              isTied: isTied(ofBaselines.first),
            },
          ]),
    ],
    left: replicated.length - best.length,
  };
}

function stripRow(
  { configuration, isBaseline, isGuessed, isTied }: ShownConfiguration,
  best: RunId | null,
  { results, graph }: FigureInput,
  amounts: Amounts,
): StripRow[] {
  const runOf = (id: RunId): Run | null => graph.runsById.get(id)?.run ?? null;
  const first = runOf(configuration.first);
  if (first === null) return [];
  // Where nobody repeated the first run with another seed, it alone is what the mean is of.
  const fresh = new Set(configuration.fresh.length > 0 ? configuration.fresh : [configuration.first]);
  const isBest = best !== null && configuration.runs.includes(best);
  return [
    {
      name: isBaseline ? (isGuessed ? 'baselines, guessed' : 'baselines') : `run ${first.ordinal.toLocaleString('en-US')}`,
      about: isBaseline ? '' : shortened(first.description.trim()),
      isBaseline,
      runs: configuration.runs.flatMap((id) => {
        const run = runOf(id);
        const value = run === null ? null : valueOf(run, results.metric);
        return run === null || value === null ? [] : [{ ordinal: run.ordinal, value, isFresh: fresh.has(id) }];
      }),
      mean: configuration.mean,
      interval: configuration.interval,
      value: `${first.status === 'discard' ? 'discarded · ' : ''}${amounts.value(configuration.mean)}, n ${configuration.n.toLocaleString('en-US')}`,
      word: isBest ? 'has the best run' : isTied ? 'tied with the best' : '',
    },
  ];
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length <= longestAbout ? line : `${line.slice(0, longestAbout - 1).trimEnd()}…`;
}

function summaryOf(shown: readonly ShownConfiguration[], left: number, { replicated, noise, best }: StratumJudgement): string {
  const configurations = shown.filter(({ isBaseline }) => !isBaseline);
  const baselines = shown.find(({ isBaseline }) => isBaseline)?.configuration;
  const tied = configurations.filter(({ configuration, isTied }) => isTied && (best === null || !configuration.runs.includes(best))).length;
  const chosen = left > 0 ? `; shown are the ${configurations.length} nearest the best` : '';
  return sentences(
    configurations.length === 0
      ? ''
      : `${counted(replicated.length, 'configuration was', 'configurations were')} run more than once${chosen}. Means are of fresh runs: the first run of a configuration was chosen for its value and does not count.`,
    baselines === undefined ? '' : `The mean of ${counted(baselines.n, 'baseline', 'baselines')} is the dotted line.`,
    noise === null || configurations.length === 0
      ? ''
      : tied === 0
        ? 'The noise tells the best from all others here.'
        : `The noise does not tell ${counted(tied, 'other', 'others')} from the best.`,
  );
}

function legendOf(shown: readonly ShownConfiguration[]): LegendItem[] {
  const isChosen = shown.some(({ isBaseline }) => !isBaseline);
  return [
    { sign: 'mark', className: 'strip-dots', label: 'fresh run', shape: markShape('kept').shape, filled: true },
    ...(isChosen
      ? [
          {
            sign: 'mark',
            className: 'strip-dots',
            label: 'first run or repeated seed: does not count',
            shape: markShape('kept').shape,
            filled: false,
          } as const,
        ]
      : []),
    ...(shown.some(({ isBaseline }) => isBaseline)
      ? [{ sign: 'mark', className: 'mark-baseline', label: 'baseline', ...markShape('baseline') } as const]
      : []),
    { sign: 'interval', className: 'strip-interval', label: 'mean with its 95 % interval' },
  ];
}

function configurationTable(
  shown: readonly ShownConfiguration[],
  metric: string,
  { graph, href }: FigureInput,
  amounts: Amounts,
): DataTable {
  return {
    caption: 'Configurations that were run more than once',
    columns: [
      { name: 'First run', numeric: false },
      { name: 'Runs', numeric: true },
      { name: 'n', numeric: true },
      { name: `Mean ${metric}`, numeric: true },
      { name: '95 % from', numeric: true },
      { name: 'to', numeric: true },
      { name: 'Rank', numeric: false },
    ],
    rows: shown.map(({ configuration: { first, runs, n, mean, interval }, isBaseline, isGuessed, isTied }) => [
      cell(
        `Run ${graph.runsById.get(first)?.run.ordinal ?? ''}${isBaseline ? ` (baselines${isGuessed ? ', guessed' : ''})` : ''}`,
        runAddress(graph, href, first),
      ),
      cell(runs.length.toLocaleString('en-US')),
      cell(n.toLocaleString('en-US')),
      cell(amounts.value(mean)),
      cell(interval === null ? '' : amounts.value(interval.low)),
      cell(interval === null ? '' : amounts.value(interval.high)),
      cell(isTied ? 'tied with the best' : ''),
    ]),
  };
}
