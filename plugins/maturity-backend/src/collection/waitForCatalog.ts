import { setTimeout as pause } from 'node:timers/promises';
import { LOOK_MS } from './lookMs';
import type { CatalogSource } from './readCatalog';
import { untilAborted } from './untilAborted';

const EQUAL_LOOKS = 3;
const LONGEST_WAIT_MS = 20_000;

async function countEntities({
  catalog,
  auth,
}: CatalogSource): Promise<number> {
  const credentials = await auth.getOwnServiceCredentials();
  try {
    const { totalItems } = await catalog.queryEntities(
      { limit: 1, fields: ['kind'] },
      { credentials },
    );
    return totalItems;
  } catch {
    // A catalog that does not answer yet is one that has nothing yet.
    return 0;
  }
}

/**
 * Waits until the catalog holds something and has stopped growing, at most 20 seconds: a portal that
 * has just started would otherwise show a part of its services until the next sweep.
 */
export async function waitForCatalog(
  reader: CatalogSource,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  let before = 0;
  let equal = 0;
  while (Date.now() < deadline && !signal.aborted) {
    // A catalog that hangs must not keep the backend from stopping.
    const count = await untilAborted(countEntities(reader), signal).catch(
      () => 0,
    );
    equal = count > 0 && count === before ? equal + 1 : 0;
    before = count;
    if (equal >= EQUAL_LOOKS - 1) return;
    // Ends early and without an error when the sweep is stopped.
    await pause(LOOK_MS, undefined, { signal }).catch(() => {});
  }
}
