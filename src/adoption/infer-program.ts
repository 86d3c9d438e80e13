import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { inferFileRules } from './infer-file-rules.ts';
import { inferMetric } from './infer-metric.ts';
import { inferProject, inferTitle } from './infer-words.ts';
import type { InferredKey, Introduction } from './inferred-key.ts';
import { repositoryAddress } from './repository-address.ts';

/** What is known of a repository beside its workspace. */
export interface InferenceInput {
  readonly graph: KnowledgeGraph;
  /** The table that the research is about; null where there is none. */
  readonly main: Results | null;
  /** The program and the README, as far as they are there; the program first. */
  readonly introductions: readonly Introduction[];
  /** The address of the git remote `origin`, as git has it. */
  readonly remote: string | null;
}

export interface InferredProgram {
  /** In the order in which they are written. Never without `title`, `project` and `metric`. */
  readonly keys: readonly InferredKey[];
  /** What could not be read although it says something, as places in files. */
  readonly unclear: readonly string[];
}

/** The frontmatter that a workspace's `program.md` could have, each key with its source. Pure; nothing is made up: what nothing tells is open. */
export function inferProgram({ graph, main, introductions, remote }: InferenceInput): InferredProgram {
  const address = remote === null ? null : repositoryAddress(remote);
  const program = introductions.find(({ path }) => path === 'program.md');
  const rules = program === undefined ? { key: null, unclear: [] } : inferFileRules(program);
  const repository: InferredKey<'repository'>[] =
    address === null ? [] : [{ key: 'repository', value: address.url, certainty: 'stated', note: 'the git remote "origin"' }];
  return {
    keys: [
      inferTitle(graph, introductions, address),
      inferProject(graph, introductions),
      inferMetric(graph, main, introductions),
      ...repository,
      ...(rules.key === null ? [] : [rules.key]),
    ],
    unclear: rules.unclear,
  };
}
