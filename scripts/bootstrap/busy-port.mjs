import { createServer } from 'node:net';

/**
 * The port that `priors preview` would listen at with these options, if somebody else does already; null where it is free, or the options or the
 * machine have another fault, of which `preview` tells.
 * @param {readonly string[]} options
 * @returns {Promise<number | null>}
 */
export function busyPort(options) {
  const port = Number(valueOf(options, '--port') ?? '4321');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return Promise.resolve(null);
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error && error.code === 'EADDRINUSE' ? port : null));
    server.listen(port, valueOf(options, '--host') ?? 'localhost', () => server.close(() => resolve(null)));
  });
}

/**
 * @param {readonly string[]} options
 * @param {string} name
 */
function valueOf(options, name) {
  const at = options.findLastIndex((option) => option === name || option.startsWith(`${name}=`));
  return at < 0 ? undefined : options[at] === name ? options[at + 1] : options[at]?.slice(name.length + 1);
}
