import { bestSoFarCharts } from '#charts/best-so-far-chart.ts';
import type { BestSoFarData, ChartNoise, ChartRun } from '#charts/best-so-far-data.ts';
import type { RunAxis } from '#charts/run-axis.ts';
import type { RunMark } from '#charts/run-marks.ts';

/** A run that counts as its mark says; everything else is plain unless stated. */
export function makeRun(ordinal: number, value: number | null, mark: RunMark, stated: Partial<ChartRun> = {}): ChartRun {
  return {
    ordinal,
    value,
    mark,
    isBaseline: mark === 'baseline',
    scored: mark !== 'crashed' && value !== null,
    counts: mark === 'kept' || mark === 'baseline',
    tied: false,
    stratum: 'a',
    ...stated,
  };
}

export function makeNoise(stated: Partial<ChartNoise> = {}): ChartNoise {
  return {
    stratum: 'a',
    mean: 0.99,
    reach: 0.002,
    label: 'baselines ± 2σ',
    isRough: false,
    frontier: [],
    frontierLabel: 'null frontier 0.9000',
    ...stated,
  };
}

export function orderOf(runs: readonly ChartRun[]): RunAxis {
  return { kind: 'order', label: 'run', positions: runs.map(({ ordinal }) => ordinal) };
}

const plain: Omit<BestSoFarData, 'runs'> = {
  metric: 'val_bpb',
  unit: null,
  direction: 'lower',
  noise: null,
  stratum: 'a',
  bestLabel: '0.980000',
  linkOf: ({ ordinal }) => ({ href: `/results/results/${ordinal}/`, title: `Run ${ordinal} <b>` }),
  remark: '',
};

interface Stated extends Partial<BestSoFarData> {
  readonly axis?: RunAxis;
  readonly remark?: string;
  readonly width?: number;
}

/** A best-so-far chart along the order of its runs, unless another axis is stated. */
export function drawBestSoFar(runs: readonly ChartRun[], { axis = orderOf(runs), width = 720, ...stated }: Stated = {}) {
  const [chart] = bestSoFarCharts({ ...plain, runs, ...stated }, [{ axis, remark: '' }]);
  if (chart === undefined) throw new Error('one axis gives one chart');
  return { summary: chart.summary, ...chart.draw({ id: 'c1', width }) };
}

/** The numbers on the grades of the y axis. */
export function gradesOnY(svg: string): number[] {
  return [...svg.matchAll(/text-anchor="end"[^>]*>(.*?)<\/g>/g)].flatMap(([, group = '']) =>
    [...group.matchAll(/>([−\d.e]+)</g)].map(([, text = '']) => Number(text.replaceAll('−', '-'))),
  );
}
