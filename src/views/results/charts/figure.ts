/** How a sign of a chart is drawn in its legend. Each differs from the others in shape or line, not only in colour. */
export type LegendSign =
  /** An outlined bar is a plan. */
  | { readonly sign: 'bar'; readonly className: string; readonly filled: boolean }
  | { readonly sign: 'mark'; readonly className: string; readonly shape: string; readonly filled: boolean }
  | { readonly sign: 'line' | 'band' | 'interval'; readonly className: string };

export type LegendItem = LegendSign & { readonly label: string };

/** One drawing of a figure, for a wide and for a narrow page; the style sheet shows one of them. */
export interface FigurePanel {
  /** Tells the panels of a figure apart. */
  readonly key: string;
  /** What the reader chooses it by: `by date`. */
  readonly label: string;
  readonly wide: string;
  readonly narrow: string;
  /** What holds for this drawing only: whole sentences, or empty. */
  readonly note: string;
}

export interface DataCell {
  /** As written in the table, or as computed. */
  readonly text: string;
  /** Of the run that the cell names. */
  readonly href: string | null;
}

/** Numbers of a figure as a table: of few marks all, of many those that count. */
export interface DataTable {
  /** What the rows are. */
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly DataCell[])[];
}

export interface FigureData {
  readonly tables: readonly DataTable[];
  /** The whole table as files; empty where the data here is all there is. */
  readonly downloads: readonly { readonly label: string; readonly href: string }[];
  /** Whether the tables are shown at once; otherwise the reader opens them. */
  readonly open?: boolean;
}

/** A chart with what it says in words and what it was drawn from. */
export interface ResultsFigure {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** Empty where the chart has one kind of sign only. */
  readonly legend: readonly LegendItem[];
  /** Not empty; of several the reader chooses one, the first stands there at first. */
  readonly panels: readonly FigurePanel[];
  /** What the chart shows, in words. */
  readonly summary: string;
  readonly data: FigureData;
}

export function cell(text: string, href: string | null = null): DataCell {
  return { text, href };
}

/** Natural widths of a chart in CSS pixels: over the whole page, beside another one, and on a narrow page. */
export const chartWidths = { whole: 1080, half: 520, narrow: 360 } as const;
