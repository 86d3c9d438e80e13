// `npm start [-- OPTIONS]`: installs what is missing, builds the site and serves it. Options are those of `priors build` and `priors preview`:
// npm start -- --workspace ../another-repository --port 4400
import { install } from './install.mjs';
import { run } from './machine.mjs';
import { splitOptions } from './start-options.mjs';

const node = await install();
const options = splitOptions(process.argv.slice(2));
const built = await run(node, ['scripts/priors.ts', 'build', ...options.build]);
const served = built.code === 0 ? await run(node, ['scripts/priors.ts', 'preview', ...options.preview]) : built;
process.exitCode = served.code;
