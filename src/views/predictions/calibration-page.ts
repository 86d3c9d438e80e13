import { calibrationChart, type CalibrationMark } from '#charts/calibration-chart.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { changeFor, checkedPairs, predictionsOf, type PredictionRecord } from '#graph/predictions/predictions.ts';
import { calibrate, enoughPairs, type Share } from '#statistics/calibration.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { chartWidths } from '#views/results/charts/figure.ts';
import { predictionRow, type PredictionRow } from './prediction-row.ts';

export interface CalibrationFigure {
  readonly id: string;
  readonly title: string;
  readonly wide: string;
  readonly narrow: string;
  readonly summary: string;
}

export interface ShownShare {
  readonly label: string;
  /** `3 of 4`. */
  readonly text: string;
  /** Its 95 % interval in words; empty where there is none. */
  readonly interval: string;
}

/** Predictions against what was seen (`statistics.md`, "Expected and observed"). */
export interface CalibrationPage {
  readonly lead: string;
  /** Where there are too few to say anything; null where there are enough. */
  readonly notEnough: string | null;
  readonly shares: readonly ShownShare[];
  readonly figures: readonly CalibrationFigure[];
  readonly groups: readonly {
    readonly title: string;
    readonly about: string;
    readonly count: number;
    readonly rows: readonly PredictionRow[];
    /** How many are not shown; empty where all are. */
    readonly more: string;
  }[];
  readonly json: string;
}

const mostFigures = 4;
const mostRows = 300;
const mostMarks = 500;

/** Whether anybody predicted anything. */
export function hasPredictions(graph: KnowledgeGraph): boolean {
  return predictionsOf(graph).length > 0;
}

export function calibrationPage(graph: KnowledgeGraph, href: Href): CalibrationPage {
  const records = predictionsOf(graph);
  const checked = checkedPairs(records);
  const { pairs, isEnough, direction, range } = calibrate(checked);
  const rowsOf = (state: PredictionRecord['state']): PredictionRow[] =>
    records
      .filter((record) => record.state === state)
      .slice(0, mostRows)
      .flatMap((record) => predictionRow(record, graph, href) ?? []);
  const count = (state: PredictionRecord['state']): number => records.filter((record) => record.state === state).length;
  const groups = [
    {
      title: 'Checked',
      state: 'checked',
      about:
        'The expectation stood in git, or in the queue, before the result did. A job that expects the same of the same runs as its idea is one pair with it.',
    },
    { title: 'Open', state: 'open', about: 'There is no result yet.' },
    { title: 'Not checkable', state: 'not checkable', about: 'Nobody can tell, which is no reproach.' },
  ] as const;
  return {
    lead: `${counted(records.length, 'prediction', 'predictions')}, each as it was first committed: ${count('checked')} checked, ${count('open')} open, ${count('not checkable')} not checkable.`,
    notEnough: isEnough
      ? null
      : `Not enough to judge anybody by: ${counted(pairs, 'pair', 'pairs')}, and fewer than ${enoughPairs} tell nothing.`,
    shares: [...shownShare('went the way that was expected', direction), ...shownShare('came within the range that was given', range)],
    figures: figuresOf(checked, href),
    groups: groups
      .map(({ title, about, state }) => ({
        title,
        about,
        count: count(state),
        rows: rowsOf(state),
        more: moreText(count(state) - mostRows),
      }))
      .filter(({ rows }) => rows.length > 0),
    json: href.api('predictions'),
  };
}

function moreText(left: number): string {
  return left > 0 ? `${left.toLocaleString('en-US')} more are in the JSON` : '';
}

function shownShare(label: string, { hits, of, interval }: Share): ShownShare[] {
  if (of === 0) return [];
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return [
    {
      label,
      text: `${hits} of ${of}`,
      interval: interval === null ? '' : `95% interval ${percent(interval.low)} to ${percent(interval.high)}`,
    },
  ];
}

/** One chart for each metric and way of counting: differences of two metrics have nothing to do with each other. */
function figuresOf(checked: readonly PredictionRecord[], href: Href): CalibrationFigure[] {
  const byQuantity = Map.groupBy(
    checked.filter(({ effect }) => effect?.says === 'amount'),
    ({ effect, observed }) => {
      const isRelative = effect?.says === 'amount' && effect.isRelative;
      return `change of ${observed?.metric ?? ''}${isRelative ? ' in %' : ''}`;
    },
  );
  return [...byQuantity].slice(0, mostFigures).map(([quantity, records], index) => {
    const marks = records.slice(0, mostMarks).flatMap((record) => markOf(record, href));
    const summary = `${counted(marks.length, 'prediction', 'predictions')} of the ${quantity}${records.length > mostMarks ? ', the newest ones' : ''}. A bar is the range that was expected, its dot the middle; on the dashed line it came as expected; a hollow dot went the other way.`;
    const draw = calibrationChart({ marks, quantity, summary });
    const id = `calibration-${index + 1}`;
    return {
      id,
      title: `Observed over expected ${quantity}`,
      wide: draw({ id: `${id}-wide`, width: chartWidths.whole }),
      narrow: draw({ id: `${id}-narrow`, width: chartWidths.narrow }),
      summary,
    };
  });
}

function markOf({ idea, job, effect, observed, inDirection }: PredictionRecord, href: Href): CalibrationMark[] {
  if (effect?.says !== 'amount' || observed === null) return [];
  const change = changeFor(effect, observed);
  if (change === null) return [];
  const [name, address] =
    job === null ? [idea?.title ?? '', idea === null ? '' : href.entry(idea.id)] : [`Job ${job.number}`, href.job(job.id)];
  return [{ low: effect.low, high: effect.high, observed: change, name, href: address, inDirection }];
}
