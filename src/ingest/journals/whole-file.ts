import { anchorOf } from '#markdown/anchors.ts';
import { embedHtml } from '#markdown/embed-html.ts';
import { escapeText } from '#markdown/plain-text.ts';
import { renderMarkdown } from '#markdown/render-markdown.ts';
import type { RenderedMarkdown } from '#markdown/rendered-markdown.ts';
import { shiftLinks } from '#markdown/symbolic-links.ts';
import type { WholeFile } from '#schemas/whole-file.ts';
import { lastWritten, type Journal } from './dated-section.ts';
import type { Segment } from './journal-segments.ts';
import { textsIn } from '#ingest/entries/parse-entry.ts';
import type { Body, ParsedEntry } from '#ingest/parsed-file.ts';
import { commitMentions, referenceLinks } from '#ingest/entries/reference-links.ts';
import { idOf, stemOf } from '#ingest/text/slug.ts';
import { splitStem } from '#ingest/text/dates.ts';

export interface ReadWholeFile {
  /** The title that frontmatter or a H1 above the entries states. */
  readonly title: string | null;
  /** The whole file and the bodies of its further parts, to stand behind those of the entries. */
  readonly behind: (entries: readonly ParsedEntry[]) => { readonly wholeFile: WholeFile; readonly bodies: readonly Body[] };
}

/** A stretch outside the entries, rendered so that all of them can stand on one page. */
interface Piece {
  readonly rendered: RenderedMarkdown;
  readonly body: Body;
}

/** The page of a journal as a whole: renders what stands outside its entries, whose own bodies are used again when the page is made. */
export function readWholeFile(journal: Journal, segments: readonly Segment[]): ReadWholeFile {
  const { source, kind, frontmatter, data, lines } = journal;
  const { path } = source;
  const offset = frontmatter.bodyFirstLine - 1;
  const pieces: Piece[] = [];
  let links = 0;
  for (const [index, { from, to }] of segments.filter(({ is }) => is !== 'entry').entries()) {
    const piece = readPiece(journal, from, to, index, links);
    links += piece.rendered.links.length;
    pieces.push(piece);
  }
  const first = segments[0]?.is === 'entry' ? null : (pieces[0]?.rendered.title?.trim() ?? null);
  const title = typeof data['title'] === 'string' ? data['title'] : first === '' ? null : first;
  const shownTitle = title ?? splitStem(stemOf(kind, path)).key;
  const rendered = pieces.map((piece) => piece.rendered);
  return {
    title,
    behind: (entries) => {
      let [nextEntry, nextPiece] = [0, entries.length];
      const parts = segments.map(({ is, from, to }) => ({
        is,
        part: is === 'entry' ? nextEntry++ : nextPiece++,
        line: from + offset,
        lastLine: lastWritten(lines, from, to) + offset,
      }));
      return {
        bodies: [...pieces.map(({ body }) => body), { html: pieces.map(({ body }) => body.html).join('\n'), markdown: source.text }],
        wholeFile: {
          parts,
          entry: {
            id: idOf(kind, path).id,
            kind,
            title: shownTitle,
            anchor: anchorOf(shownTitle),
            date: null,
            tags: textsIn(data, 'tags') ?? [],
            path,
            line: 1,
            lastLine: offset + lines.length,
            lineageKey: splitStem(stemOf(kind, path)).key,
            aliases: textsIn(data, 'aliases') ?? [],
            excerpt: rendered.find(({ excerpt }) => excerpt !== '')?.excerpt ?? '',
            data,
            places: frontmatter.valuePlaces,
            inferred: typeof data['title'] === 'string' ? [] : ['title'],
            headings: rendered.flatMap(({ headings }) => headings),
            // The HTML counts the links of the parts, so they come first.
            links: [...rendered.flatMap(({ links }) => links), ...referenceLinks(data, frontmatter.valuePlaces)],
            mentions: [...rendered.flatMap(({ mentions }) => mentions), ...commitMentions(data, frontmatter.valuePlaces)],
            hasDiagram: rendered.some(({ hasDiagram }) => hasDiagram),
            hasMath: rendered.some(({ hasMath }) => hasMath),
            words: rendered.reduce((words, each) => words + each.words, 0),
            digest: source.digest,
            part: entries.length + pieces.length,
          },
        },
      };
    },
  };
}

/** @param linksBefore how many links the pieces before it have: symbolic links count through all of them */
function readPiece({ source, frontmatter, lines, data }: Journal, from: number, to: number, index: number, linksBefore: number): Piece {
  const markdown = lines.slice(from - 1, to).join('');
  const rendered = renderMarkdown(markdown, { path: source.path, lineOffset: frontmatter.bodyFirstLine - 1 + from - 1 });
  // Only the file's own title is shown elsewhere: that of any further stretch comes back as the heading that it is.
  const isTitle = index === 0 && from === 1 && (data['title'] === undefined || data['title'] === rendered.title);
  const isShown = rendered.headings.some(({ depth, text }) => depth === 1 && text === rendered.title);
  const prefix = index === 0 ? '' : `part-${index + 1}.`;
  const title =
    rendered.title === null || isShown || isTitle
      ? null
      : { depth: 2, text: rendered.title, anchor: anchorOf(rendered.title), line: frontmatter.bodyFirstLine - 1 + from };
  const heading = title === null ? '' : `<h2 id="${escapeText(title.anchor)}">${escapeText(title.text)}</h2>\n`;
  const html = shiftLinks(embedHtml(`${heading}${rendered.html}`, prefix, 0), linksBefore);
  const headings = [...(title === null ? [] : [title]), ...rendered.headings];
  return {
    rendered: { ...rendered, headings: headings.map((each) => ({ ...each, anchor: `${prefix}${each.anchor}` })) },
    body: { html, markdown },
  };
}
