import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { DateText } from '#schemas/fields.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { assemble } from './assemble.ts';
import { openCache, parseThrough, writeAtomically } from './cache.ts';
import { parserVersion } from './digest.ts';
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
}

/**
 * Reads a workspace: the one road from files to content. Files that are in the cache are not parsed again; the result is left there for
 * `readIngest`. Whatever is wrong with the workspace is in `content.problems`.
 *
 * @throws only where the cache cannot be written
 */
export async function ingestWorkspace({ root, cacheDir, asOf }: IngestOptions): Promise<Ingest> {
  const program = await readProgram(root);
  const ignore = readIgnore(program);
  const { sources, ...files } = await readWorkspace(root, ignore.globs);
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
  const evaluations = await readEvaluations(root, frozenFiles(content.program), content.tables);
  const ingest: Ingest = { content: { ...content, evaluations }, manifest };
  const before = await readManifest(cacheDir);
  await mkdir(cacheDir, { recursive: true });
  await writeAtomically(ingestPath(cacheDir), JSON.stringify(ingest));
  // A process that still shows the workspace as it was before finds its bodies once more.
  await cache.keep(new Set([...manifest.files, ...(before?.files ?? [])].map(({ digest }) => digest)));
  return ingest;
}

/**
 * The result of the last `ingestWorkspace` with this folder.
 *
 * @throws where there is none, or one of another version of Priors
 */
export async function readIngest(cacheDir: string): Promise<Ingest> {
  const text = await readFile(ingestPath(cacheDir), 'utf8').catch(() => null);
  const ingest = text === null ? null : parseIngest(text);
  if (ingest === null) throw new Error('This workspace has not been read yet: ingestWorkspace comes before readIngest.');
  return ingest;
}

/** A `program.md` that is there and cannot be read may say that something must stay private. */
function unknownProgram(program: SourceFile | null, { unreadable, skipped }: Pick<WorkspaceFiles, 'unreadable' | 'skipped'>): Problem[] {
  if (program !== null || ![...unreadable, ...skipped].some(({ path }) => path === programPath)) return [];
  return [problem('unusable-publish', { path: programPath, line: 1, column: 1 }, { reason: 'program.md cannot be read' })];
}

async function readManifest(cacheDir: string): Promise<Manifest | null> {
  return readIngest(cacheDir).then(
    ({ manifest }) => manifest,
    () => null,
  );
}

function parseIngest(text: string): Ingest | null {
  try {
    // Written whole by this very module, for this version.
    const ingest = JSON.parse(text) as Ingest;
    return ingest.manifest.parserVersion === parserVersion ? ingest : null;
  } catch {
    return null;
  }
}

function ingestPath(cacheDir: string): string {
  return join(cacheDir, 'ingest.json');
}
