import { Refusal } from '#write/refusal.ts';
import { UsageError } from '../usage-error.ts';

/**
 * An action of a command that writes: what was refused is wrong use (exit code 2), and what the disk refused is said without a stack trace (exit
 * code 1), since a full disk or a read-only folder is no mistake of Priors.
 */
export function reporting<Arguments extends unknown[]>(
  action: (...parameters: Arguments) => Promise<void>,
): (...parameters: Arguments) => Promise<void> {
  return async (...parameters) => {
    try {
      await action(...parameters);
    } catch (cause) {
      if (cause instanceof Refusal) throw new UsageError(cause.message, cause.hint);
      if (!isDiskError(cause)) throw cause;
      console.error(`Nothing was written: ${cause.message}`);
      process.exitCode = 1;
    }
  };
}

function isDiskError(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && 'syscall' in cause && 'code' in cause;
}
