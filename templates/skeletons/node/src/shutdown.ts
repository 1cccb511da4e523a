import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Readiness } from './server.js';

/**
 * Ends a server without dropping a request: it says that it is not ready, goes on serving until load
 * balancers have noticed, then takes no new connection and waits for the requests that it has.
 */
export async function shutDown(
  server: Server,
  options: { readiness: Readiness; drainMs: number },
): Promise<void> {
  options.readiness.ready = false;
  await delay(options.drainMs);
  await new Promise<void>((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}
