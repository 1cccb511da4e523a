import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { maturityApiFactory } from '../api';

/** The client of the maturity backend. */
export const maturityApi = ApiBlueprint.make({
  params: defineParams => defineParams(maturityApiFactory),
});
