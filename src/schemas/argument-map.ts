/** A numbered statement of an argument's premise–conclusion structure. */
export interface MapStep {
  readonly role: 'premise' | 'conclusion';
  /** Index of the statement among the map's nodes. */
  readonly statement: number;
  /** The rules named in the inference above a conclusion: `-- modus ponens --`. */
  readonly rules: readonly string[];
}

/** A statement or an argument of a map. */
export interface MapNode {
  readonly is: 'statement' | 'argument';
  /** As written between `[…]` or `<…>`, and unique among nodes of its sort; empty where it has none. */
  readonly title: string;
  /** Its text, where the map gives one. */
  readonly text: string;
  readonly tags: readonly string[];
  /** Web addresses that its text links to: mostly its sources. */
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** How sure the author is of it, from 0 to 1; null where the map does not say. */
  readonly credence: number | null;
  /** How far its premises bear a conclusion out, from 0 to 1 (`inference: 0.7`); null where the map does not say. */
  readonly inference: number | null;
  /** Why, in the author's words. */
  readonly reason: string | null;
  /** An argument's premises and conclusions, in the order of the map. */
  readonly steps: readonly MapStep[];
  /** Where it stands first. */
  readonly line: number;
}

/** One node for or against another, both as indexes among the map's nodes. */
export interface MapRelation {
  readonly from: number;
  readonly to: number;
  readonly kind: 'support' | 'attack' | 'undercut' | 'contradictory';
}

/** An Argdown file (formats.md, "paper" and "Argdown"): claims, arguments, what supports and what attacks them. */
export interface ArgumentMap {
  readonly path: string;
  /** The file of the paper that it analyses, else its own: where the entry comes from that shows it. */
  readonly paper: string;
  /** What the map calls itself, in its frontmatter or first heading; null where it does not. */
  readonly title: string | null;
  /** Of a map that is no valid Argdown there are no nodes: it is shown as its source. */
  readonly isValid: boolean;
  readonly nodes: readonly MapNode[];
  readonly relations: readonly MapRelation[];
  readonly lastLine: number;
  /** The key of its source in the cache, as its body's Markdown. */
  readonly digest: string;
}
