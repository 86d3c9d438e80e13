import type { Diagnostic } from '#diagnostics/diagnostic.ts';

export interface ProblemChanges {
  /** Sorted as they are. */
  readonly added: readonly Diagnostic[];
  /** How many there were and are no more. */
  readonly gone: number;
}

/**
 * The diagnostics that a change brings and takes away. One is the same as before if its code, file and message are, wherever in the file it stands now.
 *
 * @param renames by the path before: the path after
 */
export function problemChanges(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  renames: ReadonlyMap<string, string>,
): ProblemChanges {
  const left = new Map<string, number>();
  for (const one of before) {
    const key = keyOf({ ...one, path: renames.get(one.path) ?? one.path });
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const added = after.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    if (count > 0) left.set(keyOf(one), count - 1);
    return count === 0;
  });
  return { added, gone: [...left.values()].reduce((sum, count) => sum + count, 0) };
}

/** Without the line, which an edit further up moves. */
function keyOf({ code, path, message, severity }: Diagnostic): string {
  return JSON.stringify([code, path, message, severity]);
}
