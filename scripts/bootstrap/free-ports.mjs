import { createServer } from 'node:net';

/** Finds so many ports of this machine that nobody listens at, so that two checkouts can run their tests at once. */
export async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, listen));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

function listen() {
  return new Promise((listening, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, 'localhost', () => listening(server));
  });
}
