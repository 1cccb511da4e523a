import { MaturityClient } from '@backstage-maturity/plugin-maturity-common';
import {
  createApiFactory,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { maturityApiRef } from './ref';

/** The HTTP client over the app's own discovery and authenticated fetch. */
export const maturityApiFactory = createApiFactory({
  api: maturityApiRef,
  deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
  factory: ({ discoveryApi, fetchApi }) =>
    new MaturityClient({ discoveryApi, fetchApi }),
});
