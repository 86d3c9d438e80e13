/**
 * The path that a file has now. A folder, such as that of an experiment without a summary, was renamed with what lies in it.
 *
 * @param renames of files, by the path before: the path after
 */
export function renamedPath(path: string, renames: ReadonlyMap<string, string>): string {
  const direct = renames.get(path);
  if (direct !== undefined) return direct;
  for (const [before, after] of renames) {
    if (!before.startsWith(`${path}/`)) continue;
    const inner = before.slice(path.length);
    if (after.endsWith(inner)) return after.slice(0, -inner.length);
  }
  return path;
}
