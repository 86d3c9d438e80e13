import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { DateText } from '#schemas/fields.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { assemble } from './assemble.ts';
import { openCache, parseThrough, writeAtomically, type ParsedFileCache } from './cache.ts';
import { parserVersion } from './digest.ts';
import { readHistory } from './history/read-history.ts';
import { inBatches } from './in-batches.ts';
import type { SourceFile } from './parsed-file.ts';
import { frozenFiles, readEvaluations } from './reading/read-evaluations.ts';
import { checkPublish, readIgnore } from './reading/read-ignore.ts';
import { readProgram, readWorkspace, type WorkspaceFiles } from './reading/read-workspace.ts';
import { programPath } from './recognition/recognise.ts';

export { readBody } from './cache.ts';

/** Which file was read in which state. */
export interface Manifest {
  readonly parserVersion: string;
  readonly files: readonly { readonly path: string; readonly digest: string }[];
  /** How many files were parsed now, all others being in the cache. */
  readonly parsed: number;
}

/** A workspace as read: what `graph/` builds on. */
export interface Ingest {
  readonly content: WorkspaceContent;
  readonly manifest: Manifest;
}

export interface IngestOptions {
  /** The workspace. */
  readonly root: string;
  /** This workspace's own folder for caches. */
  readonly cacheDir: string;
  /** See `WorkspaceContent.asOf`; null outside git, for the newest date in the workspace. */
  readonly asOf: DateText | null;
  /** Where `root` holds the files of an earlier state: the workspace in its repository, which git is asked about, and the commit of that state. */
  readonly earlier?: EarlierState;
}

export interface EarlierState {
  readonly workspace: string;
  readonly commit: string;
}

/**
 * Reads a workspace: the one road from files to content. Files that are in the cache are not parsed again, and the bodies of all entries are
 * there afterwards (`readBody`). Whatever is wrong with the workspace is in `content.problems`.
 *
 * @throws only where the cache cannot be written
 */
export async function ingestWorkspace({ root, cacheDir, asOf, earlier }: IngestOptions): Promise<Ingest> {
  const program = await readProgram(root);
  const ignore = readIgnore(program);
  const { sources, ...files } = await readWorkspace(root, ignore.globs, { inRepository: earlier === undefined });
  const cache = openCache(cacheDir);
  let fresh = 0;
  const parsed = await inBatches(sources, async (source) => {
    const { parsed, isFresh } = await parseThrough(cache, source);
    if (isFresh) fresh += 1;
    return parsed;
  });
  const privacy = [...ignore.problems, ...checkPublish(program), ...unknownProgram(program, files)];
  const manifest: Manifest = { parserVersion, files: sources.map(({ path, digest }) => ({ path, digest })), parsed: fresh };
  const content = assemble({ ...files, problems: [...files.problems, ...privacy] }, parsed, asOf);
  const [evaluations, history] = await Promise.all([
    readEvaluations(earlier?.workspace ?? root, frozenFiles(content.program), content.tables),
    readHistory(earlier?.workspace ?? root, content, earlier?.commit ?? null),
  ]);
  await keepUsed(cache, cacheDir, manifest);
  return { content: { ...content, evaluations, history }, manifest };
}

/** A process that still shows the workspace as it was before finds its bodies once more. */
async function keepUsed(cache: ParsedFileCache, cacheDir: string, { files }: Manifest): Promise<void> {
  const digests = files.map(({ digest }) => digest);
  const before = await readDigests(cacheDir);
  await mkdir(cacheDir, { recursive: true });
  await writeAtomically(digestsPath(cacheDir), JSON.stringify(digests));
  await cache.keep(new Set([...digests, ...before]));
}

/** A `program.md` that is there and cannot be read may say that something must stay private. */
function unknownProgram(program: SourceFile | null, { unreadable, skipped }: Pick<WorkspaceFiles, 'unreadable' | 'skipped'>): Problem[] {
  if (program !== null || ![...unreadable, ...skipped].some(({ path }) => path === programPath)) return [];
  return [problem('unusable-publish', { path: programPath, line: 1, column: 1 }, { reason: 'program.md cannot be read' })];
}

/** What the last ingest with this folder used; nothing where that cannot be told, and then too much is removed, which is parsed again. */
async function readDigests(cacheDir: string): Promise<readonly string[]> {
  try {
    const digests = JSON.parse(await readFile(digestsPath(cacheDir), 'utf8')) as unknown;
    return Array.isArray(digests) ? digests.filter((digest) => typeof digest === 'string') : [];
  } catch {
    return [];
  }
}

function digestsPath(cacheDir: string): string {
  return join(cacheDir, 'ingested.json');
}
