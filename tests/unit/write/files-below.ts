import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All files and locks below a folder, hidden ones included, sorted: what a refused command must leave as it was. Folders behind links are listed too. */
export function filesBelow(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() || entry.name.endsWith('.lock'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
