import {
  type ApiHolder,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';

/** Whether a repository can be made. */
export type RepositoryAnswer =
  /** As far as the portal sees. */
  | { is: 'free' }
  | { is: 'exists'; url: string }
  /** Nobody answered. */
  | { is: 'unchecked' };

function parse(value: unknown): RepositoryAnswer {
  const fields = new Map(Object.entries(value ?? {}));
  const url = fields.get('url');
  switch (fields.get('isFree')) {
    case true:
      return { is: 'free' };
    case false:
      return typeof url === 'string'
        ? { is: 'exists', url }
        : { is: 'unchecked' };
    default:
      return { is: 'unchecked' };
  }
}

/** Asks the scaffolder's backend for a well-formed repository. */
export async function lookUpRepository(
  apis: ApiHolder,
  repoUrl: string,
): Promise<RepositoryAnswer> {
  const discovery = apis.get(discoveryApiRef);
  const http = apis.get(fetchApiRef);
  if (!discovery || !http) return { is: 'unchecked' };
  try {
    const base = await discovery.getBaseUrl('scaffolder');
    const response = await http.fetch(
      `${base}/maturity/repositories?repoUrl=${encodeURIComponent(repoUrl)}`,
    );
    return response.ok ? parse(await response.json()) : { is: 'unchecked' };
  } catch {
    return { is: 'unchecked' };
  }
}
