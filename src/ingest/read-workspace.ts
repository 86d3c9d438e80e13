import type { Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { problem } from '#diagnostics/catalogue.ts';
import { comparePlaces, type Problem } from '#diagnostics/diagnostic.ts';
import { siteMarkerName, type FileRecord, type SkippedFile } from '#schemas/workspace.ts';
import picomatch from 'picomatch';
import { decodeText } from './decode-text.ts';
import { digestOf } from './digest.ts';
import { inBatches } from './in-batches.ts';
import type { SourceFile } from './parsed-file.ts';
import { programPath, reasonToSkipFile, reasonToSkipFolder, recognise } from './recognise.ts';

/** What lies in a workspace, before anything is parsed. All lists are sorted by path, by code unit. */
export interface WorkspaceFiles {
  /** The workspace's folder name. */
  readonly name: string;
  readonly sources: readonly SourceFile[];
  /** Records of files that should have been read and could not be. */
  readonly unreadable: readonly FileRecord[];
  readonly skipped: readonly SkippedFile[];
  readonly assets: readonly string[];
  readonly problems: readonly Problem[];
}

/** Larger files are data, not writing. */
const largestFile = 5 * 1024 * 1024;

/**
 * Reads every file of a workspace that Priors understands; the only place of the ingest that reads one. Nothing is thrown: a missing or empty
 * workspace, an unreadable file and bytes that are no text are problems.
 *
 * Symbolic links to files within the workspace are followed, all others are named in `skipped`: a folder is read at its own place only.
 *
 * @param ignore globs of `program.md`, relative to the workspace
 */
export async function readWorkspace(root: string, ignore: readonly string[]): Promise<WorkspaceFiles> {
  const collected: Collected = { sources: [], unreadable: [], skipped: [], assets: [], problems: [] };
  const name = basename(resolve(root));
  const realRoot = await realFolder(root);
  if (realRoot === null) {
    collected.problems.push(problem('missing-workspace', workspacePlace, { folder: name }));
  } else {
    const isIgnored = matcherOf(ignore);
    const walk: Walk = { realRoot, isIgnored, found: [], collected };
    await findFiles(walk, '', '');
    await inBatches(walk.found, (file) => readOne(walk, file));
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
    problems: collected.problems.sort(comparePlaces),
  };
}

/** The workspace's `program.md`, which says what to ignore before anything else is read; null where there is none that can be read. */
export async function readProgram(root: string): Promise<SourceFile | null> {
  try {
    const [realRoot, file] = await Promise.all([realpath(root), realpath(join(root, programPath))]);
    const found = await stat(file);
    if (!file.startsWith(realRoot + sep) || !found.isFile() || found.size > largestFile) return null;
    return sourceOf(programPath, await readFile(file));
  } catch {
    // Whatever is wrong with it is reported when the whole workspace is read.
    return null;
  }
}

/** Where a problem of the workspace as a whole stands. */
const workspacePlace = { path: '.', line: 1, column: 1 } as const;

interface Collected {
  readonly sources: SourceFile[];
  readonly unreadable: FileRecord[];
  readonly skipped: SkippedFile[];
  readonly assets: string[];
  readonly problems: Problem[];
}

interface Walk {
  readonly realRoot: string;
  readonly isIgnored: (path: string) => boolean;
  /** The files to be read, in the order in which they were found. */
  readonly found: FoundFile[];
  readonly collected: Collected;
}

interface FoundFile {
  /** As the disk spells it. */
  readonly onDisk: string;
  /** In NFC. */
  readonly path: string;
}

/** @param folder the folder as the disk spells it, relative to the workspace; `path` the same in NFC */
async function findFiles(walk: Walk, folder: string, path: string): Promise<void> {
  const { collected } = walk;
  let items;
  try {
    items = await readdir(join(walk.realRoot, folder), { withFileTypes: true });
  } catch (error) {
    collected.problems.push(problem('unreadable-file', { path: path || '.', line: 1, column: 1 }, { reason: reasonOf(error) }));
    collected.skipped.push({ path: path || '.', reason: 'The folder cannot be read' });
    return;
  }
  if (folder !== '' && items.some(({ name }) => name === siteMarkerName)) {
    collected.skipped.push({ path, reason: 'A site that Priors built is not read again' });
    return;
  }
  const seen = new Set<string>();
  for (const item of items.sort((a, b) => compareText(a.name, b.name))) {
    const onDisk = folder === '' ? item.name : `${folder}/${item.name}`;
    const itemPath = (path === '' ? item.name : `${path}/${item.name}`).normalize('NFC');
    const skip = (reason: string): void => void collected.skipped.push({ path: itemPath, reason });
    if (seen.has(itemPath)) {
      skip('Another file has the same name in another Unicode form');
      continue;
    }
    seen.add(itemPath);
    const excluded = item.isDirectory() ? reasonToSkipFolder(item.name) : reasonToSkipFile(item.name);
    if (excluded !== null) skip(excluded);
    else if (walk.isIgnored(itemPath)) skip('Ignored by program.md');
    else if (item.isDirectory()) await findFiles(walk, onDisk, itemPath);
    else if (item.isSymbolicLink()) await findLinked(walk, { onDisk, path: itemPath }, skip);
    else if (item.isFile()) findOne(walk, { onDisk, path: itemPath }, skip);
    else skip('Neither a file nor a folder');
  }
}

async function findLinked(walk: Walk, file: FoundFile, skip: (reason: string) => void): Promise<void> {
  let target: string;
  let found: Stats;
  try {
    target = await realpath(join(walk.realRoot, file.onDisk));
    found = await stat(target);
  } catch {
    return skip('A symbolic link that leads nowhere or round in a circle');
  }
  if (target !== walk.realRoot && !target.startsWith(walk.realRoot + sep)) return skip('A symbolic link that leaves the workspace');
  if (found.isDirectory()) return skip('A symbolic link to a folder, which is read at its own place only');
  if (!found.isFile()) return skip('Neither a file nor a folder');
  const segments = relative(walk.realRoot, target).split(sep);
  const hidden = segments.some((name, index) => (index < segments.length - 1 ? reasonToSkipFolder(name) : reasonToSkipFile(name)) !== null);
  const targetPath = segments.join('/').normalize('NFC');
  if (hidden || walk.isIgnored(targetPath) || recognise(targetPath).as === 'private')
    return skip('A symbolic link to a file that is not read');
  findOne(walk, file, skip);
}

function findOne({ found, collected }: Walk, file: FoundFile, skip: (reason: string) => void): void {
  const recognition = recognise(file.path);
  if (recognition.as === 'unread' || recognition.as === 'private') skip(recognition.reason);
  if (recognition.as === 'unread' || recognition.as === 'asset') collected.assets.push(file.path);
  else if (recognition.as !== 'private') found.push(file);
}

async function readOne({ realRoot, collected }: Walk, { onDisk, path }: FoundFile): Promise<void> {
  try {
    const file = join(realRoot, onDisk);
    if ((await stat(file)).size > largestFile) {
      collected.skipped.push({ path, reason: 'Larger than 5 MB' });
      collected.assets.push(path);
      return;
    }
    collected.sources.push(sourceOf(path, await readFile(file)));
  } catch (error) {
    collected.problems.push(problem('unreadable-file', { path, line: 1, column: 1 }, { reason: reasonOf(error) }));
    collected.unreadable.push({ path, kind: 'unreadable', entries: 0, rows: 0, events: 0, unaccounted: [] });
  }
}

/** What configures is never ignored. Parentheses in a glob are text: as groups they would let a workspace write regular expressions that never end. */
function matcherOf(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const literal = globs.map((glob) => glob.replace(/[()]/g, '\\$&'));
  const isMatch = picomatch(literal, { dot: true, noextglob: true, nonegate: true });
  return (path) => path !== programPath && isMatch(path);
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

/** What the system says, without the path of this machine that Node puts behind it. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'it is gone',
    EISDIR: 'it is a folder',
    EMFILE: 'too many open files',
    EIO: 'the disk failed',
  };
  return known[code] ?? (code === '' ? 'unknown reason' : code);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
