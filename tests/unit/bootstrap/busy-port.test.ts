import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { busyPort } from '../../../scripts/bootstrap/busy-port.mjs';

test('npm start knows before it builds that its port is taken', async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect(await busyPort(['--port', String(port)])).toBe(port);
  expect(await busyPort([`--port=${port}`, '--out', 'site'])).toBe(port);
  expect(await busyPort(['--port', String(port), '--port', '0'])).toBeNull();
  expect(await busyPort(['--port', 'many'])).toBeNull();
});
