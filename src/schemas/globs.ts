import picomatch from 'picomatch';
import { text } from './fields.ts';

/** A glob becomes a regular expression, which takes a power of a path's length for each wildcard and group that it tries: the bound keeps that small. */
export const glob = text.refine((value) => (value.match(/\*+|\{/g)?.length ?? 0) <= 4, {
  params: { expected: 'glob with at most four of * and {' },
});

/**
 * Whether one of the globs fits a path of the workspace itself; a folder's fits nothing in it (see `coverOf`). Parentheses in a glob are text: as groups they would
 * let a workspace write regular expressions that never end.
 *
 * @param globs relative to the workspace; `./`, a leading or a closing `/` mean nothing
 */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const literal = globs.map((each) => {
    const path = each.normalize('NFC').replace(/^(?:\.?\/)+|\/+$/g, '');
    // The workspace itself is everything in it.
    return path === '' || path === '.' ? '**' : path.replace(/[()]/g, '\\$&');
  });
  return picomatch(literal, { dot: true, noextglob: true, nonegate: true });
}

/** Whether one of the globs fits a path or a folder above it: `drafts` covers `drafts/a.md`. */
export function coverOf(globs: readonly string[]): (path: string) => boolean {
  const fits = matcherOf(globs);
  const folders = new Map<string, boolean>();
  const covers = (path: string): boolean => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf('/');
    const found = fits(path) || (slash > 0 && covers(path.slice(0, slash)));
    folders.set(path, found);
    return found;
  };
  return covers;
}
