import type { ChartNoise, FrontierPoint } from '#charts/best-so-far-data.ts';
import type { Judgement, Noise, NullFrontier, StratumJudgement } from '#graph/judgement/judgement.ts';
import type { Results } from '#graph/knowledge-graph.ts';
import { nullFrontierCurve } from '#statistics/null-frontier-curve.ts';
import { counted } from '#views/entries/entry-row.ts';
import { amountsOf, type Amounts } from '#views/results/judged/amounts.ts';

/** Half the width of the band, in sigmas: where 19 of 20 runs lie that change nothing. */
const bandSigmas = 2;
/** From this ratio of its ends on, the interval of sigma says little: five baselines alone leave one of 4.8. */
const roughFrom = 4;
/** So many points draw the frontier. */
const mostFrontierPoints = 40;

/** What a chart draws of the noise, and what is said of it. */
export interface ShownNoise {
  /** Null: unknown, or not to be drawn. */
  readonly drawn: ChartNoise | null;
  /** `σ 0.0012, 95 % interval 0.0007 to 0.0034`; null where noise is unknown. */
  readonly sigma: string | null;
  /** Whole sentences. */
  readonly remark: string;
}

/** The noise of the stratum whose best is the table's. */
export function shownNoise(judgement: Judgement | null, results: Results): ShownNoise {
  const current = judgement?.current ?? null;
  const noise = current?.noise ?? null;
  const { direction } = results.metric;
  if (current === null || noise === null || direction === null) return { drawn: null, sigma: null, remark: noNoise(judgement) };

  const amounts = amountsOf(results);
  const mean = current.frontier?.mean ?? noise.groups.find((group) => group.of === 'baselines')?.mean ?? null;
  const sigma = `σ ${amounts.spread(noise.sigma)}, 95 % interval ${amounts.bareSpread(noise.low)} to ${amounts.bareSpread(noise.high)}`;
  if (mean === null) return { drawn: null, sigma, remark: `Noise: ${sigma}.` };
  const frontier = current.frontier === null ? [] : frontierPoints(current.frontier, noise, direction);
  return {
    drawn: {
      stratum: current.id,
      mean,
      reach: bandSigmas * noise.sigma,
      label: `baselines ± ${bandSigmas}σ`,
      isRough: noise.high / noise.low > roughFrom,
      frontier,
      frontierLabel: current.frontier === null ? '' : `null frontier ${amounts.value(current.frontier.value)}`,
    },
    sigma,
    remark: `Noise: ${sigma}. ${bandRemark(current, amounts.value(mean))}${frontierRemark(current.frontier, amounts)}`,
  };
}

/** The frontier after ever more runs; its last point is the one that the verdict uses. */
function frontierPoints(
  { runs, baselines, mean, value }: NullFrontier,
  { degrees, sigma }: Noise,
  direction: 'lower' | 'higher',
): FrontierPoint[] {
  const sign = direction === 'lower' ? -1 : 1;
  return nullFrontierCurve({ baselines, runs, degrees }, mostFrontierPoints).map((point) => ({
    runs: point.runs,
    value: point.runs === runs ? value : mean + sign * point.c * sigma,
  }));
}

function bandRemark({ baselines }: StratumJudgement, mean: string): string {
  const many = baselines.runs.length;
  const guessed = baselines.source === 'first scored row' ? ' (guessed: the table names none)' : '';
  return `The band is ${many === 1 ? 'the baseline' : `the mean of ${many.toLocaleString('en-US')} baselines`}${guessed}, ${mean}, ±\u00a0${bandSigmas}σ.`;
}

function frontierRemark(frontier: NullFrontier | null, amounts: Amounts): string {
  if (frontier === null) return '';
  return ` Null frontier: if ${counted(frontier.runs, 'run', 'runs')} changed nothing, luck alone would make the best no better than ${amounts.value(frontier.value)} in 19 of 20 tables; the curve up to there is for reading and judges nothing.`;
}

/** Why neither band nor frontier is drawn; empty where nothing is compared anyway. */
function noNoise(judgement: Judgement | null): string {
  if (judgement?.unjudged !== null || judgement.current === null) return '';
  switch (judgement.current.noiseMissing) {
    case 'no spread':
      return 'Noise unknown: replicates do not differ at all, so there is neither a noise band nor a null frontier.';
    case 'too few replicates':
    case null:
      return 'Noise unknown: too few runs of one configuration, so there is neither a noise band nor a null frontier.';
  }
}
