import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stringify } from 'yaml';

/** What differs between the workflows of two repositories. */
export interface WorkflowSettings {
  /** The workspace, relative to the root of the repository, with `/`: `.` for the root itself. */
  readonly workspace: string;
  /** A command that tests the repository itself, in a workflow of its own: a preview does not wait for it. */
  readonly test?: string;
}

/** A file for a repository that adopts Priors. */
export interface WorkflowFile {
  readonly path: `.github/workflows/priors-${string}.yml`;
  readonly text: string;
}

/** In the package the command is one file elsewhere; the templates are found by the name that they have in both. */
const { resolve } = createRequire(import.meta.url);

/**
 * The workflows that check a workspace, publish it on GitHub Pages, and publish previews of pull requests (`docs/guide/publish.md`). Pure but for reading
 * its templates.
 */
export function workflowFiles({ workspace, test }: WorkflowSettings): WorkflowFile[] {
  const values = { PRIORS_WORKSPACE: workspace, TEST_COMMAND: test ?? '' };
  return ['check', 'publish', 'preview', ...(test === undefined ? [] : ['test'])].map((name): WorkflowFile => {
    const template = readFileSync(resolve(`#adoption/workflows/priors-${name}.yml`), 'utf8');
    const text = Object.entries(values).reduce((filled, [key, value]) => withValue(filled, key, value), template);
    return { path: `.github/workflows/priors-${name}.yml`, text };
  });
}

/** Sets a variable in the block `env` at the top, where there is one of this name. */
function withValue(workflow: string, key: string, value: string): string {
  return workflow.replace(new RegExp(`^  ${key}: .*$`, 'm'), () => `  ${key}: ${textValue(value)}`);
}

/** Text as a value in YAML, which GitHub does not read as an expression either. */
function textValue(text: string): string {
  const value = text.replaceAll('${{', "${{ '${{' }}");
  // A line is one line: what would end it is written as in JSON, which is YAML.
  return /[\u0000-\u001F\u007F\u0085\u2028\u2029]/.test(value)
    ? JSON.stringify(value)
    : stringify(value, { lineWidth: 0, singleQuote: true }).trim();
}
