import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { undecidedMetric } from './infer-metric.ts';
import { undescribed } from './infer-words.ts';
import type { InferredKey } from './inferred-key.ts';
import { newProgram, programHead } from './program-text.ts';

/** What is to become of a workspace's `program.md`. */
export type ProgramPlan =
  | { readonly do: 'create'; readonly text: string }
  /** `head` goes above the text, which stays byte for byte. */
  | { readonly do: 'prepend'; readonly head: string }
  /** It has frontmatter: `missing` are required keys that it lacks, or that say that they are open, with the values they could have. */
  | { readonly do: 'keep'; readonly missing: readonly InferredKey[]; readonly damaged: boolean }
  | { readonly do: 'refuse'; readonly reason: string; readonly hint: string };

const path = 'program.md';

/**
 * Frontmatter that is there stays as it is: a person wrote it. A text without frontmatter gets one, and a workspace without a program gets a program.
 *
 * @param keys what was inferred
 */
export function planProgram({ content }: KnowledgeGraph, keys: readonly InferredKey[]): ProgramPlan {
  const record = content.files.find((file) => file.path === path);
  if (record?.kind === 'program') {
    const damaged = content.problems.some(
      (problem) => problem.path === path && /^(?:invalid-yaml|unclosed-frontmatter|executable-frontmatter)$/.test(problem.code),
    );
    return { do: 'keep', missing: damaged ? [] : keys.filter(({ key }) => isMissing(key, content.program)), damaged };
  }
  if (record?.kind === 'unreadable') return { do: 'refuse', reason: 'It cannot be read', hint: '"priors check" says why.' };
  if (record !== undefined) return { do: 'prepend', head: programHead(keys) };
  const skipped = content.skipped.find((file) => file.path === path);
  if (skipped !== undefined)
    return { do: 'refuse', reason: `It is not read: ${skipped.reason}`, hint: 'Put a file there that can be read.' };
  const other = [...content.files, ...content.skipped].find((file) => file.path.toLowerCase() === path);
  if (other !== undefined)
    return {
      do: 'refuse',
      reason: `There is a "${other.path}", which is read as a page`,
      hint: `Only a file named ${path} configures: git mv ${other.path} ${path}`,
    };
  return { do: 'create', text: newProgram(keys) };
}

/** Of the keys that are required once there is frontmatter (`schemas/program.ts`), and what an earlier adoption left open. */
function isMissing(key: InferredKey['key'], program: KnowledgeGraph['content']['program']): boolean {
  switch (key) {
    case 'project':
      return program.project === undefined || program.project === undescribed;
    case 'metric':
      return program.metric === undefined || program.metric.name === undecidedMetric;
    case 'title':
    case 'repository':
    case 'files':
      return false;
  }
}
