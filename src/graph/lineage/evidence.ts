/** What a join rests on (formats.md, "Lineage"): a slug, a commit, what frontmatter says, a link in the text. In the order in which they are shown. */
export const evidenceSorts = ['slug', 'commit', 'frontmatter', 'link'] as const;

export interface Evidence {
  readonly by: (typeof evidenceSorts)[number];
  /** `commit 187e419 says exp(rotary)`. */
  readonly words: string;
}

export interface Joined<To> {
  readonly to: To;
  /** At least one. */
  readonly evidence: readonly Evidence[];
}

/** Several grounds for one join, each once, the surest first. */
export function withEvidence<Id, To>(joins: Map<Id, Map<To, Evidence[]>>, id: Id, to: To, evidence: Evidence): void {
  const ofId = joins.get(id) ?? new Map<To, Evidence[]>();
  joins.set(id, ofId);
  const grounds = ofId.get(to) ?? [];
  ofId.set(to, grounds);
  if (!grounds.some(({ words }) => words === evidence.words)) grounds.push(evidence);
}

/** The joins of each idea, with the grounds of each in the order of `evidenceSorts`. */
export function joinedById<Id, To>(joins: ReadonlyMap<Id, ReadonlyMap<To, readonly Evidence[]>>): Map<Id, Joined<To>[]> {
  const bySort = (a: Evidence, b: Evidence): number => evidenceSorts.indexOf(a.by) - evidenceSorts.indexOf(b.by);
  return new Map(
    Array.from(joins, ([id, to]) => [id, Array.from(to, ([one, grounds]) => ({ to: one, evidence: grounds.toSorted(bySort) }))]),
  );
}
