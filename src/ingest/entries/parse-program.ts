import { renderMarkdown } from '#markdown/render-markdown.ts';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { bodyData } from './body-data.ts';
import { inferMetadata } from './infer-metadata.ts';
import { entryOf, htmlOf, nameEntry, parseEntry } from './parse-entry.ts';
import { nothingRead, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { programSettings } from './program-settings.ts';

/**
 * The workspace's `program.md`: the configuration (contract "Where things go"), and a page like any other.
 */
export function parseProgram(source: SourceFile): Reading {
  const { path } = source;
  const frontmatter = readFrontmatter(path, source.text);
  if (!frontmatter.present) return parseEntry(source, 'page');

  const { program, problems } = programSettings(path, frontmatter);
  const lineOffset = frontmatter.bodyFirstLine - 1;
  const { data, anchors } = bodyData('page', frontmatter.body, lineOffset);
  const rendered = renderMarkdown(frontmatter.body, { path, lineOffset, anchors });
  const named = nameEntry({ kind: 'page', path, data: program, rendered, stated: inferMetadata(frontmatter.body, 'page', 0) });
  return {
    ...nothingRead,
    kind: 'program',
    // Its tags are the vocabulary of all entries, not tags of this page.
    entries: [{ ...entryOf(source, 'page', frontmatter, { ...program, ...data }, rendered, named), tags: [] }],
    bodies: [{ html: htmlOf(rendered, named), markdown: source.text }],
    program,
    problems: [...source.problems, ...frontmatter.problems, ...problems],
  };
}
