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
    workspace: content.name,
  };
}
