import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { FactProvider } from '@backstage-maturity/plugin-maturity-node';
import type { Knex } from 'knex';
import { type CatalogReader, SnapshotHolder, Sweep } from './collection';
import { AdviceInput } from './collection/AdviceInput';
import type { MaturityConfig } from './config';
import { FactCollector } from './facts';
import {
  AuthorizedMaturityService,
  CatalogVisibility,
  DefaultMaturityService,
  type MaturityService,
  ScorecardRefresh,
  storeAdvice,
  StoredSets,
} from './service';

/** The parts of the backend, put together: what sweeps and what answers. */
export function createMaturity(options: {
  db: Knex;
  config: MaturityConfig;
  reader: CatalogReader;
  providers: readonly FactProvider[];
  permissions: PermissionsService;
}): { service: MaturityService; sweep: Sweep } {
  const { db, config, reader, providers, permissions } = options;
  const { definitions, advisor } = config;
  const { auth, catalog, logger } = reader;
  const facts = new FactCollector(providers, logger);
  const snapshots = new SnapshotHolder(reader, definitions);
  const sets = new StoredSets(db);
  const advice = new AdviceInput();
  const shared = { db, reader, definitions, facts, snapshots };

  const sweep = new Sweep({
    ...shared,
    onStart: () => advice.take(),
    onEvaluated: card => advice.add(card),
    onStored: async graph => {
      sets.forget();
      const scorecards = advice.take();
      await storeAdvice(db, { graph, scorecards, definitions, advisor });
    },
  });
  const refresh = new ScorecardRefresh({
    ...shared,
    logger,
    onWritten: () => sets.forget(),
  });
  const service = new AuthorizedMaturityService(
    new DefaultMaturityService({ db, config, sets, refresh }),
    new CatalogVisibility({ auth, catalog, permissions }),
  );
  return { service, sweep };
}
