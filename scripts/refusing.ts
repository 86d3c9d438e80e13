import { PublishingError } from '#publishing/publishing-error.ts';
import { printable } from './terminal.ts';

/** An action that may be refused: what speaks against it is said, and the exit code is 1. */
export function refusing<Arguments extends unknown[]>(
  action: (...parameters: Arguments) => Promise<void>,
): (...parameters: Arguments) => Promise<void> {
  return async (...parameters) => {
    try {
      await action(...parameters);
    } catch (cause) {
      if (!(cause instanceof PublishingError)) throw cause;
      console.error(withoutCommands(printable(cause.message)));
      process.exitCode = 1;
    }
  };
}

/** GitHub reads `::name::` and `##[name]` in what a job prints as commands; a message may quote a stranger. */
function withoutCommands(text: string): string {
  return process.env['GITHUB_ACTIONS'] === 'true' ? text.replaceAll('##[', '# #[').replaceAll('::', ': :') : text;
}
