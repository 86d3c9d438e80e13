/** A file of the branch, as git lists it. */
export interface TreeEntry {
  readonly mode: string;
  readonly object: string;
  readonly path: string;
}

/** Reads what `git ls-tree -r -z` prints. */
export function parseTree(printed: string): TreeEntry[] {
  return printed.split('\0').flatMap((line) => {
    const [, mode, object, path] = /^(\d+) \w+ ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
    return mode === undefined || object === undefined || path === undefined ? [] : [{ mode, object, path }];
  });
}

/** What `git update-index -z --index-info` reads. */
export function indexInfo(entries: readonly TreeEntry[]): string {
  return entries.map(({ mode, object, path }) => `${mode} ${object}\t${path}\0`).join('');
}

/** What the branch holds where GitHub Pages was set up by hand, and nothing was published yet. */
const harmless = new Set(['CNAME', '.nojekyll']);

/** Whether only Priors has published onto a branch: then all of it may be replaced. */
export function isPublishedByPriors(entries: readonly TreeEntry[], markers: readonly string[]): boolean {
  return entries.some(({ path }) => markers.includes(path)) || entries.every(({ path }) => harmless.has(path));
}
