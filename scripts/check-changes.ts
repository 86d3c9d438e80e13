import { filePolicy, metaModePath } from '#changes/policy/file-policy.ts';
import { policyProblems } from '#changes/policy/policy-problems.ts';
import { findBase, readChanges, textBefore, UnknownBase, type Comparison } from '#changes/read-changes.ts';
import { diagnose } from '#diagnostics/diagnose.ts';
import { comparePlaces } from '#diagnostics/diagnostic.ts';
import { parseProgram } from '#ingest/entries/parse-program.ts';
import { programPath } from '#ingest/recognition/recognise.ts';
import type { Program } from '#schemas/program.ts';
import { UsageError } from './usage-error.ts';
import type { LoadedWorkspace } from './workspace.ts';

/**
 * A workspace with the diagnostics of what changed in it. What may change is said by `program.md` as it was before the change, which therefore cannot
 * allow itself anything; where there was none yet, as it is now.
 *
 * @throws {UsageError} where git cannot make the comparison
 */
export async function checkChanges(workspace: LoadedWorkspace, comparison: Comparison): Promise<LoadedWorkspace> {
  const { root, graph } = workspace;
  try {
    const base = await findBase(root, comparison);
    const before = await textBefore(root, base, programPath);
    const policy = filePolicy(before === null ? graph.content.program : programIn(before));
    const changes = await readChanges(root, comparison, base, (path) => path === metaModePath || policy(path) !== null);
    const found = diagnose(policyProblems(changes, policy), graph.content.strict);
    return { ...workspace, diagnostics: [...workspace.diagnostics, ...found].sort(comparePlaces) };
  } catch (error) {
    if (error instanceof UnknownBase) throw new UsageError(error.message, error.hint);
    throw error;
  }
}

function programIn(text: string): Partial<Program> {
  return parseProgram({ path: programPath, text, digest: '', problems: [] }).program ?? {};
}
