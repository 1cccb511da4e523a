import { createBackendModule } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  type FactProvider,
  maturityFactsExtensionPoint,
} from '@backstage-maturity/plugin-maturity-node';

/** Stands for the client of an incident system that answers for many services at once. */
interface IncidentSystem {
  openIncidents(
    services: readonly string[],
    options: { signal: AbortSignal },
  ): Promise<ReadonlyMap<string, number>>;
}

const incidentSystem: IncidentSystem = {
  openIncidents: async services =>
    new Map(services.map(service => [service, service.length % 2])),
};

const incidents: FactProvider = {
  id: 'incidents',
  timeout: { seconds: 10 },
  async collect(entities, { signal }) {
    // One question for the whole page.
    const names = entities.map(entity => entity.metadata.name);
    const open = await incidentSystem.openIncidents(names, { signal });
    const facts = new Map<string, JsonObject>();
    for (const entity of entities) {
      const count = open.get(entity.metadata.name);
      if (count !== undefined) {
        facts.set(stringifyEntityRef(entity), { open: count });
      }
    }
    return facts;
  },
};

/** Adds the facts `facts.incidents.open`. */
export default createBackendModule({
  pluginId: 'maturity',
  moduleId: 'incident-facts',
  register(reg) {
    reg.registerInit({
      deps: { maturity: maturityFactsExtensionPoint },
      async init({ maturity }) {
        maturity.addProvider(incidents);
      },
    });
  },
});
