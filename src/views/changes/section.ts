/** A piece of a sentence: words, words that lead somewhere, or words that matter. Null leads nowhere. */
export type Piece =
  string | { readonly text: string; readonly href: string | null } | { readonly code: string } | { readonly strong: string };

/** A line of a list, or the cells of a row. */
export type Item = { readonly mark: ItemMark | null; readonly pieces: readonly Piece[] } | { readonly cells: readonly Piece[] };

export type ItemMark = 'error' | 'warning' | 'policy' | 'added' | 'changed' | 'renamed' | 'removed';

/** A part of what is said of a change: a list, or a table where it has a head. */
export interface Section {
  readonly title: readonly Piece[];
  /** What is said above the items, each a paragraph. */
  readonly notes: readonly (readonly Piece[])[];
  readonly head: readonly { readonly name: string; readonly numeric: boolean }[] | null;
  readonly items: readonly Item[];
  /** How many there are, of which `items` may hold fewer. */
  readonly total: number;
}
