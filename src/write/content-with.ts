import { assemble } from '#ingest/assemble.ts';
import { openCache, parseThrough } from '#ingest/cache.ts';
import { maskCredentials } from '#ingest/credentials/mask-credentials.ts';
import { parseFile } from '#ingest/parse-file.ts';
import type { ParsedFile } from '#ingest/parsed-file.ts';
import { readIgnore } from '#ingest/reading/read-ignore.ts';
import { readProgram, readWorkspace, type WorkspaceFiles } from '#ingest/reading/read-workspace.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { sourceFromText } from './source-text.ts';

export interface ContentWithFile {
  /** The workspace as it would be with the file. */
  readonly content: WorkspaceContent;
  readonly parsed: ParsedFile;
}

/** A file as parsed, without the HTML of its entries. */
export type ParsedMetadata = Omit<ParsedFile, 'bodies'>;

export interface ParsedWorkspace {
  readonly files: Omit<WorkspaceFiles, 'sources'>;
  readonly parsed: readonly ParsedMetadata[];
}

/**
 * What a workspace would hold with one file more or in another state, which is not written: so that a new entry is judged by the parser, the graph and the rules that
 * `check` uses. Unlike `ingestWorkspace` it leaves the cache of a site that is being shown or built as it is, and only adds to it.
 *
 * @param cacheDir this workspace's own folder for caches
 * @param path where the file would stand, relative to the workspace
 */
export async function contentWith(root: string, cacheDir: string, path: string, text: string): Promise<ContentWithFile> {
  const { files, parsed: all } = await readParsed(root, cacheDir);
  const others = all.filter(({ record }) => record.path !== path);
  const parsed = parseFile(sourceFromText(path, text));
  // The text itself stays as it is: what is written must be what was given.
  const advised = { ...parsed, problems: [...parsed.problems, ...maskCredentials(path, text).problems] };
  return { content: assemble(files, [...others, advised], null), parsed };
}

/** All files of a workspace as parsed, in the order of their paths; what the cache does not have yet is added to it. */
export async function readParsed(root: string, cacheDir: string): Promise<ParsedWorkspace> {
  const { globs } = readIgnore(await readProgram(root));
  const { sources, ...files } = await readWorkspace(root, globs);
  const cache = openCache(cacheDir);
  const parsed: ParsedMetadata[] = [];
  for (const source of sources) parsed.push((await parseThrough(cache, source)).parsed);
  return { files, parsed };
}
