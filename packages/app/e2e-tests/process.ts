import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../..',
);

/** A port of the loopback interface on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no free port.'));
      });
    });
  });
}

/** Asks until there is an answer other than undefined; the last error is told when there never is. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined>,
  options: { seconds: number; alive?: () => boolean },
): Promise<T> {
  const { seconds, alive = () => true } = options;
  const end = Date.now() + seconds * 1000;
  let last = '';
  while (Date.now() < end && alive()) {
    try {
      const value = await probe();
      if (value !== undefined) return value;
    } catch (error) {
      last = `: ${error}`;
    }
    await pause(200);
  }
  throw new Error(`${what} did not come within ${seconds} s${last}`);
}
