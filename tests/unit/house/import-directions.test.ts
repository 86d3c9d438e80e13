import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCycle } from './cycles.ts';
import { folderOf, readSources, type Source, type SourceImport } from './sources.ts';

/** "Who may import whom" of the design. A folder may always import itself. */
interface Row {
  readonly folders: readonly string[];
  readonly mayImport: readonly string[];
  /** Of these, types only: they leave no trace in the program. */
  readonly mayImportTypesOf?: readonly string[];
  /** Modules of Node and packages that it must not import; a name covers what lies below it. */
  readonly never?: readonly string[];
}

const leaves = ['diagnostics', 'statistics'];
const disk = ['node:fs', 'node:child_process', '#git'];
const belowViews = ['graph', 'schemas', 'diagnostics', 'charts', 'statistics', 'search', 'changes'];
const belowSite = ['ingest', 'checks', 'markdown', 'views', ...belowViews];

const table: readonly Row[] = [
  { folders: leaves, mayImport: [], never: [...disk, 'astro'] },
  { folders: ['git'], mayImport: [], never: ['astro'] },
  { folders: ['schemas'], mayImport: ['diagnostics'], never: [...disk, 'astro'] },
  { folders: ['arithmetic'], mayImport: [], never: [...disk, 'astro'] },
  { folders: ['ingest'], mayImport: ['schemas', 'diagnostics', 'markdown', 'arithmetic', 'git'], never: ['astro'] },
  { folders: ['graph'], mayImport: ['schemas', ...leaves], never: [...disk, 'astro'] },
  { folders: ['checks'], mayImport: ['graph', 'schemas', 'arithmetic', ...leaves], never: [...disk, 'astro'] },
  { folders: ['markdown'], mayImport: leaves, mayImportTypesOf: ['schemas'], never: [...disk, 'astro'] },
  { folders: ['charts'], mayImport: leaves, never: [...disk, 'astro'] },
  { folders: ['client'], mayImport: leaves, mayImportTypesOf: ['schemas'], never: ['node:', 'astro'] },
  { folders: ['search'], mayImport: ['graph', 'schemas', ...leaves], never: ['astro'] },
  { folders: ['changes'], mayImport: ['graph', 'schemas', ...leaves, 'git'], never: ['astro'] },
  { folders: ['adoption'], mayImport: ['graph', 'schemas', ...leaves, 'git'], never: ['astro'] },
  { folders: ['write'], mayImport: ['graph', 'schemas', ...leaves, 'ingest'], never: ['astro'] },
  { folders: ['publishing'], mayImport: ['schemas', 'diagnostics', 'git'], never: ['astro'] },
  { folders: ['views'], mayImport: belowViews, never: [...disk, 'astro'] },
  { folders: ['site', 'content.config.ts'], mayImport: ['site', ...belowSite] },
  {
    folders: ['pages', 'layouts', 'components'],
    mayImport: ['views', 'site', 'layouts', 'components', 'client', 'styles'],
    mayImportTypesOf: belowSite,
    never: disk,
  },
  { folders: ['scripts'], mayImport: ['site', 'write', 'publishing', 'adoption', 'git', ...belowSite], never: ['astro:', 'astro/dist'] },
];

/** The places where modules exist that only Astro can resolve. */
const astroPlaces = ['site', 'pages', 'content.config.ts'];

/** Single files that one more folder may import, and why. */
const exceptions: readonly { readonly folder: string; readonly file: string; readonly reason: string }[] = [
  { folder: 'client', file: 'src/search/segment-words.ts', reason: 'a question is cut into words as the indexed text was' },
  {
    folder: 'client',
    file: 'src/schemas/table-query.ts',
    reason: 'the address of a table is checked and linked to at build, and read on its page',
  },
  {
    folder: 'client',
    file: 'src/schemas/delimited-row.ts',
    reason: 'rows are written alike in downloads, in records and in what a reader copies',
  },
  {
    folder: 'views',
    file: 'src/client/table/written-numbers.ts',
    reason: 'numbers stand in line alike at build and in the rows that the script adds',
  },
];

/** The files that touch disk or start processes; everything beside them, the parsers above all, is pure. */
const diskFiles: Readonly<Record<string, readonly RegExp[]>> = {
  ingest: [/^read-/, /^cache\.ts$/, /^ingest-workspace\.ts$/],
  changes: [/^read-/],
  // The templates of the workflows are files.
  adoption: [/^read-/, /^workflow-files\.ts$/],
};

const checkout = join(import.meta.dirname, '../../..');
const sources = readSources();

describe('who may import whom', () => {
  test('every folder of src and scripts stands in the table', () => {
    const known = new Set([...table.flatMap(({ folders }) => folders), 'styles']);
    expect([...new Set(sources.map(({ folder }) => folder))].filter((folder) => !known.has(folder))).toEqual([]);
  });

  test.each(table.flatMap((row) => row.folders.map((folder) => ({ folder, row }))))('$folder imports what it may', ({ folder, row }) => {
    expect(
      violations(folder, (_, { target, specifier, typeOnly }) => {
        if (target === null) return row.never?.some((module) => covers(module, specifier)) ?? false;
        const to = folderOf(target);
        const excepted = exceptions.some((exception) => exception.folder === folder && exception.file === target);
        return to !== folder && !excepted && !row.mayImport.includes(to) && !(typeOnly && row.mayImportTypesOf?.includes(to));
      }),
    ).toEqual([]);
  });

  test.each(Object.entries(diskFiles))('in %s, disk and processes are touched only where the name says so', (folder, allowed) => {
    expect(
      violations(folder, (source, { specifier }) => {
        const name = source.path.split('/').at(-1) ?? '';
        return disk.some((module) => covers(module, specifier)) && !allowed.some((pattern) => pattern.test(name));
      }),
    ).toEqual([]);
  });

  test('astro:* modules are imported in site, pages and content.config.ts only', () => {
    const others = new Set(sources.map(({ folder }) => folder).filter((folder) => !astroPlaces.includes(folder)));
    expect([...others].flatMap((folder) => violations(folder, (_, { specifier }) => specifier.startsWith('astro:')))).toEqual([]);
  });

  test('a file beside or below is imported as ./file.ts, any other as #folder/file.ts, and it exists', () => {
    const inSource = sources.filter(({ path }) => path.startsWith('src/') && path.split('/').length > 2);
    const misnamed = inSource.flatMap((source) =>
      source.imports
        .filter(
          ({ target, specifier }) =>
            target !== null && !(isFile(target) && isWellNamed(specifier, dirname(target) === dirname(source.path))),
        )
        .map((imported) => describeImport(source, imported)),
    );
    expect(misnamed).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    const imports = new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]));
    expect(findCycle(imports)).toEqual(null);
  });
});

const isFile = (path: string): boolean => existsSync(join(checkout, path));
const isWellNamed = (specifier: string, beside: boolean): boolean => specifier.startsWith('./') || (specifier.startsWith('#') && !beside);

/** The imports of a folder that a rule forbids, as `path:line imports specifier`. */
function violations(folder: string, isForbidden: (source: Source, imported: SourceImport) => boolean): string[] {
  return sources
    .filter((source) => source.folder === folder)
    .flatMap((source) =>
      source.imports.filter((imported) => isForbidden(source, imported)).map((imported) => describeImport(source, imported)),
    );
}

function describeImport({ path }: Source, { line, typeOnly, specifier }: SourceImport): string {
  return `${path}:${String(line)} imports ${typeOnly ? 'types of ' : ''}${specifier}`;
}

/** `node:` covers all of Node, `node:fs` also `node:fs/promises`, `astro` also `astro/loaders` and `astro:content`. */
function covers(module: string, specifier: string): boolean {
  return module.endsWith(':')
    ? specifier.startsWith(module)
    : specifier === module || specifier.startsWith(`${module}/`) || specifier.startsWith(`${module}:`);
}
