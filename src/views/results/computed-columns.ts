import type { Results } from '#graph/knowledge-graph.ts';

export type ComputedRole = 'verdict' | 'configuration' | 'ragged';

/** What the columns that we compute are called in a table: never as one that the file has. */
export function computedNames({ columns }: Pick<Results, 'columns'>): Readonly<Record<ComputedRole, string>> {
  const taken = new Set(columns.map(({ name }) => name));
  const free = (name: string): string => (taken.has(name) ? free(`${name} (computed)`) : name);
  return { verdict: free('verdict'), configuration: free('configuration'), ragged: free('ragged') };
}
