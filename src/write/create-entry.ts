import { stat } from 'node:fs/promises';
import { kindDescriptions } from '#schemas/kinds.ts';
import type { DateText } from '#schemas/fields.ts';
import { createUnderFreeName } from './create-file.ts';
import { entryText, type Draft } from './entry-text.ts';
import { fileStem, type FileKind } from './file-name.ts';
import { assertPlainName, placeInside, realWorkspace, workspacePath } from './inside-workspace.ts';
import { Refusal } from './refusal.ts';

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
  paper: ['0_docs/papers'],
  experiment: [],
};

/**
 * Where a draft goes and what its file will say. Nothing is written.
 *
 * @param name of an experiment's folder below `experiments/`
 */
export async function planEntry(workspace: string, draft: Draft, now: DateText, name: string): Promise<PlannedEntry> {
  const root = await realWorkspace(workspace);
  const titleKey = draft.kind === 'log' ? 'subject' : 'title';
  const { [titleKey]: title = '', date = '' } = draft.keys;
  const stated = typeof date === 'string' ? date.trim() : '';
  // A date without its time is all that the other kinds state (formats.md, "Canonical forms").
  const dated = stated !== '' ? stated : draft.kind === 'log' ? now : now.slice(0, 10);
  // The date of a paper is when it appeared, of which only its year is asked for.
  const keys = draft.kind === 'paper' && stated === '' ? draft.keys : { ...draft.keys, date: date === '' ? dated : date };
  if (draft.kind === 'experiment') return { root, path: await summaryPath(root, name), text: entryText({ ...draft, keys }) };
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

/** A folder that holds run logs may still get its summary; one that has a summary is not given another. */
async function summaryPath(root: string, name: string): Promise<string> {
  assertPlainName(name, 'an experiment');
  const folder = `experiments/${name}`;
  const written = await stat(`${root}/${folder}/experiment_summary.md`).catch(() => null);
  if (written !== null)
    throw new Refusal(`The experiment "${name}" has a summary`, `Edit ${folder}/experiment_summary.md, or choose another name.`);
  return `${folder}/experiment_summary.md`;
}

async function folderFor(root: string, kind: FileKind): Promise<string> {
  const canonical = kindDescriptions[kind].folder;
  for (const folder of [canonical, ...formerFolders[kind]]) {
    const found = await stat(`${root}/${folder}`).catch(() => null);
    if (found?.isDirectory() === true) return folder;
  }
  return canonical;
}
