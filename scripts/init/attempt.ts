import type { FileOutcome } from '#adoption/adoption-report.ts';
import { Refusal } from '#write/refusal.ts';

/** One file's part of an adoption: what is refused, by us or by the disk, is said of that file, and the others go on. */
export async function attempt(path: string, action: () => Promise<FileOutcome>): Promise<FileOutcome> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof Refusal) return { path, action: 'refused', reason: cause.message, hint: cause.hint };
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    const hint = 'Check the permissions, the space that is left, and that every folder of the path is one.';
    return { path, action: 'refused', reason: `The machine refused: ${cause.message}`, hint };
  }
}
