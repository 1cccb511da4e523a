import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { type JsonObject, durationToMilliseconds } from '@backstage/types';
import type { FactProvider } from '@backstage-maturity/plugin-maturity-node';

const DEFAULT_TIMEOUT = { seconds: 30 };

/**
 * Asks a provider for the facts of some entities and gives up at its time limit, whether or not the
 * provider heeds its signal.
 */
export async function collectFrom(
  provider: FactProvider,
  entities: readonly Entity[],
  options: { signal: AbortSignal; logger: LoggerService },
): Promise<ReadonlyMap<string, JsonObject>> {
  const limit = durationToMilliseconds(provider.timeout ?? DEFAULT_TIMEOUT);
  const call = new AbortController();
  let stop: (reason: Error) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reason => {
      call.abort(reason);
      reject(reason);
    };
  });
  const timer = setTimeout(
    () => stop(new Error(`It gave no answer within ${limit} ms.`)),
    limit,
  );
  const abort = () => stop(new Error('The sweep was stopped.'));
  // The call below may throw at once, and then nobody waits for this.
  stopped.catch(() => {});
  if (options.signal.aborted) abort();
  options.signal.addEventListener('abort', abort, { once: true });
  try {
    const answer = provider.collect(entities, {
      signal: call.signal,
      logger: options.logger,
    });
    const facts: unknown = await Promise.race([answer, stopped]);
    if (!(facts instanceof Map)) {
      throw new Error('Its answer is not a Map of facts by entity reference.');
    }
    return facts;
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', abort);
  }
}
