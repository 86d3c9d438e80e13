import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { readMarker } from '#site/output-folder.ts';
import { createStaticServer } from '#site/static-server.ts';
import { readPort } from './site-options.ts';
import { UsageError } from './usage-error.ts';

interface PreviewOptions {
  readonly out: string;
  readonly port: number;
  readonly host: string;
}

/** `priors preview`: serves a built site on this machine, below the base path it was built for. */
export function previewCommand(): Command {
  return new Command('preview')
    .description('serve a built site')
    .option('--out <dir>', 'the folder that was built', 'dist')
    .addOption(new Option('--port <number>', 'port to listen at').default(4321).argParser(readPort))
    .option('--host <address>', 'network address to listen at', 'localhost')
    .addHelpText('after', '\nExample:\n  $ priors preview --out site --port 8080')
    .action(async ({ out, port, host }: PreviewOptions) => {
      const marker = await readMarker(resolve(out));
      if (marker === null) throw new UsageError(`There is no built site in "${out}"`, 'Build one first: priors build --out DIR.');
      const server = createStaticServer({ folder: resolve(out), base: marker.base });
      await new Promise<void>((listening, failed) => {
        server.once('error', (error: NodeJS.ErrnoException) => {
          failed(
            error.code === 'EADDRINUSE'
              ? new UsageError(`Port ${port} is in use`, 'Name another with --port, or 0 for any that is free.')
              : error,
          );
        });
        server.listen(port, host, listening);
      });
      const address = server.address();
      console.log(
        `The site is served at http://${host}:${typeof address === 'object' && address !== null ? address.port : port}${marker.base}  (Ctrl-C ends)`,
      );
    });
}
