import { assemble } from '#ingest/assemble.ts';
import { openCache, type ParsedFileCache } from '#ingest/cache.ts';
import { parseFile } from '#ingest/parse-file.ts';
import type { ParsedFile, SourceFile } from '#ingest/parsed-file.ts';
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
  const program = await readProgram(root);
  const ignore = program === null ? [] : (parseFile(program).program?.ignore ?? []);
  const { sources, ...files } = await readWorkspace(root, ignore);
  const cache = openCache(cacheDir);
  const others: Omit<ParsedFile, 'bodies'>[] = [];
  for (const source of sources.filter((each) => each.path !== path)) {
    const cached = await cache.read(source.digest);
    others.push(cached ?? (await parseInto(cache, source)));
  }
  const parsed = parseFile(sourceFromText(path, text));
  return { content: assemble(files, [...others, parsed], null), parsed };
}

async function parseInto(cache: ParsedFileCache, source: SourceFile): Promise<ParsedFile> {
  const parsed = parseFile(source);
  await cache.write(source.digest, parsed);
  return parsed;
}
