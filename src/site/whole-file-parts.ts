import { embedHtml } from '#markdown/embed-html.ts';
import type { WholeFilePage, WholeFilePart } from '#views/entries/whole-file-page.ts';
import type { Knowledge } from './knowledge.ts';
import { renderedBody } from './rendered-body.ts';

/** The parts of a whole file with their HTML: the bodies of its entries, used again below the headings of this page. */
export function wholeFileParts(page: WholeFilePage, knowledge: Knowledge): Promise<(WholeFilePart & { readonly html: string })[]> {
  return Promise.all(
    page.parts.map(async (part) => {
      const html = await renderedBody(part.source, knowledge);
      return { ...part, html: part.heading === null ? html : embedHtml(html, `${part.heading.anchor}.`, 1) };
    }),
  );
}
