/** A statement or an argument of a map. */
export interface MapNode {
  readonly is: 'statement' | 'argument';
  /** As written between `[…]` or `<…>`; unique among nodes of its sort. */
  readonly title: string;
  /** Its text, where the map gives one. */
  readonly text: string;
  readonly tags: readonly string[];
  /** How sure the author is, from 0 to 1, with the reason given; null where the map does not say. */
  readonly credence: number | null;
  readonly reason: string | null;
  readonly line: number;
}

/** One node for or against another. */
export interface MapRelation {
  readonly from: { readonly is: MapNode['is']; readonly title: string };
  readonly to: { readonly is: MapNode['is']; readonly title: string };
  readonly kind: 'support' | 'attack' | 'contradictory' | 'undercut';
}

/** An Argdown file (formats.md, "paper" and "Argdown"): claims, arguments, what supports and what attacks them. */
export interface ArgumentMap {
  readonly path: string;
  readonly nodes: readonly MapNode[];
  readonly relations: readonly MapRelation[];
}
