import type { MaturityApi } from '@backstage-maturity/plugin-maturity-common';
import { createApiRef } from '@backstage/core-plugin-api';

/**
 * The maturity backend as the pages see it.
 *
 * @public
 */
export const maturityApiRef = createApiRef<MaturityApi>({
  id: 'plugin.maturity.service',
});
