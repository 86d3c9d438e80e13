// `prepare`: bundles the command into one JavaScript file, since Node does not strip types below node_modules.
import { chmodSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'scripts/priors.ts');

// npx needs the bit, and an archive or a checkout on Windows may have lost it.
chmodSync(join(root, 'bin/priors.js'), 0o755);

if (existsSync(join(root, 'node_modules/esbuild'))) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [source],
    outfile: join(root, 'bin/priors.bundle.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    packages: 'external',
    logLevel: 'warning',
  });
} else {
  // As after `npm install --omit=dev`: a checkout runs the source and needs no bundle.
  console.log('The command is not bundled: the development dependencies are not installed.');
}
