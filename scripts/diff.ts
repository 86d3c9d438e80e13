import { Command, Option } from 'commander';
import { createHref } from '#views/href.ts';
import { headOption, readPreview } from './site-options.ts';
import { loadWorkspace, withWorkspaceOptions, type WorkspaceOptions } from './workspace.ts';

interface DiffOptions extends WorkspaceOptions {
  readonly format: 'markdown' | 'json';
  readonly preview?: string;
  readonly head?: string;
}

/** `priors diff BASE`: what changed in knowledge. It reports and judges nothing, so that the exit code is 0 whatever changed. */
export function diffCommand(): Command {
  return withWorkspaceOptions(new Command('diff'))
    .description('say what changed in knowledge since a branch or commit')
    .argument('<base>', 'what to compare with: a branch, a tag or a commit; counted from where the two part')
    .addOption(new Option('--format <format>', 'Markdown for a pull request, or JSON').choices(['markdown', 'json']).default('markdown'))
    .addOption(new Option('--preview <url>', 'address of a preview to link to').argParser(readPreview))
    .addOption(headOption())
    .addHelpText(
      'after',
      `
Compares the working tree, files that are not committed included. Whatever changed, the exit code is 0: "priors check --base-ref" judges.

Examples:
  $ priors diff main
  $ priors diff origin/main --workspace . --preview https://lab.github.io/research/preview/pr-12/
  $ priors diff HEAD~1 --format json`,
    )
    .action(diff);
}

async function diff(base: string, options: DiffOptions): Promise<void> {
  const workspace = await loadWorkspace(options);
  const [{ loadChanges }, { changesJson }] = await Promise.all([import('./load-changes.ts'), import('#views/changes/changes-json.ts')]);
  const { changes, compared, content } = await loadChanges(workspace, base, options.head ?? null);
  const json = changesJson(changes, compared, content.graph, createHref({ base: '/', site: null, repository: null, folder: '' }));
  if (options.format === 'json') {
    process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  const { changesMarkdown } = await import('#views/changes/changes-markdown.ts');
  process.stdout.write(changesMarkdown(json, { preview: options.preview ?? null }));
}
