// `prepare`: bundles the command into JavaScript, since Node does not strip types below node_modules.
import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'scripts/priors.ts');

// npx needs the bit, and an archive or a checkout on Windows may have lost it.
chmodSync(join(root, 'bin/priors.js'), 0o755);

if (existsSync(join(root, 'node_modules/esbuild'))) {
  for (const name of readdirSync(join(root, 'bin'))) if (name.startsWith('priors.bundle')) rmSync(join(root, 'bin', name));
  const { build } = await import('esbuild');
  await build({
    entryPoints: [
      { in: source, out: 'priors.bundle' },
      // A thread starts from a file of its own (`src/site/beside-pages.ts`).
      { in: join(root, 'src/site/beside-pages-worker.ts'), out: 'priors.bundle-beside-pages' },
    ],
    // All in the folder of the entry, as `scripts/package-root.ts` expects.
    outdir: join(root, 'bin'),
    chunkNames: 'priors.bundle-[hash]',
    bundle: true,
    // In one file every package would be loaded at the start, also those that only an `import()` asks for.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.19',
    packages: 'external',
    logLevel: 'warning',
  });
} else if (['pack', 'publish'].includes(process.env.npm_command)) {
  // The package holds no sources of the command: without the bundle it could not start.
  console.error('The command cannot be bundled, because the development dependencies are not installed. Run this first: npm ci');
  process.exitCode = 1;
} else {
  // As after `npm install --omit=dev`: a checkout runs the source and needs no bundle.
  console.log('The command is not bundled: the development dependencies are not installed.');
}
