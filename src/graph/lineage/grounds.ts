/** What a join rests on (formats.md, "Lineage"): a slug, a commit, what frontmatter says, a link in the text. In the order in which they are shown. */
export const groundSorts = ['slug', 'commit', 'frontmatter', 'link'] as const;

export interface Ground {
  readonly by: (typeof groundSorts)[number];
  /** `commit 187e419 says exp(rotary)`. */
  readonly words: string;
}

export interface Joined<To> {
  readonly to: To;
  /** At least one. */
  readonly evidence: readonly Ground[];
}

/** Several grounds for one join, each once, the surest first. */
export function withEvidence<Id, To>(joins: Map<Id, Map<To, Ground[]>>, id: Id, to: To, evidence: Ground): void {
  const ofId = joins.get(id) ?? new Map<To, Ground[]>();
  joins.set(id, ofId);
  const grounds = ofId.get(to) ?? [];
  ofId.set(to, grounds);
  if (!grounds.some(({ words }) => words === evidence.words)) grounds.push(evidence);
}

/** The joins of each idea, with the grounds of each in the order of `groundSorts`. */
export function joinedById<Id, To>(joins: ReadonlyMap<Id, ReadonlyMap<To, readonly Ground[]>>): Map<Id, Joined<To>[]> {
  const bySort = (a: Ground, b: Ground): number => groundSorts.indexOf(a.by) - groundSorts.indexOf(b.by);
  return new Map(
    Array.from(joins, ([id, to]) => [id, Array.from(to, ([one, grounds]) => ({ to: one, evidence: grounds.toSorted(bySort) }))]),
  );
}
