import type { Entry } from './entry.ts';

/**
 * One stretch of a journal or progress log, in file order. Together the stretches hold every line below the frontmatter.
 * `part` is the index of its HTML and source within the file; that of an entry is the entry's own.
 */
export interface FilePart {
  readonly is: 'entry' | 'preamble' | 'template';
  readonly part: number;
  readonly line: number;
  readonly lastLine: number;
}

/** A file of dated sections as one page: what stands outside its entries, and where its entries stand. */
export interface WholeFile {
  /**
   * The file itself. Its links, headings and excerpt are those of what stands outside its entries, so that nothing is found twice; its
   * Markdown is the file. It is no entry of the workspace: lists, counts and the timeline have the entries.
   */
  readonly entry: Entry;
  readonly parts: readonly FilePart[];
}
