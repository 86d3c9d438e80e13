/** The folder of a path, empty for the workspace itself: `ideas/x.md` → `ideas`. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The file name without its last extension: `ideas/2026-01-01_x.md` → `2026-01-01_x`. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? name : name.slice(0, dot);
}

/**
 * The workspace path that a target means when it is read from a folder. `.` and `..` are followed, a leading `/` stands
 * for the workspace, a trailing `/` is dropped.
 *
 * @returns the path relative to the workspace (empty for the workspace itself), or null where it leaves the workspace
 */
export function resolvePath(folder: string, target: string): string | null {
  const segments = target.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const segment of target.normalize('NFC').split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}

/** How a file in one place links to another: `reports/a.md`, `ideas/b.md` → `../ideas/b.md`. */
export function relativePath(fromFile: string, toPath: string): string {
  const from = folderOf(fromFile) === '' ? [] : folderOf(fromFile).split('/');
  const to = toPath.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
