import type { WorkspaceContent } from '#schemas/workspace.ts';
import type { Results } from './knowledge-graph.ts';
import { indexNames, type NameIndex } from './name-index.ts';
import { indexPaths, type PathIndex } from './path-index.ts';
import { indexRuns, type RunIndex } from './run-index.ts';

/** Everything that a link may lead to, by every way of naming it. */
export interface LinkIndex {
  readonly paths: PathIndex;
  readonly names: NameIndex;
  readonly runs: RunIndex;
  /** The workspace's folder name: paths written from the repository's root begin with it. */
  readonly workspace: string;
}

export function indexLinks(content: WorkspaceContent, results: Iterable<Results>): LinkIndex {
  return { paths: indexPaths(content), names: indexNames(content.entries), runs: indexRuns(results), workspace: content.name };
}
