import type { Heading, Link, Mention } from '#schemas/entry.ts';

/** What the pipeline makes of one Markdown text. */
export interface RenderedMarkdown {
  /**
   * Sanitised HTML. Links to be resolved are `<a data-link="N">` and `<img data-link="N">`, N the index in `links`;
   * external links have their `href`. The first H1 is left out when it is the title (see `title`).
   */
  readonly html: string;
  /** Text of the first H1 outside fences, or null. */
  readonly title: string | null;
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly mentions: readonly Mention[];
  readonly excerpt: string;
  readonly words: number;
  readonly hasDiagram: boolean;
  readonly hasMath: boolean;
}
