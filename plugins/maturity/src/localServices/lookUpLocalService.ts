import { ResponseError } from '@backstage/errors';
import {
  type ApiHolder,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';

/** What the portal says of a name below its folder of local services. */
export interface LocalService {
  /** Whether a service could be published there. */
  isFree: boolean;
  /** Location of its folder, which begins those of its entities. */
  location: string;
}

function parse(value: unknown): LocalService | undefined {
  const fields = new Map(Object.entries(value ?? {}));
  const isFree = fields.get('isFree');
  const location = fields.get('location');
  return typeof isFree === 'boolean' && typeof location === 'string'
    ? { isFree, location }
    : undefined;
}

/**
 * Asks the catalog's backend for a name among the local services. Undefined where the portal has none,
 * or where the caller may not know; rejects when there is no answer.
 */
export async function lookUpLocalService(
  apis: ApiHolder,
  name: string,
): Promise<LocalService | undefined> {
  const discovery = apis.get(discoveryApiRef);
  const http = apis.get(fetchApiRef);
  if (!discovery || !http) return undefined;
  const base = await discovery.getBaseUrl('catalog');
  const response = await http.fetch(
    `${base}/maturity/local-services/${encodeURIComponent(name)}`,
  );
  if ([403, 404].includes(response.status)) return undefined;
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return parse(await response.json());
}
