import {
  type BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  type FactProvider,
  maturityFactsExtensionPoint,
} from '@backstage-maturity/plugin-maturity-node';

/** A module that adds fact providers, as a plugin of somebody else would. */
export function factsModule(
  ...providers: readonly FactProvider[]
): BackendFeature {
  return createBackendModule({
    pluginId: 'maturity',
    moduleId: `facts-of-${providers.map(({ id }) => id).join('-')}`,
    register(reg) {
      reg.registerInit({
        deps: { maturity: maturityFactsExtensionPoint },
        async init({ maturity }) {
          for (const provider of providers) maturity.addProvider(provider);
        },
      });
    },
  });
}
