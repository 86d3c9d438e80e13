// Finds a Chromium for the browser tests, or gets one. Each step is said in a line; a browser counts as found when it has really started.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm, root, run, say } from './machine.mjs';
import { npmBrowser, npmBrowserCanRun } from './npm-browser.mjs';

/** Names of an installed Chromium or Chrome in PATH. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/** Where it usually lies when it is not in PATH. */
const places = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** How a distribution's own Chromium is installed, by its package manager. */
const packageManagers = {
  'apt-get': ['apt-get update', 'apt-get install --yes --no-install-recommends chromium'],
  apk: ['apk add --no-cache chromium'],
  dnf: ['dnf install --assumeyes chromium'],
};

/**
 * Returns the environment in which the browser tests find their browser (`PRIORS_BROWSER` names its file; without it Playwright takes its own),
 * or null, after a line that names the command that would help.
 * @param {string} node the Node that starts it
 * @returns {Promise<Readonly<Record<string, string | undefined>> | null>}
 */
export async function findBrowser(node) {
  const starts = (env) => browserStarts(node, env);
  return (
    (await installedBrowser(starts)) ??
    (await playwrightBrowser(starts)) ??
    (await downloadedByPlaywright(node, starts)) ??
    (await downloadedFromNpm(node, starts)) ??
    (await fromPackageManager(starts)) ??
    giveUp()
  );
}

async function installedBrowser(starts) {
  for (const variable of ['PRIORS_BROWSER', 'CHROME_PATH']) {
    const path = process.env[variable];
    if (path && (await starts({ PRIORS_BROWSER: path }))) return found(`${path}, named by ${variable}`, { PRIORS_BROWSER: path });
    if (path) say(`Browser: ${path}, named by ${variable}, does not start.`);
  }
  for (const path of candidates()) {
    if (await starts({ PRIORS_BROWSER: path })) return found(path, { PRIORS_BROWSER: path });
    say(`Browser: ${path} does not start.`);
  }
  say('Browser: no Chromium or Chrome is installed.');
  return null;
}

function candidates() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? []);
  return [...inPath, ...places.filter((path) => existsSync(path))];
}

async function playwrightBrowser(starts) {
  if (await starts({})) return found("Playwright's own", {});
  say('Browser: Playwright has not downloaded one.');
  return null;
}

async function downloadedByPlaywright(node, starts) {
  say('Browser: trying "npx playwright install chromium" …');
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  // Where only package registries are in reach the host does not answer: give up after five seconds an attempt.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' };
  const { code } = await run(node, [cli, 'install', '--only-shell', 'chromium'], { capture: true, env, limit: 300_000 });
  if (code === 0 && (await starts({}))) return found('downloaded by Playwright', {});
  say(code === 0 ? 'Browser: it was downloaded but lacks libraries of the system.' : "Browser: Playwright's download is out of reach.");
  return null;
}

async function downloadedFromNpm(node, starts) {
  if (!npmBrowserCanRun()) return null;
  say('Browser: trying @sparticuz/chromium from npm …');
  const env = await npmBrowser({ node, npm, run });
  if (env && (await starts(env))) return found('@sparticuz/chromium', env);
  say(env ? 'Browser: it was unpacked but does not start.' : 'Browser: it could not be installed.');
  return null;
}

async function fromPackageManager(starts) {
  const commands = packageManagerCommands();
  if (process.getuid?.() !== 0 || !commands) return null;
  for (const command of commands) {
    say(`Browser: trying "${command}" …`);
    const [program, ...args] = command.split(' ');
    await run(program, args, { capture: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  }
  for (const path of candidates()) {
    if (await starts({ PRIORS_BROWSER: path })) return found(path, { PRIORS_BROWSER: path });
  }
  return null;
}

function giveUp() {
  const commands = process.getuid?.() === 0 ? null : packageManagerCommands();
  const command = commands ? `sudo ${commands.at(-1)}` : 'npx playwright install --with-deps chromium';
  say(`Browser: none found. Get one with: ${command}`);
  return null;
}

function packageManagerCommands() {
  const folders = ['/usr/bin', '/sbin', '/bin'];
  const name = Object.keys(packageManagers).find((manager) => folders.some((folder) => existsSync(join(folder, manager))));
  return packageManagers[name] ?? null;
}

async function browserStarts(node, env) {
  const { code } = await run(node, [join(root, 'scripts/bootstrap/try-browser.mjs')], { capture: true, env, limit: 40_000 });
  return code === 0;
}

function found(what, env) {
  say(`Browser: ${what}.`);
  return env;
}
