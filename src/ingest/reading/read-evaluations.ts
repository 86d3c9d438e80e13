import { runGit } from '#git/run-git.ts';
import { matcherOf } from '#schemas/globs.ts';
import type { Program } from '#schemas/program.ts';
import type { Table } from '#schemas/results.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';

/** So many digits of each object identify an evaluation. */
const shownDigits = 8;

/**
 * By what the runs of each commit were evaluated: the blobs of the frozen evaluation files at that commit (`statistics.md`, "stratum"). One call of
 * git for all commits that a results table names. Frozen Markdown (`program.md`, a journal) evaluates nothing and does not count.
 *
 * @param frozen paths or globs relative to the workspace: `files.frozen` of program.md, or the seed's list
 * @returns nothing where there is no such file, no repository, or no commit of it in a table. Never throws: then all runs are of one stratum
 */
export async function readEvaluations(
  folder: string,
  frozen: readonly string[],
  tables: readonly Table[],
): Promise<WorkspaceContent['evaluations']> {
  if (frozen.length === 0) return {};
  const commits = [...commitsIn(tables)];
  if (commits.length === 0) return {};
  try {
    const files = await evaluationFiles(folder, frozen);
    if (files.length === 0) return {};
    const asked = commits.flatMap((commit) => files.map((file) => `${commit}:./${file}`));
    const answers = (await runGit(folder, ['cat-file', '--batch-check=%(objectname)'], `${asked.join('\n')}\n`)).split('\n');
    return Object.fromEntries(
      commits.flatMap((commit, index) => {
        const blobs = answers.slice(index * files.length, (index + 1) * files.length).map(blobIn);
        return blobs.every((blob) => blob === null) ? [] : [[commit, blobs.map((blob) => blob ?? 'none').join('+')] as const];
      }),
    );
  } catch {
    return {};
  }
}

/** What `program.md` calls frozen; in a strict workspace that says nothing, the evaluation of the seed (`research-program.md`, "File Taxonomy"). */
export function frozenFiles({ files, strict }: Partial<Program>): readonly string[] {
  return files?.frozen ?? (strict === true ? ['eval.py'] : []);
}

function commitsIn(tables: readonly Table[]): Set<string> {
  const commits = new Set<string>();
  for (const { rows } of tables) {
    for (const { cells } of rows) for (const cell of cells) if (/^\s*[0-9a-f]{7,40}\s*$/i.test(cell)) commits.add(cell.trim());
  }
  return commits;
}

/** The files by name, and those that git knows where a glob stands for several. A name that git could take for two lines is none. */
async function evaluationFiles(folder: string, frozen: readonly string[]): Promise<string[]> {
  const isGlob = (pattern: string): boolean => /[*?[\]{}]/.test(pattern);
  const globs = frozen.filter(isGlob);
  const tracked = globs.length === 0 ? [] : (await runGit(folder, ['ls-files', '-z'])).split('\0').filter(matcherOf(globs));
  const files = new Set([...frozen.filter((path) => !isGlob(path)), ...tracked]);
  return [...files].filter((path) => path !== '' && !path.includes('\n') && !/\.(?:md|markdown)$/i.test(path)).toSorted();
}

function blobIn(answer: string): string | null {
  return /^[0-9a-f]{40,64}$/.test(answer) ? answer.slice(0, shownDigits) : null;
}
