import type { WorkspaceContent } from '#schemas/workspace.ts';
import type { Results } from '#graph/knowledge-graph.ts';
import { indexMoved, type MovedIndex } from './moved-index.ts';
import { indexNames, type NameIndex } from './name-index.ts';
import { indexPapers, type PaperIndex } from './paper-index.ts';
import { indexPaths, type PathIndex } from './path-index.ts';
import { indexRuns, type RunIndex } from './run-index.ts';

/** Everything that a link may lead to, by every way of naming it. */
export interface LinkIndex {
  readonly paths: PathIndex;
  readonly names: NameIndex;
  readonly runs: RunIndex;
  readonly moved: MovedIndex;
  readonly papers: PaperIndex;
  /** By path that a file had before: the path that it has now. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The workspace's folder name: paths written from the repository's root begin with it. */
  readonly workspace: string;
}

export function indexLinks(content: WorkspaceContent, results: readonly Results[]): LinkIndex {
  return {
    paths: indexPaths(content),
    names: indexNames(
      content.entries,
      content.wholeFiles.map(({ entry }) => entry),
    ),
    runs: indexRuns(results),
    moved: indexMoved([...content.entries, ...content.wholeFiles.map(({ entry }) => entry)]),
    papers: indexPapers(content.entries),
    renamed: renamedFiles(content.history),
    workspace: content.name,
  };
}

/** Of two files that had a path one after the other, the one that had it last. */
function renamedFiles(history: WorkspaceContent['history']): Map<string, string> {
  const names = Object.entries(history?.renames ?? {}).flatMap(([now, earlier]) =>
    earlier.map(({ path, until }) => ({ now, path, until })),
  );
  return new Map(names.sort((a, b) => Date.parse(a.until) - Date.parse(b.until)).map(({ path, now }) => [path, now]));
}
