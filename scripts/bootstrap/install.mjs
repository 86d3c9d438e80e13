// Installs what the lockfile says, when it is not there already.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, projectNode, root, say, seconds } from './machine.mjs';

/** Makes node_modules what package-lock.json says. Returns the Node to run the source with; ends the process, with a line that says why, when that fails. */
export async function install() {
  if (!isInstalled()) {
    say('Installing the packages of package-lock.json …');
    const start = Date.now();
    // Warnings would only be about the machine's old Node, which the pinned one replaces.
    const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) stop('The packages could not be installed (see above).', code);
    say(`Installed in ${seconds(Date.now() - start)}.`);
  }
  return (
    projectNode() ?? stop('The pinned Node is missing, because npm ran no install scripts: npm rebuild node --ignore-scripts=false', 1)
  );
}

/**
 * Whether node_modules holds what package-lock.json says, by npm's own record of what it installed. Packages for other platforms are optional
 * and stand in the lockfile only.
 */
function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packages(join(root, 'package-lock.json'));
  const installed = packages(record);
  return (
    Object.keys(installed).every((path) => path in wanted) &&
    Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || (installed[path]?.version ?? (optional && version)) === version,
    )
  );
}

function packages(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

function stop(reason, code) {
  say(reason);
  process.exit(code);
}
