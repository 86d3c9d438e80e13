// `npm start [-- OPTIONS]`: installs what is missing, builds the site and serves it. Options are those of `priors build` and `priors preview`:
// npm start -- --workspace ../another-repository --port 4400
import { busyPort } from './busy-port.mjs';
import { install } from './install.mjs';
import { run } from './machine.mjs';
import { splitOptions } from './start-options.mjs';

const options = splitOptions(process.argv.slice(2));
// Before anything that takes its time.
const busy = await busyPort(options.preview);
if (busy !== null) {
  console.error(`Port ${busy} is in use\n  Name another with --port, or 0 for any that is free: npm start -- --port 0`);
  process.exit(2);
}
const node = await install();
const built = await run(node, ['scripts/priors.ts', 'build', ...options.build]);
const served = built.code === 0 ? await run(node, ['scripts/priors.ts', 'preview', ...options.preview]) : built;
process.exitCode = served.code;
