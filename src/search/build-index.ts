import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { pagefindHtml } from './pagefind-html.ts';
import type { SearchDocument } from './search-document.ts';

type Documents = AsyncIterable<SearchDocument> | Iterable<SearchDocument>;

/** Interfaces that Pagefind ships with every index, 0.4 MB; the site has its own (decision 0007). */
const interfaceFile = /^pagefind-(?:component-ui|highlight|modular-ui|ui)\.(?:js|css)$/;

/** Pagefind is one child process with one pipe, and `close` would end an index that is still being made. */
let lastBuild: Promise<unknown> = Promise.resolve();

/**
 * Writes the search index of the documents to `<outFolder>/pagefind`, replacing the one that is there only once the new one is
 * complete. Calls within one process run one after the other.
 *
 * @returns how many documents were indexed
 * @throws Error saying which document was refused, or why Pagefind or the disk failed
 */
export function buildSearchIndex(documents: Documents, outFolder: string): Promise<{ documents: number }> {
  const build = lastBuild.then(() => writeIndex(documents, join(outFolder, 'pagefind')));
  lastBuild = build.catch(() => undefined);
  return build;
}

async function writeIndex(documents: Documents, target: string): Promise<{ documents: number }> {
  try {
    // Formulas: `annotation` repeats the source of what stands beside it.
    const { index, errors } = await createIndex({ excludeSelectors: ['annotation'] });
    if (index === undefined) throw failure('Pagefind did not start', errors);
    const count = await addDocuments(index, documents);
    const result = await index.getFiles();
    throwOnErrors('Pagefind made no index', result.errors);
    await replaceFolder(
      target,
      result.files.filter(({ path }) => !interfaceFile.test(path)),
    );
    return { documents: count };
  } finally {
    await close();
  }
}

/** One by one: the order decides the numbers that documents get in the index. */
async function addDocuments(index: PagefindIndex, documents: Documents): Promise<number> {
  let count = 0;
  for await (const document of documents) {
    const { errors } = await index.addHTMLFile({ url: document.url, content: pagefindHtml(document) });
    throwOnErrors(`The search index refused ${document.url}`, errors);
    count += 1;
  }
  return count;
}

/** Pagefind could write by itself, but panics and never answers where it may not. */
async function replaceFolder(target: string, files: readonly IndexFile[]): Promise<void> {
  const next = `${target}.next`;
  await rm(next, { recursive: true, force: true });
  const folders = new Set(files.map(({ path }) => dirname(join(next, path))));
  await Promise.all(Array.from(folders, (folder) => mkdir(folder, { recursive: true })));
  await Promise.all(files.map(({ path, content }) => writeFile(join(next, path), content)));
  await rm(target, { recursive: true, force: true });
  await rename(next, target);
}

function throwOnErrors(what: string, errors: readonly string[]): void {
  if (errors.length > 0) throw failure(what, errors);
}

function failure(what: string, errors: readonly string[]): Error {
  return new Error(`${what}: ${errors.join('; ') || 'no reason given'}`);
}
