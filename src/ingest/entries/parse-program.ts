import { renderMarkdown } from '#markdown/render-markdown.ts';
import { programSchema, type Program } from '#schemas/program.ts';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { inferMetadata } from './infer-metadata.ts';
import { entryOf, htmlOf, nameEntry, parseEntry } from './parse-entry.ts';
import { nothingRead, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { validateFrontmatter } from '#ingest/frontmatter/validate-frontmatter.ts';

/**
 * The workspace's `program.md`: the configuration, and a page like any other. Without frontmatter it is prose and configures nothing (contract
 * "Where things go"); of a damaged one, the keys that are right hold.
 */
export function parseProgram(source: SourceFile): Reading {
  const { path } = source;
  const frontmatter = readFrontmatter(path, source.text);
  if (!frontmatter.present) return parseEntry(source, 'page');

  const { data, problems, missing } = validateFrontmatter(path, frontmatter, programSchema, 'program');
  const rendered = renderMarkdown(frontmatter.body, { path, lineOffset: frontmatter.bodyFirstLine - 1 });
  const named = nameEntry({ kind: 'page', path, data, rendered, stated: inferMetadata(frontmatter.body, 'page', 0) });
  return {
    ...nothingRead,
    kind: 'program',
    // Its tags are the vocabulary of all entries, not tags of this page.
    entries: [{ ...entryOf(source, 'page', frontmatter, data, rendered, named), tags: [] }],
    bodies: [{ html: htmlOf(rendered, named), markdown: source.text }],
    // Each key that is left was accepted by its own schema.
    program: data satisfies Partial<Record<keyof Program, unknown>>,
    problems: [...source.problems, ...frontmatter.problems, ...problems, ...missing.values()],
  };
}
