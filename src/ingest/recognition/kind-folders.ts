import type { Kind } from '#schemas/kinds.ts';
import { beginsWithDate } from './templates.ts';

type FolderKind = Extract<Kind, 'log' | 'idea' | 'report' | 'progress' | 'journal' | 'paper'>;

/** The canonical folders and those of the seeds (design, "Kinds"), with the spellings next to them. A number in front orders folders: `1_ideas`. */
const folderNames: readonly (readonly [RegExp, FolderKind])[] = [
  [/^(?:logs|engineering|engineering[-_]logs?)$/, 'log'],
  [/^ideas$/, 'idea'],
  [/^reports$/, 'report'],
  [/^progress$/, 'progress'],
  [/^(?:journals?|lab[-_]?notebook)$/, 'journal'],
  [/^papers$/, 'paper'],
];
const numbered = /^\d+[-_]/;

/** Below these, folders are named for the code in them: `src/logs/` is about logging, `tests/reports/` about a test's input. */
const codeFolders = new Set(['src', 'lib', 'test', 'tests', 'crates']);
/** Below these, `engineering/` and `logs/` often hold other writing, and `logs/` what programs print. */
const unclearFolders = new Set(['docs', 'doc', 'experiments', 'runs', 'outputs', 'output', 'results']);

/**
 * The kind that a Markdown file has by its folders, at any depth: the innermost that is named for a kind counts. Null where none is, or where
 * the folders around it make it unlikely.
 *
 * @param folders the file's, outermost first, in lower case
 * @param stem the file's name without its ending, in lower case
 */
export function kindOfFolder(folders: readonly string[], stem: string): FolderKind | null {
  for (let index = folders.length - 1; index >= 0; index -= 1) {
    const folder = folders[index] ?? '';
    const kind = folderNames.find(([name]) => name.test(folder.replace(numbered, '')))?.[1];
    if (kind === undefined) continue;
    const around = folders.slice(0, index);
    if (numbered.test(folder) || around.length === 0) return kind;
    if (around.some((name) => codeFolders.has(name))) return null;
    const isUnclear = kind === 'log' && around.some((name) => unclearFolders.has(name.replace(numbered, '')));
    return isUnclear && !beginsWithDate(stem) ? null : kind;
  }
  return null;
}
