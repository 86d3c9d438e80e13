import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { ignoredByProgram, siteMarkerName, type SkippedFile, type SymbolicLink } from '#schemas/workspace.ts';
import type { GitIgnored } from './read-git-ignored.ts';
import { recognise, type Recognition } from '#ingest/recognition/recognise.ts';
import { reasonToSkipContents, reasonToSkipFile, reasonToSkipFolder } from './skipped-folders.ts';

/** A file that is read, if its beginning does not say otherwise. */
export interface FoundFile {
  /** As the disk spells it. */
  readonly onDisk: string;
  /** In NFC. */
  readonly path: string;
  readonly recognition: Recognition;
  /** Whether git ignores it: then it is read only if its text says that it is what its name says. */
  readonly isGitIgnored: boolean;
  /** Whether it lies in a folder that is named in `skipped` as a whole. */
  readonly isQuiet: boolean;
}

/** What lies in the folders of a workspace, in the order in which it was found. No file was opened. */
export interface FoundFiles {
  readonly found: FoundFile[];
  readonly skipped: SkippedFile[];
  readonly assets: string[];
  readonly symbolicLinks: SymbolicLink[];
  readonly problems: Problem[];
}

export interface FolderOptions {
  readonly realRoot: string;
  readonly git: GitIgnored;
  /** What `program.md` says, of a path in NFC. */
  readonly isIgnored: (path: string) => boolean;
}

/** Why a file that git ignores is not read. */
export const gitIgnoresIt = { as: 'unread', reason: 'git ignores it' } as const satisfies Recognition;

/**
 * Looks through the folders of a workspace. What git ignores is not published, apart from results tables, run logs, journals and `queue.json`:
 * research programs keep those out of git and live on them. They are looked for in ignored folders too, which are named as a whole.
 */
export async function readFolders(options: FolderOptions): Promise<FoundFiles> {
  const walk: Walk = { ...options, files: { found: [], skipped: [], assets: [], symbolicLinks: [], problems: [] } };
  await readFolder(walk, { onDisk: '', path: '', isQuiet: false });
  return walk.files;
}

interface Walk extends FolderOptions {
  readonly files: FoundFiles;
}

interface Place {
  readonly onDisk: string;
  readonly path: string;
  /** Whether what is skipped here is already accounted for. */
  readonly isQuiet: boolean;
}

async function readFolder(walk: Walk, { onDisk: folder, path, isQuiet }: Place): Promise<void> {
  const { files } = walk;
  const skip = (path: string, reason: string): void => {
    if (!isQuiet) files.skipped.push({ path, reason });
  };
  let items;
  try {
    items = await readdir(join(walk.realRoot, folder), { withFileTypes: true });
  } catch (error) {
    files.problems.push(problem('unreadable-file', { path: path || '.', line: 1, column: 1 }, { reason: reasonOf(error, path) }));
    skip(path || '.', 'The folder cannot be read');
    return;
  }
  if (folder !== '') {
    const isSite = items.some(({ name }) => name === siteMarkerName);
    const reason = isSite ? 'A site that Priors built is not read again' : reasonToSkipContents(items, walk.git.isInRepository);
    if (reason !== null) {
      skip(path, reason);
      return;
    }
  }
  const seen = new Set<string>();
  for (const item of items.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    const onDisk = folder === '' ? item.name : `${folder}/${item.name}`;
    const itemPath = (path === '' ? item.name : `${path}/${item.name}`).normalize('NFC');
    if (seen.has(itemPath)) {
      const reason = 'Another file has the same name in another Unicode form';
      skip(itemPath, reason);
      if (!isQuiet) files.problems.push(problem('unreadable-file', { path: itemPath, line: 1, column: 1 }, { reason: lowerFirst(reason) }));
      continue;
    }
    seen.add(itemPath);
    const place: Place = { onDisk, path: itemPath, isQuiet };
    const excluded = item.isDirectory() ? reasonToSkipFolder(item.name) : reasonToSkipFile(item.name);
    if (excluded !== null) skip(itemPath, excluded);
    else if (walk.isIgnored(itemPath)) skip(itemPath, ignoredByProgram);
    else if (item.isDirectory()) {
      const isNewlyIgnored = !isQuiet && walk.git.paths.has(`${onDisk}/`);
      if (isNewlyIgnored) skip(itemPath, gitIgnoresIt.reason);
      await readFolder(walk, { ...place, isQuiet: isQuiet || isNewlyIgnored });
    } else if (item.isSymbolicLink()) await readLink(walk, place, skip);
    else if (item.isFile()) addFile(walk, place, isQuiet || walk.git.paths.has(onDisk), skip);
    else skip(itemPath, 'Neither a file nor a folder');
  }
}

type Skip = (path: string, reason: string) => void;

async function readLink(walk: Walk, place: Place, skip: Skip): Promise<void> {
  const { realRoot, git } = walk;
  let target: string;
  let found: Stats;
  try {
    target = await realpath(join(realRoot, place.onDisk));
    found = await stat(target);
  } catch {
    skip(place.path, 'A symbolic link that leads nowhere or round in a circle');
    return;
  }
  if (target !== realRoot && !target.startsWith(realRoot + sep)) return skip(place.path, 'A symbolic link that leaves the workspace');
  if (found.isDirectory()) return skip(place.path, 'A symbolic link to a folder, which is read at its own place only');
  if (!found.isFile()) return skip(place.path, 'Neither a file nor a folder');
  const segments = relative(realRoot, target).split(sep);
  const folders = segments.slice(0, -1);
  const isHidden = folders.some((name) => reasonToSkipFolder(name) !== null) || reasonToSkipFile(segments.at(-1) ?? '') !== null;
  const targetPath = segments.join('/').normalize('NFC');
  if (isHidden || walk.isIgnored(targetPath) || recognise(targetPath).as === 'private')
    return skip(place.path, 'A symbolic link to a file that is not read');
  const isTargetIgnored =
    git.paths.has(segments.join('/')) || folders.some((_, index) => git.paths.has(`${folders.slice(0, index + 1).join('/')}/`));
  walk.files.symbolicLinks.push({ path: place.path, target: targetPath });
  addFile(walk, place, place.isQuiet || isTargetIgnored || git.paths.has(place.onDisk), skip);
}

function addFile({ files }: Walk, { onDisk, path, isQuiet }: Place, isGitIgnored: boolean, skip: Skip): void {
  const recognition = recognise(path);
  if (isGitIgnored && !isReadIfIgnored(path, recognition))
    skip(path, recognition.as === 'private' ? recognition.reason : gitIgnoresIt.reason);
  else if (recognition.as === 'private') skip(path, recognition.reason);
  else if (recognition.as === 'asset') files.assets.push(path);
  else if (recognition.as === 'unread') {
    skip(path, recognition.reason);
    files.assets.push(path);
  } else files.found.push({ onDisk, path, recognition, isGitIgnored, isQuiet });
}

/** Results tables, run logs, journals and `queue.json`; only what is called so is opened, since ignored folders hold a lot. */
function isReadIfIgnored(path: string, recognition: Recognition): boolean {
  switch (recognition.as) {
    case 'program':
    case 'table':
    case 'run log':
    case 'job queue':
      return true;
    case 'sections':
      return recognition.kind === 'journal';
    case 'perhaps':
      return /\.(?:log|jsonl|ndjson|jsonl\.txt)$/i.test(path);
    default:
      return false;
  }
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** What the system says, without the path of this machine that Node puts behind it. */
export function reasonOf(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // What is no UTF-8 in a name comes as U+FFFD, under which the disk knows nothing.
  if (code === 'ENOENT' && path.includes('\uFFFD')) return 'its name is not UTF-8';
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
