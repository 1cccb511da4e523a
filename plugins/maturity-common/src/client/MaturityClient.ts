import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { CallOptions, MaturityApi } from './MaturityApi';
import type {
  AdviceAnswer,
  BadgeQuery,
  ChangeList,
  CheckDetail,
  Definitions,
  ExportScorecardsQuery,
  HistoryPage,
  ListChangesQuery,
  ListRollUpSnapshotsQuery,
  ListRollUpsQuery,
  ListScorecardsQuery,
  ListSnapshotsQuery,
  PageQuery,
  RollUpDetail,
  RollUpList,
  RollUpSnapshotList,
  ScorecardDetail,
  ScorecardPage,
  SnapshotList,
  SweepList,
} from './wire';

type QueryValue = string | number | readonly (string | number)[] | undefined;

/**
 * What the client needs of its surroundings; the services of both Backstage sides fit.
 *
 * @public
 */
export interface MaturityClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi?: { fetch: typeof fetch };
}

function queryString(query: Readonly<Record<string, QueryValue>>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of typeof value === 'object' ? value : [value]) {
      params.append(key, String(one));
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [kind, namespace, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/');
}

/** The error of an answer; its message says what the backend said, not only which status it gave. */
async function refusal(response: Response): Promise<ResponseError> {
  const error = await ResponseError.fromResponse(response);
  if (error.cause.message) error.message = error.cause.message;
  return error;
}

/**
 * The backend's HTTP API, typed by its OpenAPI document.
 *
 * @public
 */
export class MaturityClient implements MaturityApi {
  readonly #discovery: MaturityClientOptions['discoveryApi'];
  readonly #fetch: typeof fetch;

  constructor(options: MaturityClientOptions) {
    this.#discovery = options.discoveryApi;
    const fetchApi = options.fetchApi;
    this.#fetch = fetchApi
      ? (input, init) => fetchApi.fetch(input, init)
      : (input, init) => fetch(input, init);
  }

  getDefinitions(options?: CallOptions): Promise<Definitions> {
    return this.#request('GET', '/definitions', options);
  }

  getCheck(id: string, options?: CallOptions): Promise<CheckDetail> {
    return this.#request('GET', `/checks/${encodeURIComponent(id)}`, options);
  }

  listScorecards(
    query: ListScorecardsQuery = {},
    options?: CallOptions,
  ): Promise<ScorecardPage> {
    return this.#request('GET', `/scorecards${queryString(query)}`, options);
  }

  async exportScorecards(
    query: ExportScorecardsQuery = {},
    options: CallOptions = {},
  ): Promise<string> {
    const path = `/scorecards${queryString(query)}`;
    const accept = 'text/csv';
    const response = await this.#fetchOk(path, { ...options, accept });
    return response.text();
  }

  getScorecard(
    entityRef: string,
    options?: CallOptions,
  ): Promise<ScorecardDetail> {
    return this.#request(
      'GET',
      `/scorecards/${entityPath(entityRef)}`,
      options,
    );
  }

  refreshScorecard(
    entityRef: string,
    options?: CallOptions,
  ): Promise<ScorecardDetail> {
    const path = `/scorecards/${entityPath(entityRef)}/refresh`;
    return this.#request('POST', path, options);
  }

  getHistory(
    entityRef: string,
    query: PageQuery = {},
    options?: CallOptions,
  ): Promise<HistoryPage> {
    const path = `/scorecards/${entityPath(entityRef)}/history`;
    return this.#request('GET', `${path}${queryString(query)}`, options);
  }

  listRollUps(
    query: ListRollUpsQuery,
    options?: CallOptions,
  ): Promise<RollUpList> {
    return this.#request('GET', `/roll-ups${queryString(query)}`, options);
  }

  getRollUp(
    entityRef: string,
    query: PageQuery = {},
    options?: CallOptions,
  ): Promise<RollUpDetail> {
    const path = `/roll-ups/${entityPath(entityRef)}${queryString(query)}`;
    return this.#request('GET', path, options);
  }

  listSnapshots(
    query: ListSnapshotsQuery = {},
    options?: CallOptions,
  ): Promise<SnapshotList> {
    return this.#request('GET', `/snapshots${queryString(query)}`, options);
  }

  listRollUpSnapshots(
    entityRef: string,
    query: ListRollUpSnapshotsQuery = {},
    options?: CallOptions,
  ): Promise<RollUpSnapshotList> {
    const path = `/roll-ups/${entityPath(entityRef)}/snapshots`;
    return this.#request('GET', `${path}${queryString(query)}`, options);
  }

  listChanges(
    query: ListChangesQuery = {},
    options?: CallOptions,
  ): Promise<ChangeList> {
    return this.#request('GET', `/changes${queryString(query)}`, options);
  }

  async getBadgeUrl(
    entityRef: string,
    query: BadgeQuery = {},
  ): Promise<string> {
    const baseUrl = await this.#discovery.getBaseUrl('maturity');
    const path = `/scorecards/${entityPath(entityRef)}/badge.svg`;
    return `${baseUrl}${path}${queryString(query)}`;
  }

  getAdvice(options?: CallOptions): Promise<AdviceAnswer> {
    return this.#request('GET', '/advice', options);
  }

  listSweeps(
    query: { limit?: number } = {},
    options?: CallOptions,
  ): Promise<SweepList> {
    return this.#request('GET', `/sweeps${queryString(query)}`, options);
  }

  async #request<T>(
    method: 'GET' | 'POST',
    path: string,
    options: CallOptions = {},
  ): Promise<T> {
    const accept = 'application/json';
    const response = await this.#fetchOk(path, { ...options, method, accept });
    return response.json();
  }

  async #fetchOk(
    path: string,
    options: CallOptions & { method?: 'GET' | 'POST'; accept: string },
  ): Promise<Response> {
    const { method = 'GET', accept, signal, token } = options;
    const baseUrl = await this.#discovery.getBaseUrl('maturity');
    const response = await this.#fetch(`${baseUrl}${path}`, {
      method,
      signal,
      headers: {
        Accept: accept,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
    });
    if (!response.ok) throw await refusal(response);
    return response;
  }
}
