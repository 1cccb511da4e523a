import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { EntityView } from '@backstage-maturity/plugin-maturity-common';
import type { FactProvider } from '@backstage-maturity/plugin-maturity-node';
import type { FactRecord } from '../database';
import { collectFrom } from './collectFrom';
import { encodeFacts } from './factText';

/** Entities that a provider is asked about at once. */
const PAGE = 500;

// A provider may put all it knows into the message of an error.
const LONGEST_ERROR = 1_000;

/** What is to be kept about one entity: its record, the same one as before when nothing changed, or none. */
interface KeptFact {
  entityRef: string;
  record: FactRecord | undefined;
}

interface AskOptions {
  /** What is stored of this provider, by entity reference. */
  known: ReadonlyMap<string, FactRecord>;
  signal: AbortSignal;
  now: number;
  confirmedAt: number | undefined;
}

function messageOf(error: unknown): string {
  return toError(error).message.slice(0, LONGEST_ERROR);
}

/** One provider, with what the log already tells about it. */
export class FactSource {
  readonly id: string;
  readonly #provider: FactProvider;
  readonly #logger: LoggerService;
  #told: string | undefined;

  constructor(provider: FactProvider, logger: LoggerService) {
    this.id = provider.id;
    this.#provider = provider;
    this.#logger = logger;
  }

  /** Asks page by page. Never rejects. */
  async ask(
    views: readonly EntityView[],
    options: AskOptions,
  ): Promise<KeptFact[]> {
    const kept: KeptFact[] = [];
    let failure: string | undefined;
    let refused: string | undefined;
    for (let at = 0; at < views.length; at += PAGE) {
      const page = views.slice(at, at + PAGE);
      let answer: ReadonlyMap<string, JsonObject> | undefined;
      // One late or broken answer is enough: the other pages would cost the same time again.
      if (failure === undefined) {
        try {
          answer = await collectFrom(
            this.#provider,
            page.map(view => view.entity),
            { signal: options.signal, logger: this.#logger },
          );
        } catch (error) {
          failure = messageOf(error);
        }
      }
      for (const { ref } of page) {
        try {
          const record = answer
            ? this.#given(ref, answer.get(ref), options)
            : this.#failed(ref, failure ?? '', options);
          kept.push({ entityRef: ref, record });
        } catch (error) {
          refused ??= messageOf(error);
          const record = this.#failed(ref, messageOf(error), options);
          kept.push({ entityRef: ref, record });
        }
      }
    }
    if (!options.signal.aborted) this.#tell(failure ?? refused);
    return kept;
  }

  #given(
    entityRef: string,
    facts: unknown,
    { known, now }: AskOptions,
  ): FactRecord | undefined {
    if (facts === undefined) return undefined;
    const value = encodeFacts(facts);
    const before = known.get(entityRef);
    if (before?.value === value && before.error === null) return before;
    const provider = this.id;
    return { provider, entityRef, value, observedAt: now, error: null };
  }

  #failed(
    entityRef: string,
    error: string,
    { known, confirmedAt }: AskOptions,
  ): FactRecord {
    const before = known.get(entityRef);
    // The words of an error may differ every time, and verdicts show them: the first ones stay.
    if (before && before.error !== null) return before;
    const provider = this.id;
    if (!before || before.value === null) {
      return { provider, entityRef, value: null, observedAt: null, error };
    }
    const observedAt = Math.max(before.observedAt ?? 0, confirmedAt ?? 0);
    return { ...before, observedAt, error };
  }

  /** A provider that is down for a day is one line of the log, and one when it is back. */
  #tell(failure: string | undefined): void {
    if (failure === this.#told) return;
    this.#told = failure;
    if (failure === undefined) {
      this.#logger.info(`The fact provider "${this.id}" answers again.`);
    } else {
      this.#logger.warn(
        `The fact provider "${this.id}" failed, and its last facts stay in force: ${failure}`,
      );
    }
  }
}
