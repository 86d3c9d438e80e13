import { filePolicy, type FilePolicy, type Rule } from '#changes/policy/file-policy.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { shortDate } from './date-text.ts';
import type { Href } from './href.ts';

/** The rule that a file stands under, on the file's page. */
export interface Governance {
  /** `frozen since 4 Jan 2026`, `append-only, last changed 4 Jan 2026`. */
  readonly text: string;
  /** What the rule says, in a sentence. */
  readonly meaning: string;
  /** The commit that changed it last; null where there is none to lead to. */
  readonly href: string | null;
}

const meanings: Readonly<Record<Rule, string>> = {
  frozen: 'It does not change, unless a person says META_MODE=1 in human_journal.md.',
  'append-only': 'It only grows: old entries stay as they are.',
  global: 'It changes on the main branch; elsewhere it only grows.',
};

/** A policy is compiled once for all pages. */
const policies = new WeakMap<object, FilePolicy>();

/** Null for a file that may change freely (seed `research-program.md`, "File Taxonomy"; `changes/policy/file-policy.ts`). */
export function governanceOf(path: string, graph: KnowledgeGraph, href: Href): Governance | null {
  const { program, history } = graph.content;
  const policy = policies.get(program) ?? filePolicy(program);
  policies.set(program, policy);
  const rule = policy(path);
  if (rule === null) return null;
  const last = history !== null && Object.hasOwn(history.files, path) ? (history.files[path]?.updated ?? null) : null;
  // Where the history is cut off, the file may be older than its first commit says.
  const day = last === null || last.isEdge ? null : shortDate(last.date).text;
  return {
    text: day === null ? rule : rule === 'frozen' ? `frozen since ${day}` : `${rule}, last changed ${day}`,
    meaning: meanings[rule],
    href: last === null || last.isEdge ? null : href.commit(last.commit),
  };
}
