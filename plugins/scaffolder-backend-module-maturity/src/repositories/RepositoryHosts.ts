import { ServiceUnavailableError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  getGitLabRequestOptions,
  type GithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { Repository } from './readRepository';

const LONGEST_WAIT_SECONDS = 5;

function addressOf({ integration, owner, name }: Repository): string {
  const { type, config } = integration;
  return type === 'github'
    ? `${config.apiBaseUrl}/repos/${owner}/${name}`
    : `${config.apiBaseUrl}/projects/${encodeURIComponent(`${owner}/${name}`)}`;
}

function rejectWhen(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

/** Asks the hosts of the portal's integrations for repositories, with the credentials of the portal. */
export class RepositoryHosts {
  readonly #credentials: GithubCredentialsProvider;

  constructor(integrations: ScmIntegrationRegistry) {
    this.#credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  }

  /**
   * Whether a host has no such repository, as far as the credentials of the portal see. Rejects with a
   * ServiceUnavailableError when the host does not say.
   */
  async isFree(repository: Repository): Promise<boolean> {
    const signal = AbortSignal.timeout(LONGEST_WAIT_SECONDS * 1000);
    const address = addressOf(repository);
    const response = await Promise.race([
      this.#ask(repository, { address, signal }),
      // GitHub's credentials are asked for as well, and know of no signal.
      rejectWhen(signal),
    ]).catch(() => {
      // Neither cause nor message: both may hold what the portal signs in with.
      throw unanswered(
        repository,
        signal.aborted
          ? `it did not answer within ${LONGEST_WAIT_SECONDS} seconds`
          : 'it could not be reached, or gave no credentials',
      );
    });
    await response.body?.cancel();
    // A page to sign in at would answer 200 for every name.
    if (new URL(response.url).origin !== new URL(address).origin) {
      throw unanswered(repository, 'it sent the question elsewhere');
    }
    if (response.status === 200) return false;
    // A name that leads on to another one is in use, whatever is there.
    if (response.status === 404 && !response.redirected) return true;
    throw unanswered(
      repository,
      `it answered with the status ${response.status}; expected 200 or 404`,
    );
  }

  async #ask(
    repository: Repository,
    options: { address: string; signal: AbortSignal },
  ): Promise<Response> {
    const { address, signal } = options;
    const headers = await this.#headersFor(repository);
    return fetch(address, {
      headers: { accept: 'application/json', ...headers },
      signal,
    });
  }

  async #headersFor(
    repository: Repository,
  ): Promise<Record<string, string> | undefined> {
    const { host, owner, integration } = repository;
    if (integration.type === 'gitlab') {
      return getGitLabRequestOptions(integration.config).headers;
    }
    // Of the owner: an app with selected repositories gives none for one that is not there yet.
    const url = `https://${host}/${owner}`;
    const { headers } = await this.#credentials.getCredentials({ url });
    return headers;
  }
}

function unanswered(
  { host, owner, name }: Repository,
  reason: string,
): ServiceUnavailableError {
  return new ServiceUnavailableError(
    `The host "${host}" could not be asked whether the repository "${owner}/${name}" exists: ${reason}.`,
  );
}
