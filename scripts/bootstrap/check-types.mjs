// `npm run typecheck`: the components by `astro check` (which first writes the types of the collections), then everything else by the compiler.
import { join } from 'node:path';
import { root, run } from './machine.mjs';

const tool = (path) => join(root, 'node_modules', path);
const components = await run(process.execPath, [tool('astro/bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'warning']);
const modules = await run(process.execPath, [tool('typescript/bin/tsc'), '--noEmit', '--pretty', 'false']);
process.exitCode = components.code || modules.code;
