import { Command, Option } from 'commander';
import { packageRoot } from './package-root.ts';
import { formatReport } from './check.ts';
import { readBase, readPort } from './site-options.ts';
import { loadWorkspace, withWorkspaceOptions, type WorkspaceOptions } from './workspace.ts';

interface DevCommandOptions extends WorkspaceOptions {
  readonly base: string;
  readonly port: number;
  readonly host?: string;
}

/** `priors dev`: the site while writing. Serves also what has errors: each page shows its own. */
export function devCommand(): Command {
  return withWorkspaceOptions(new Command('dev'))
    .description('serve the site while you write; pages follow the files')
    .addOption(new Option('--port <number>', 'port to listen at').default(4321).argParser(readPort))
    .option('--host <address>', 'network address to listen at (default: this machine only)')
    .addOption(new Option('--base <path>', 'URL prefix of the site').default('/').argParser(readBase))
    .addHelpText('after', '\nExample:\n  $ priors dev --workspace ~/my-research --port 4000')
    .action(async (options: DevCommandOptions) => {
      const workspace = await loadWorkspace(options);
      process.stderr.write(formatReport(workspace, 'text'));
      if (workspace.diagnostics.some(({ code }) => code === 'missing-workspace')) {
        process.exitCode = 1;
        return;
      }
      // As in `build`: only now, so that no other command waits for Astro.
      const { devSite } = await import('#site/dev-site.ts');
      const { address } = await devSite({
        root: packageRoot(),
        places: { workspace: workspace.root, cacheDir: workspace.cacheDir, folderInRepository: workspace.folderInRepository },
        graph: workspace.graph,
        base: options.base,
        port: options.port,
        ...(options.host === undefined ? {} : { host: options.host }),
      });
      console.log(`Writing is served at ${address}  (Ctrl-C ends)`);
    });
}
