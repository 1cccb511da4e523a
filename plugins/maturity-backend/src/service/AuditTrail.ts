import type {
  AuditorService,
  AuditorServiceEvent,
  AuthService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { callerOf } from './callerOf';
import type { RequestOptions } from './MaturityService';

/** Tells the auditor who had scorecards evaluated, who took them out, and who was refused what. */
export class AuditTrail {
  readonly #auditor: AuditorService;
  readonly #auth: AuthService;

  constructor(options: { auditor: AuditorService; auth: AuthService }) {
    this.#auditor = options.auditor;
    this.#auth = options.auth;
  }

  /** Does the work of a refresh and records how it ended. */
  async refresh<T>(
    entityRef: string,
    options: RequestOptions,
    work: () => Promise<T>,
  ): Promise<T> {
    const meta = { entityRef };
    const event = await this.#start('scorecard-refresh', options, meta);
    try {
      const result = await work();
      await event.success();
      return result;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  /** Gives all pages of a file that takes scorecards out of the portal, and records how many there were. */
  async *export<T>(
    options: RequestOptions,
    pages: () => AsyncGenerator<readonly T[], void>,
  ): AsyncGenerator<readonly T[], void> {
    const event = await this.#start('scorecard-export', options, {});
    let scorecards = 0;
    let failure: Error | undefined;
    try {
      for await (const page of pages()) {
        scorecards += page.length;
        yield page;
      }
    } catch (error) {
      failure = toError(error);
      throw error;
    } finally {
      // Whoever went away before the end has what was sent until then.
      const meta = { scorecards };
      await (failure
        ? event.fail({ error: failure, meta })
        : event.success({ meta }));
    }
  }

  /** Records a question that was refused, and gives back the refusal, to be thrown. */
  async denied<T extends Error>(
    error: T,
    options: RequestOptions,
    meta: { query: string; entityRef?: string },
  ): Promise<T> {
    const event = await this.#start('denied-read', options, meta);
    await event.fail({ error });
    return error;
  }

  // An action has no request, and without one the auditor takes the plugin itself for the caller.
  #start(
    eventId: string,
    options: RequestOptions,
    meta: Readonly<Record<string, string>>,
  ): Promise<AuditorServiceEvent> {
    const { credentials, request } = options;
    const caller = callerOf(this.#auth, credentials) ?? 'unknown';
    return this.#auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      meta: { ...meta, caller },
      ...(request ? { request } : {}),
    });
  }
}
