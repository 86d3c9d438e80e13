import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { withheldPaths } from '#graph/publication/withheld-paths.ts';
import { assemble } from '#ingest/assemble.ts';
import { parseFile } from '#ingest/parse-file.ts';
import type { ParsedFile, SourceFile } from '#ingest/parsed-file.ts';
import { readIgnore } from '#ingest/reading/read-ignore.ts';
import { readProgram, readWorkspace, type WorkspaceFiles } from '#ingest/reading/read-workspace.ts';
import { recognise } from '#ingest/recognition/recognise.ts';
import { slugify } from '#ingest/text/slug.ts';
import type { SkippedFile, WorkspaceContent } from '#schemas/workspace.ts';
import { Refusal } from '#write/refusal.ts';

/** A file of the imported folder that is something to Priors. */
export interface ImportFile {
  readonly source: SourceFile;
  readonly bytes: Uint8Array;
  readonly parsed: ParsedFile;
}

/** The folder that is imported, read as any workspace is. */
export interface ImportSource {
  /** Its name as part of paths. */
  readonly name: string;
  readonly content: WorkspaceContent;
  readonly files: readonly ImportFile[];
  /** What the ingest left out, private files among it. */
  readonly skipped: readonly SkippedFile[];
  /** Files that are never read, where they are to be imported all the same. */
  readonly privateFiles: readonly string[];
  /** The bytes of any of its files; null where it cannot be read or is larger than `most` bytes. */
  readonly bytesOf: (path: string, most: number) => Promise<Uint8Array | null>;
}

/**
 * Reads the folder that is to be imported, by the ingest that also reads workspaces in place. Nothing outside of it is read.
 *
 * Refused: a folder that is missing, that is the workspace, or that lies in it. A workspace within the folder is left out, and so is what must not be
 * published: where it goes, nothing would say so.
 *
 * @param workspace as it really lies on disk
 */
export async function readImportSource(folder: string, workspace: string, includePrivate: boolean): Promise<ImportSource> {
  const root = await sourceFolder(folder, workspace);
  const ignore = readIgnore(await readProgram(root));
  if (ignore.problems.length > 0)
    throw new Refusal(
      'The list under "ignore" in its program.md cannot be used, so nothing is known of what must stay unread',
      'Mend the list.',
    );
  const within = workspace.startsWith(`${root}${sep}`)
    ? `${workspace
        .slice(root.length + 1)
        .split(sep)
        .join('/')}/`
    : null;
  const { sources, ...read } = await readWorkspace(root, ignore.globs);
  const found = without({ ...read, sources }, (path) => within !== null && `${path}/`.startsWith(within));
  const parsed = new Map(found.sources.map((source) => [source, parseFile(source)]));
  const isPrivate = includePrivate ? () => false : withheldPaths(assemble(found, [...parsed.values()], null)).isWithheld;
  const shown = without(found, isPrivate);
  const bytesOf = (path: string, most: number): Promise<Uint8Array | null> => readBytes(root, path, most);
  const files: ImportFile[] = [];
  for (const source of shown.sources) {
    const bytes = await bytesOf(source.path, Number.POSITIVE_INFINITY);
    const own = parsed.get(source);
    if (bytes !== null && own !== undefined) files.push({ source, bytes, parsed: own });
  }
  return {
    name: nameOf(root),
    content: assemble(
      shown,
      files.map(({ parsed }) => parsed),
      null,
    ),
    files,
    skipped: [
      ...shown.skipped.filter(({ path }) => !includePrivate || recognise(path).as !== 'private'),
      ...shown.unreadable.map(({ path }) => ({ path, reason: 'It cannot be read' })),
      ...found.sources
        .filter(({ path }) => isPrivate(path))
        .map(({ path }) => ({ path, reason: 'Its program.md does not let it be published' })),
    ],
    privateFiles: includePrivate ? found.skipped.map(({ path }) => path).filter((path) => recognise(path).as === 'private') : [],
    bytesOf,
  };
}

/** Where a folder to be imported really lies. */
async function sourceFolder(folder: string, workspace: string): Promise<string> {
  const root = await realpath(folder).catch(() => null);
  if (root === null || !(await stat(root)).isDirectory())
    throw new Refusal(`There is no folder "${folder}" to import`, 'Name the folder of the other repository.');
  if (`${root}${sep}`.startsWith(`${workspace}${sep}`))
    throw new Refusal('What lies in the workspace is read where it is', 'Name a folder outside the workspace to import.');
  return root;
}

function without(files: WorkspaceFiles, isLeftOut: (path: string) => boolean): WorkspaceFiles {
  const stays = ({ path }: { readonly path: string }): boolean => !isLeftOut(path);
  return {
    ...files,
    sources: files.sources.filter(stays),
    unreadable: files.unreadable.filter(stays),
    skipped: files.skipped.filter(stays),
    assets: files.assets.filter((path) => !isLeftOut(path)),
  };
}

/** A name that makes no kind of what lies below it: a folder `ideas` holds ideas wherever it is. */
function nameOf(root: string): string {
  const slug = slugify(basename(resolve(root))).slug || 'source';
  const read = recognise(`pages/${slug}/x.md`);
  return read.as === 'entry' && read.kind === 'page' ? slug : `from-${slug}`;
}

/** Paths are NFC, the disk may spell them otherwise; what a symbolic link leads out of the folder to is not read. */
async function readBytes(root: string, path: string, most: number): Promise<Uint8Array | null> {
  let place: string | null = root;
  for (const segment of path.split('/')) place = place === null ? null : await inFolder(place, segment);
  const real = place === null ? null : await realpath(place).catch(() => null);
  if (real?.startsWith(root + sep) !== true) return null;
  const found = await stat(real);
  return found.isFile() && found.size <= most ? readFile(real) : null;
}

async function inFolder(folder: string, name: string): Promise<string | null> {
  const usual = join(folder, name);
  const isThere = await stat(usual).then(
    () => true,
    () => false,
  );
  if (isThere) return usual;
  const names = await readdir(folder).catch(() => []);
  const other = names.find((each) => each.normalize('NFC') === name);
  return other === undefined ? null : join(folder, other);
}
