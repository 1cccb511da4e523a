import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

const HIDDEN = /^\.(?:incoming|updating)-/;
/** No task takes this long to write one service. */
const LEFT_MS = 10 * 60_000;

/** Removes what a run that was killed has left behind in its hidden folder. */
export async function removeLeftovers(
  root: string,
  now: number,
): Promise<void> {
  for (const name of await readdir(root)) {
    if (!HIDDEN.test(name)) continue;
    const place = path.join(root, name);
    // One that ends at this moment is gone.
    const stats = await stat(place).catch(() => undefined);
    if (stats && now - stats.mtimeMs > LEFT_MS) {
      await rm(place, { recursive: true, force: true });
    }
  }
}
