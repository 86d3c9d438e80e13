import { coverOf } from '#schemas/globs.ts';
import { ignoredByProgram, type SkippedFile, type WorkspaceContent } from '#schemas/workspace.ts';
import { placeOfExperiment } from '#graph/run-logs/experiment-place.ts';
import { experimentPlaceOf } from '#schemas/run-log.ts';

export interface WithheldPaths {
  /** Whether what stands at a path must not be published. */
  readonly isWithheld: (path: string) => boolean;
  /** Whether not even the name of a path that was not read is published. */
  readonly isUnnamed: (skipped: SkippedFile) => boolean;
  /** Whether that is no path at all. */
  readonly isNothing: boolean;
}

/** Problems that leave it unknown what must stay private. */
const unknownPrivacy = new Set(['unusable-ignore', 'unusable-publish']);

/** Whether nobody can tell what of a workspace must stay private: then nothing of it is published. */
export function isPrivacyUnknown({ problems }: Pick<WorkspaceContent, 'problems'>): boolean {
  return problems.some(({ code }) => unknownPrivacy.has(code));
}

/**
 * The paths that `program.md` withholds under `publish: { exclude }`, and what cannot be shown without them:
 *
 * - a symbolic link to one of them;
 * - an experiment whose summary is withheld with its run logs, and one without a summary of whose run logs all are;
 * - the argument map beside a paper.
 *
 * Everything is withheld where the program cannot be understood.
 */
export function withheldPaths(content: WorkspaceContent): WithheldPaths {
  if (isPrivacyUnknown(content)) return { isWithheld: () => true, isUnnamed: () => true, isNothing: false };
  const isUnnamed = ({ reason }: SkippedFile): boolean => reason === ignoredByProgram;
  const exclude = content.program.publish?.exclude ?? [];
  if (exclude.length === 0) {
    const isNothing = (content.program.ignore ?? []).length === 0 && !content.skipped.some(isUnnamed);
    return { isWithheld: () => false, isUnnamed, isNothing };
  }

  const covers = coverOf(exclude);
  const targets = new Map(content.symbolicLinks.map(({ path, target }) => [path, target]));
  const isExcluded = (path: string): boolean => covers(path) || covers(targets.get(path) ?? '');
  const also = new Set([...partsOfExperiments(content, isExcluded), ...mapsOfPapers(content, isExcluded)]);
  return { isWithheld: (path) => also.has(path) || isExcluded(path), isUnnamed, isNothing: false };
}

function partsOfExperiments({ entries, runLogs }: WorkspaceContent, isExcluded: (path: string) => boolean): string[] {
  const logs = Map.groupBy(runLogs, experimentPlaceOf);
  return entries
    .filter(({ kind }) => kind === 'experiment')
    .flatMap((entry) => {
      const { path, digest } = entry;
      const own = (logs.get(placeOfExperiment(entry)) ?? []).map((log) => log.path);
      if (isExcluded(path)) return own;
      return digest === '' && own.every(isExcluded) ? [path] : [];
    });
}

function mapsOfPapers({ argumentMaps }: WorkspaceContent, isExcluded: (path: string) => boolean): string[] {
  return argumentMaps.filter(({ paper }) => isExcluded(paper)).map(({ path }) => path);
}
