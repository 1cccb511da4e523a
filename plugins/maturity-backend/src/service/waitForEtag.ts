import type { Entity } from '@backstage/catalog-model';

const POLL_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/**
 * Reads an entity until it differs from what it was, at most 5 seconds. Gives the newest version, or
 * `before` itself when nothing has moved.
 */
export async function waitForEtag(
  before: Entity,
  read: () => Promise<Entity | undefined>,
): Promise<Entity> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  while (Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
    // One failed read in a series is no reason to give up.
    const now = await read().catch(() => undefined);
    if (now && now.metadata.etag !== before.metadata.etag) return now;
  }
  return before;
}
