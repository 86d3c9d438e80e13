import { estimatesOf, type Estimate } from '#graph/progress/estimates.ts';
import type { Entry } from '#schemas/entry.ts';
import { counted } from '#views/entries/entry-row.ts';
import { timeText } from '#views/entries/progress-facts.ts';
import type { Href } from '#views/href.ts';
import { cell, type LegendItem, type ResultsFigure } from '#views/results/charts/figure.ts';
import { barFigure } from './bar-figure.ts';

/** A table on an index has so many rows. */
const mostRows = 200;

const legend: readonly LegendItem[] = [
  { sign: 'bar', className: 'bar-planned', filled: false, label: 'estimated' },
  { sign: 'bar', className: 'bar', filled: true, label: 'actual' },
];

/** What was estimated beside what it took, newest first; null where no entry states an estimate with what became of it. */
export function estimateFigure(entries: readonly Entry[], href: Href): ResultsFigure | null {
  const all = estimatesOf(entries);
  const known = all.filter((estimate): estimate is KnownEstimate => estimate.actual !== null);
  // Hours and days are no one scale. Days are drawn where nothing else is stated.
  const inMinutes = known.filter(({ unit }) => unit === 'minutes');
  const drawn = inMinutes.length > 0 ? inMinutes : known;
  if (drawn.length === 0) return null;
  return barFigure({
    id: 'estimates',
    title: 'Estimated and actual',
    legend,
    rows: drawn.map((estimate) => ({
      name: estimate.title === '' ? estimate.entry.title : estimate.title,
      bars: [
        { value: estimate.estimated, text: amountText(estimate.estimated, estimate.unit), isHollow: true },
        { value: estimate.actual, text: amountText(estimate.actual, estimate.unit), isHollow: false },
      ],
    })),
    summary: summaryOf(all, known, drawn),
    open: true,
    tables: [
      {
        caption:
          all.length > mostRows
            ? `The newest ${mostRows} of ${all.length} estimates, and actual ÷ estimated`
            : 'Estimates as stated, and actual ÷ estimated',
        columns: [
          { name: 'What', numeric: false },
          { name: 'Estimated', numeric: true },
          { name: 'Actual', numeric: true },
          { name: '÷', numeric: true },
          { name: 'Entry', numeric: false },
        ],
        rows: all
          .slice(0, mostRows)
          .map(({ entry, title, unit, estimated, actual }) => [
            cell(title === '' ? 'The whole entry' : title),
            cell(amountText(estimated, unit)),
            cell(actual === null ? 'not stated' : amountText(actual, unit)),
            cell(actual === null || estimated === 0 ? '' : (actual / estimated).toFixed(2)),
            cell(entry.title, href.entry(entry.id)),
          ]),
      },
    ],
  });
}

interface KnownEstimate extends Estimate {
  readonly actual: number;
}

function summaryOf(all: readonly Estimate[], known: readonly KnownEstimate[], drawn: readonly KnownEstimate[]): string {
  const longer = known.filter(({ estimated, actual }) => actual > estimated).length;
  const shorter = known.filter(({ estimated, actual }) => actual < estimated).length;
  const open = all.length - known.length;
  const elsewhere = known.length - drawn.length;
  return [
    `Of ${counted(known.length, 'estimate', 'estimates')} with a stated outcome, ${longer.toLocaleString('en-US')} took longer and ${shorter.toLocaleString('en-US')} less time than estimated.`,
    open === 0 ? '' : `What ${counted(open, 'further estimate', 'further estimates')} came to is not stated.`,
    elsewhere === 0 ? '' : `Those in days stand in the table.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function amountText(amount: number, unit: Estimate['unit']): string {
  return unit === 'minutes' ? timeText(amount) : counted(amount, 'day', 'days');
}
