/** How far a sentence can be trusted: measured, interpreted, or somebody else's (seed `research-program.md`, "Research Epistemics"). */
export const statementSorts = ['observation', 'inference', 'claim'] as const;

/** A sentence of a report or journal entry that its author marked (formats.md, "report"). */
export interface Statement {
  readonly sort: (typeof statementSorts)[number];
  /** All its lines as one, without Markdown but for the backticks around code (`finding-text.ts`). */
  readonly text: string;
  /** Where it begins, in the file: the line that its `id` on the entry's page comes from. */
  readonly line: number;
  readonly lastLine: number;
  /** Whose claim it is, as its mark says: `Claim from Su et al.: …`; null where the mark says nothing. */
  readonly source: string | null;
  /** The web addresses that it names. */
  readonly addresses: readonly string[];
}

/** The statements that a report or journal entry marks as such; empty for other kinds. */
export function statementsOf(entry: { readonly kind: string; readonly data: Readonly<Record<string, unknown>> }): readonly Statement[] {
  if (entry.kind !== 'report' && entry.kind !== 'journal') return [];
  // The key is no part of the frontmatter's schema: only the parser sets it.
  return Object.hasOwn(entry.data, 'statements') ? (entry.data['statements'] as readonly Statement[]) : [];
}
