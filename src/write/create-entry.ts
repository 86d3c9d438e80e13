import { stat } from 'node:fs/promises';
import { kindDescriptions } from '#schemas/kinds.ts';
import type { DateText } from '#schemas/fields.ts';
import { createUnderFreeName } from './create-file.ts';
import { entryText, type Draft } from './entry-text.ts';
import { fileStem, type FileKind } from './file-name.ts';
import { placeInside, realWorkspace, workspacePath } from './inside-workspace.ts';

/** A file that is about to be made. */
export interface PlannedEntry {
  readonly root: string;
  /** Where it would go, relative to the workspace, were the name free. */
  readonly path: string;
  readonly text: string;
}

/** Folders that are read in place of the canonical one (design, "Kinds"): a workspace that uses one goes on using it. */
const formerFolders: Readonly<Record<FileKind, readonly string[]>> = {
  log: ['engineering'],
  idea: ['1_ideas', 'research/ideas'],
  report: ['9_reports'],
  progress: [],
};

/** Where a draft goes and what its file will say. Nothing is written. */
export async function planEntry(workspace: string, draft: Draft, now: DateText): Promise<PlannedEntry> {
  const root = await realWorkspace(workspace);
  const titleKey = draft.kind === 'log' ? 'subject' : 'title';
  const { [titleKey]: title = '', date = '' } = draft.keys;
  const stated = typeof date === 'string' ? date.trim() : '';
  // A date without its time is all that the other kinds state (formats.md, "Canonical forms").
  const dated = stated !== '' ? stated : draft.kind === 'log' ? now : now.slice(0, 10);
  const keys = { ...draft.keys, date: date === '' ? dated : date };
  const stem = fileStem(draft.kind, dated, typeof title === 'string' ? title : '');
  return { root, path: `${await folderFor(root, draft.kind)}/${stem}.md`, text: entryText({ ...draft, keys }) };
}

/**
 * Makes the planned file, whole or not at all, under another name where its own is taken.
 *
 * @returns its path, relative to the workspace
 */
export async function createEntry({ root, path, text }: PlannedEntry): Promise<string> {
  const slash = path.lastIndexOf('/');
  const folder = await placeInside(root, path.slice(0, slash));
  const file = await createUnderFreeName(folder, path.slice(slash + 1).replace(/\.md$/, ''), '.md', text);
  return workspacePath(root, file);
}

async function folderFor(root: string, kind: FileKind): Promise<string> {
  const canonical = kindDescriptions[kind].folder;
  for (const folder of [canonical, ...formerFolders[kind]]) {
    const found = await stat(`${root}/${folder}`).catch(() => null);
    if (found?.isDirectory() === true) return folder;
  }
  return canonical;
}
