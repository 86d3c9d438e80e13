// `npm test [-- --only STAGE,STAGE]`: installs what is missing, finds a browser, then runs every check. All stages run even when one fails,
// so that one run tells everything. The last line counts: each test, and each of the checks without tests as one.
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { freePorts } from './free-ports.mjs';
import { install } from './install.mjs';
import { root, run, say, seconds } from './machine.mjs';
import { addCounts, countPlaywright, countVitest } from './test-counts.mjs';

const tool = (name) => join(root, 'node_modules', name);
const astro = tool('astro/bin/astro.mjs');
const reports = tool('.cache/priors-tests');

/** In this order. A check shows its output only when it fails; tests show their progress. */
const stages = {
  format: check([tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
  // It reads the types that Astro makes of the collections.
  lint: check([astro, 'sync', '--silent'], [tool('eslint/bin/eslint.js'), '.']),
  types: check([astro, 'check', '--minimumFailingSeverity', 'warning']),
  unused: check([tool('knip/bin/knip.js')]),
  unit: vitest('tests/unit'),
  build: vitest('tests/build'),
  browser: playwright(),
};

const only = selection(process.argv.slice(2));
const node = await install();
const results = [];
for (const name of only) results.push({ name, counts: await runStage(name) });
report(results);

async function runStage(name) {
  say(`\n${name} …`);
  const start = Date.now();
  const counts = await stages[name]();
  say(`${name}: ${counts.failed === 0 ? 'passed' : 'FAILED'} in ${seconds(Date.now() - start)}`);
  return counts;
}

function report(results) {
  const total = addCounts(results.map(({ counts }) => counts));
  const failed = results.filter(({ counts }) => counts.failed > 0).map(({ name }) => name);
  say(failed.length > 0 ? `\nFailed: ${failed.join(', ')}. Again, those alone: npm test -- --only ${failed.join(',')}` : '');
  say(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

function check(...commands) {
  return async () => {
    for (const command of commands) {
      const { code, output } = await run(node, command, { capture: true });
      if (code === 0) continue;
      say(output.trimEnd());
      return { passed: 0, failed: 1, skipped: 0 };
    }
    return { passed: 1, failed: 0, skipped: 0 };
  };
}

function vitest(folder) {
  return async () => {
    const file = join(reports, `${folder.replace('/', '-')}.json`);
    // It would color its output even where nobody looks at a terminal.
    const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
    const { code } = await run(node, [tool('vitest/vitest.mjs'), 'run', folder], { env: { ...plain, PRIORS_TEST_REPORT: file } });
    return countVitest(file, code);
  };
}

function playwright() {
  return async () => {
    const browser = await findBrowser(node);
    if (!browser) return { passed: 0, failed: 1, skipped: 0 };
    const file = join(reports, 'tests-browser.json');
    const env = { ...browser, PRIORS_TEST_REPORT: file, PRIORS_TEST_PORTS: (await freePorts(5)).join(',') };
    const { code } = await run(node, [tool('@playwright/test/cli.js'), 'test'], { env });
    return countPlaywright(file, code);
  };
}

function selection(args) {
  const all = Object.keys(stages);
  if (args.length === 0) return all;
  const [option, names = ''] = args[0].startsWith('--only=') ? ['--only', args[0].slice('--only='.length)] : args;
  const chosen = names.split(',');
  if (option === '--only' && chosen.every((name) => all.includes(name))) return chosen;
  say(`Usage: npm test [-- --only STAGE,STAGE], where a stage is one of ${all.join(', ')}`);
  process.exit(2);
}
