import { barChart, type BarRow } from '#charts/bar-chart.ts';
import { chartWidths, type DataTable, type LegendItem, type ResultsFigure } from '#views/results/charts/figure.ts';

export interface BarFigureInput {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly BarRow[];
  readonly summary: string;
  readonly tables: readonly DataTable[];
  readonly legend?: readonly LegendItem[];
  /** Whether the tables are shown at once. */
  readonly open?: boolean;
}

/** More rows would be a list, which the table below is. */
const mostBars = 16;

/** A bar chart for a page, with its data. */
export function barFigure({ id, title, rows, summary, tables, legend = [], open = false }: BarFigureInput): ResultsFigure {
  const draw = barChart({ title, rows: rows.slice(0, mostBars), summary });
  return {
    id,
    title,
    legend,
    panels: [
      {
        key: 'bars',
        label: title,
        wide: draw({ id: `${id}-wide`, width: chartWidths.half }).svg,
        narrow: draw({ id: `${id}-narrow`, width: chartWidths.narrow }).svg,
        note: rows.length > mostBars ? `The first ${mostBars} of ${rows.length.toLocaleString('en-US')} are drawn.` : '',
      },
    ],
    summary,
    data: { tables, downloads: [], open },
  };
}
