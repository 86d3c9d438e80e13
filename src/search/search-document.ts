import type { Kind } from '#schemas/kinds.ts';

/** One page as the search index knows it. What makes it a document of Pagefind stands in `pagefind-html.ts`. */
export interface SearchDocument {
  /** Address within the site, percent-encoded, without the base path: `/ideas/2026-01-02-rotary/`. */
  readonly url: string;
  readonly title: string;
  readonly kind: Kind | 'run' | 'job' | 'finding';
  readonly tags: readonly string[];
  /** A report's outcome, a run's status, a job's state or what a finding is; null where the kind has none. */
  readonly status: string | null;
  /** What speaks against a finding, each in a word of the same facet: `superseded`. */
  readonly caveats?: readonly string[];
  /** ISO text, or null. */
  readonly date: string | null;
  /** File in the workspace: people search for file names. */
  readonly path: string;
  /** Lines of plain text that the page shows before its body: hypothesis, conclusions, cells of a row. */
  readonly facts: readonly string[];
  /** Sanitised HTML of the body; headings carry the ids that they have on the page. */
  readonly html: string;
}
