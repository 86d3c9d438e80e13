/** The stratum of runs of which nothing tells how they were evaluated. */
export const unknownStratum = 'unknown';

/**
 * The stratum of each row: what identifies the frozen evaluation files at its commit (`statistics.md`). A row whose commit is not known to the
 * repository (`baseline`, `a701ece-dirty`) was evaluated as the rows around it were where the nearest known ones above and below agree, or where
 * only one side has any; between two that differ nobody can tell. Where no commit is known, all rows are of one stratum.
 *
 * @param commits by row, as written; null where there is none
 * @param evaluations by commit
 */
export function strataOf(commits: readonly (string | null)[], evaluations: Readonly<Record<string, string>>): string[] {
  const known = commits.map((commit) => (commit !== null && Object.hasOwn(evaluations, commit) ? (evaluations[commit] ?? null) : null));
  const above = carried(known);
  const below = carried(known.toReversed()).toReversed();
  return known.map((stratum, row) => {
    const [before, after] = [above[row] ?? null, below[row] ?? null];
    return stratum ?? (before === null || after === null || before === after ? (before ?? after) : null) ?? unknownStratum;
  });
}

/** By row, the last value at or above it. */
function carried(values: readonly (string | null)[]): (string | null)[] {
  let last: string | null = null;
  return values.map((value) => (last = value ?? last));
}
