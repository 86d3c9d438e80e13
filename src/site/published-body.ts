import { publishedProgramText, showsFullText } from '#graph/publication/published-entry.ts';
import { frontmatterText } from '#ingest/frontmatter/frontmatter-text.ts';
import { readBody } from '#ingest/ingest-workspace.ts';
import type { Body } from '#ingest/parsed-file.ts';
import type { ArgumentMap } from '#schemas/argument-map.ts';
import type { Entry } from '#schemas/entry.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';

/**
 * What the site shows of an entry's text, from the cache: the only way by which pages, their Markdown and the search index get it. Of a paper whose text
 * is not published there is no HTML, and as Markdown its metadata.
 *
 * @param entry a published one (`graph/publication/publication.ts`)
 * @throws where the cache does not hold the body
 */
export async function readPublishedBody(cacheDir: string, content: Pick<WorkspaceContent, 'program'>, entry: Entry): Promise<Body> {
  if (!showsFullText(entry, content)) return { html: '', markdown: metadataText(entry) };
  const body = await readBody(cacheDir, entry);
  return entry.path === 'program.md' ? { ...body, markdown: publishedProgramText(entry, body.markdown) } : body;
}

/** The Argdown of a published map. */
export async function readPublishedMap(cacheDir: string, { digest }: Pick<ArgumentMap, 'digest'>): Promise<string> {
  return (await readBody(cacheDir, { digest, part: 0 })).markdown;
}

/** A paper in its canonical form, without its text. */
function metadataText({ title, data }: Entry): string {
  return `${frontmatterText({ title, ...data })}\n`;
}
