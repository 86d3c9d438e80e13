import { filePolicy, metaModePath } from '#changes/policy/file-policy.ts';
import { policyProblems } from '#changes/policy/policy-problems.ts';
import { findBase, readChanges, textBefore, UnknownBase, type Comparison } from '#changes/read-changes.ts';
import { diagnose } from '#diagnostics/diagnose.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { parseProgram } from '#ingest/entries/parse-program.ts';
import { programPath } from '#ingest/recognition/recognise.ts';
import type { Program } from '#schemas/program.ts';
import { UsageError } from './usage-error.ts';
import type { LoadedWorkspace } from './workspace.ts';

/**
 * The diagnostics of what changed in a workspace. What may change is said by `program.md` as it was before the change, which therefore cannot allow
 * itself anything; where there was none yet, as it is now.
 *
 * @throws {UsageError} where git cannot make the comparison
 */
export async function checkChanges({ root, graph }: LoadedWorkspace, comparison: Comparison): Promise<Diagnostic[]> {
  const base = await baseOf(root, comparison);
  const before = await textBefore(root, base, programPath);
  const policy = filePolicy(before === null ? graph.content.program : programIn(before));
  const changes = await readChanges(root, comparison, base, (path) => path === metaModePath || policy(path) !== null);
  return diagnose(policyProblems(changes, policy), graph.content.strict);
}

/**
 * The commit that a comparison starts from.
 *
 * @throws {UsageError} where git cannot tell
 */
export async function baseOf(root: string, comparison: Comparison): Promise<string> {
  try {
    return await findBase(root, comparison);
  } catch (error) {
    if (error instanceof UnknownBase) throw new UsageError(error.message, error.hint);
    throw error;
  }
}

function programIn(text: string): Partial<Program> {
  return parseProgram({ path: programPath, text, digest: '', problems: [] }).program ?? {};
}
