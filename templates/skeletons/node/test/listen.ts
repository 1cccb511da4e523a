import assert from 'node:assert/strict';
import type { Server } from 'node:http';

/** Listens on a free port; gives the address. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  assert.ok(bound && typeof bound === 'object');
  return `http://127.0.0.1:${bound.port}`;
}
