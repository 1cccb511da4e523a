import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { createApp } from './app.mjs';

async function statusOf(path, state) {
  const server = createApp(state).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const answer = await fetch(
      `http://127.0.0.1:${server.address().port}${path}`,
    );
    return answer.status;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('lives', async () => {
  assert.equal(await statusOf('/healthz', { ready: false }), 200);
});

test('is ready only while it takes traffic', async () => {
  assert.equal(await statusOf('/readyz', { ready: true }), 200);
  assert.equal(await statusOf('/readyz', { ready: false }), 503);
});

test('does not know other paths', async () => {
  assert.equal(await statusOf('/elsewhere', { ready: true }), 404);
});
