import { anchorOf } from '#markdown/anchors.ts';
import { escapeText } from '#markdown/plain-text.ts';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { inferPaper } from './infer-paper.ts';
import { parseEntry } from '#ingest/entries/parse-entry.ts';
import type { Body, ParsedEntry, Reading, SourceFile } from '#ingest/parsed-file.ts';
import { stemOf } from '#ingest/text/slug.ts';

/**
 * A paper: its text as Markdown (formats.md, "paper"). What frontmatter does not state of authors, year and identifiers is read off
 * the first lines and the file's name, and named in `inferred`. A `Title: …` line above the text counts more than the first heading, which in texts that
 * were converted from a PDF is often that of a section.
 */
export function parsePaper(source: SourceFile): Reading {
  const reading = parseEntry(source, 'paper');
  const [entry] = reading.entries;
  const [body] = reading.bodies;
  if (entry === undefined || body === undefined) return reading;
  const { title, ...inferred } = inferPaper(stemOf('paper', source.path), readFrontmatter(source.path, source.text).body);
  const added = Object.entries(inferred).filter(([key]) => !Object.hasOwn(entry.data, key));
  // The same in other words: what was read as `source` and `author` of any text.
  const doubled = new Set(
    entry.inferred.filter((key) => (key === 'source' && 'url' in inferred) || (key === 'author' && 'authors' in inferred)),
  );
  const known: ParsedEntry = {
    ...entry,
    data: Object.fromEntries([...Object.entries(entry.data).filter(([key]) => !doubled.has(key)), ...added]),
    inferred: [...entry.inferred.filter((key) => !doubled.has(key)), ...added.map(([key]) => key)],
  };
  const retitled = title === undefined || title === entry.title || !entry.inferred.includes('title') ? null : title;
  return retitled === null ? { ...reading, entries: [known] } : { ...reading, ...withTitle(known, body, retitled) };
}

/** The page shows a title of its own; the heading that was taken for it goes back into the text. */
function withTitle(entry: ParsedEntry, body: Body, title: string): Pick<Reading, 'entries' | 'bodies'> {
  return {
    entries: [{ ...entry, title, anchor: anchorOf(title) }],
    bodies: [{ ...body, html: `<p><strong>${escapeText(entry.title)}</strong></p>\n${body.html}` }],
  };
}
