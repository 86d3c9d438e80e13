import { assemble } from '#ingest/assemble.ts';
import { openCache, parseThrough } from '#ingest/cache.ts';
import { parseFile } from '#ingest/parse-file.ts';
import type { ParsedFile } from '#ingest/parsed-file.ts';
import { readIgnore } from '#ingest/read-ignore.ts';
import { readProgram, readWorkspace } from '#ingest/read-workspace.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { sourceFromText } from './source-text.ts';

export interface ContentWithFile {
  /** The workspace as it would be with the file. */
  readonly content: WorkspaceContent;
  readonly parsed: ParsedFile;
}

/**
 * What a workspace would hold with one file more or in another state, which is not written: so that a new entry is judged by the parser, the graph and the rules that
 * `check` uses. Unlike `ingestWorkspace` it leaves the cache of a site that is being shown or built as it is, and only adds to it.
 *
 * @param cacheDir this workspace's own folder for caches
 * @param path where the file would stand, relative to the workspace
 */
export async function contentWith(root: string, cacheDir: string, path: string, text: string): Promise<ContentWithFile> {
  const { globs } = readIgnore(await readProgram(root));
  const { sources, ...files } = await readWorkspace(root, globs);
  const cache = openCache(cacheDir);
  const others: Omit<ParsedFile, 'bodies'>[] = [];
  for (const source of sources.filter((each) => each.path !== path)) {
    others.push((await parseThrough(cache, source)).parsed);
  }
  const parsed = parseFile(sourceFromText(path, text));
  return { content: assemble(files, [...others, parsed], null), parsed };
}
