import { open, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { problem } from '#diagnostics/catalogue.ts';
import { comparePlaces, type Problem } from '#diagnostics/diagnostic.ts';
import { coverOf } from '#schemas/globs.ts';
import type { FileRecord, SkippedFile, SymbolicLink } from '#schemas/workspace.ts';
import { decodeText } from './decode-text.ts';
import { digestOf } from '#ingest/digest.ts';
import { inBatches } from '#ingest/in-batches.ts';
import type { SourceFile } from '#ingest/parsed-file.ts';
import { gitIgnoresIt, readFolders, reasonOf, type FoundFile } from './read-folders.ts';
import { readGitIgnored } from './read-git-ignored.ts';
import { beginning, isConfirmedByText, recogniseText } from '#ingest/recognition/recognise-text.ts';
import { programPath, type Recognition } from '#ingest/recognition/recognise.ts';

/** What lies in a workspace, before anything is parsed. All lists are sorted by path, by code unit. */
export interface WorkspaceFiles {
  /** The workspace's folder name. */
  readonly name: string;
  readonly sources: readonly SourceFile[];
  /** Records of files that should have been read and could not be. */
  readonly unreadable: readonly FileRecord[];
  readonly skipped: readonly SkippedFile[];
  readonly assets: readonly string[];
  /** Of the sources and assets, those that stand at their path by a symbolic link. */
  readonly symbolicLinks: readonly SymbolicLink[];
  readonly problems: readonly Problem[];
}

/** Larger files are data, not writing, in bytes. */
const largestText = 5 * 1024 * 1024;
/** Results tables and run logs grow by themselves; what is larger than this, in bytes, cannot be shown on a page. */
const largestData = 32 * 1024 * 1024;
/** A UTF-16 code unit takes up to three bytes: so much of a file holds its `beginning`, with a BOM. */
const beginningBytes = 3 * beginning + 4;

/**
 * Reads every file of a workspace that Priors understands; the only place of the ingest that reads one. Nothing is thrown: a missing or empty
 * workspace, an unreadable file and bytes that are no text are problems. Of a file whose name does not tell what it is only the beginning is
 * read, so that a repository with ten thousand data files costs little.
 *
 * Symbolic links to files within the workspace are followed, all others are named in `skipped`: a folder is read at its own place only.
 *
 * @param ignore globs of `program.md`, relative to the workspace
 * @param inRepository whether git is asked what it ignores; not for files that were taken out of a repository
 */
export async function readWorkspace(
  root: string,
  ignore: readonly string[],
  { inRepository }: { readonly inRepository: boolean } = { inRepository: true },
): Promise<WorkspaceFiles> {
  const name = basename(resolve(root));
  const realRoot = await realFolder(root);
  const collected: Collected = { sources: [], unreadable: [], skipped: [], assets: [], symbolicLinks: [], problems: [] };
  if (realRoot === null) {
    collected.problems.push(problem('missing-workspace', workspacePlace, { folder: name }));
  } else {
    const git = inRepository ? await readGitIgnored(realRoot) : outsideGit;
    if (git.failure !== null) collected.problems.push(problem('git-not-asked', workspacePlace, { reason: git.failure }));
    const { found, ...rest } = await readFolders({ realRoot, git, isIgnored: ignoreMatcher(ignore) });
    collected.skipped.push(...rest.skipped);
    collected.assets.push(...rest.assets);
    collected.symbolicLinks.push(...rest.symbolicLinks);
    collected.problems.push(...rest.problems);
    await inBatches(found, (file) => readOne(collected, realRoot, file));
    if (collected.sources.length + collected.unreadable.length === 0) {
      collected.problems.push(problem('empty-workspace', workspacePlace, { folder: name }));
    }
  }
  return {
    name,
    sources: collected.sources.sort(byPath),
    unreadable: collected.unreadable.sort(byPath),
    skipped: collected.skipped.sort(byPath),
    assets: collected.assets.sort(),
    symbolicLinks: collected.symbolicLinks.sort(byPath),
    problems: collected.problems.sort(comparePlaces),
  };
}

/** The workspace's `program.md`, which says what to ignore before anything else is read; null where there is none that can be read. */
export async function readProgram(root: string): Promise<SourceFile | null> {
  try {
    const [realRoot, file] = await Promise.all([realpath(root), realpath(join(root, programPath))]);
    const found = await stat(file);
    if (!file.startsWith(realRoot + sep) || !found.isFile() || found.size > largestText) return null;
    return sourceOf(programPath, await readFile(file));
  } catch {
    // Whatever is wrong with it is reported when the whole workspace is read.
    return null;
  }
}

const outsideGit = { isInRepository: false, paths: new Set<string>(), failure: null } as const;

/** Where a problem of the workspace as a whole stands. */
const workspacePlace = { path: '.', line: 1, column: 1 } as const;

interface Collected {
  readonly sources: SourceFile[];
  readonly unreadable: FileRecord[];
  readonly skipped: SkippedFile[];
  readonly assets: string[];
  readonly symbolicLinks: SymbolicLink[];
  readonly problems: Problem[];
}

async function readOne(collected: Collected, realRoot: string, found: FoundFile): Promise<void> {
  const { path } = found;
  const place = { path, line: 1, column: 1 };
  try {
    const file = join(realRoot, found.onDisk);
    const { size } = await stat(file);
    const recognition = await recogniseFile(file, size, found);
    if (recognition.as === 'asset' || recognition.as === 'unread') {
      if (recognition.as === 'unread') collected.skipped.push({ path, reason: recognition.reason });
      if (!found.isGitIgnored) collected.assets.push(path);
      return;
    }
    const limit = recognition.as === 'table' || recognition.as === 'run log' ? largestData : largestText;
    if (size > limit) {
      const reason = `Larger than ${limit / 1024 / 1024} MB`;
      collected.skipped.push({ path, reason });
      collected.assets.push(path);
      collected.problems.push(problem('too-large-file', place, { megabytes: Math.ceil(size / 1024 / 1024), limit: limit / 1024 / 1024 }));
      return;
    }
    collected.sources.push(sourceOf(path, await readFile(file)));
  } catch (error) {
    collected.problems.push(problem('unreadable-file', place, { reason: reasonOf(error, path) }));
    collected.unreadable.push({ path, kind: 'unreadable', entries: 0, rows: 0, events: 0, unaccounted: [] });
  }
}

/** What a file is read as, by its beginning where its path does not tell, or where it is read only if it is what it is called. */
async function recogniseFile(file: string, size: number, { path, recognition, isGitIgnored, isQuiet }: FoundFile): Promise<Recognition> {
  const isDoubtful = isGitIgnored || (recognition.as === 'run log' && size > largestText);
  if (recognition.as !== 'perhaps' && !isDoubtful) return recognition;
  const { text } = decodeText(path, await readBeginning(file));
  const byText = recogniseText(path, text);
  if (isGitIgnored && (byText.as === 'unread' || !isConfirmedByText(byText, text))) return isQuiet ? { as: 'asset' } : gitIgnoresIt;
  return isDoubtful && !isConfirmedByText(byText, text) ? { as: 'unread', reason: 'Larger than 5 MB, and no run log' } : byText;
}

async function readBeginning(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginningBytes), 0, beginningBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What configures is never ignored. Of a file that is reached by a link, the folders above it have not been looked at. */
function ignoreMatcher(globs: readonly string[]): (path: string) => boolean {
  const isCovered = coverOf(globs);
  return (path) => path !== programPath && isCovered(path);
}

function sourceOf(path: string, bytes: Uint8Array): SourceFile {
  return { path, ...decodeText(path, bytes), digest: digestOf(path, bytes) };
}

async function realFolder(root: string): Promise<string | null> {
  try {
    const real = await realpath(root);
    return (await stat(real)).isDirectory() ? real : null;
  } catch {
    return null;
  }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
