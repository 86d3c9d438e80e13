import type { JudgedFact } from './table-facts.ts';
import type { Phrase } from './phrase.ts';

/** The formulas that pages show; how they are set is for the component that draws them. */
export type FormulaName = 'pooled noise' | 'noise interval' | 'one run' | 'null frontier' | 'luck' | 'welch' | 'hedges' | 'level';

/** Rows that a number was computed from. */
export interface InputTable {
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly Phrase[])[];
  /** How many rows are left out. */
  readonly more: number;
}

/** One step of how a result was judged: what was asked, the formula, and what went into it. */
export interface MethodSection {
  readonly anchor: string;
  readonly title: string;
  readonly text: readonly Phrase[];
  readonly formulas: readonly FormulaName[];
  readonly inputs: readonly JudgedFact[];
  readonly table: InputTable | null;
}

/** More rows than this are counted, not listed: a page stays readable, whatever the table holds. */
export const mostInputRows = 40;

/** A section with what it has; what is not stated is empty. */
export function methodSection(anchor: string, title: string, stated: Partial<Omit<MethodSection, 'anchor' | 'title'>>): MethodSection {
  return { anchor, title, text: [], formulas: [], inputs: [], table: null, ...stated };
}

/** A table of inputs, one row for each item, cut where it is long. */
export function inputTable<Item>(
  caption: string,
  columns: InputTable['columns'],
  items: readonly Item[],
  row: (item: Item) => readonly Phrase[],
): InputTable | null {
  if (items.length === 0) return null;
  return { caption, columns, rows: items.slice(0, mostInputRows).map(row), more: Math.max(0, items.length - mostInputRows) };
}
