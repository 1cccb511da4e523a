import type {
  AuditorService,
  PermissionsRegistryService,
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { FactProvider } from '@backstage-maturity/plugin-maturity-node';
import type { Knex } from 'knex';
import {
  AdviceInput,
  type CatalogReader,
  SnapshotHolder,
  Sweep,
  type SweepOptions,
} from './collection';
import type { MaturityConfig } from './config';
import { FactCollector, KnownRepositories, RepositoryObserver } from './facts';
import { MeasuredSweep, type SweepMetrics } from './metrics';
import { ScorecardAccess } from './permissions';
import {
  AuditTrail,
  AuthorizedMaturityService,
  CallerAdvice,
  CallerAccess,
  CatalogVisibility,
  DefaultMaturityService,
  type MaturityService,
  readSignals,
  RefreshLimit,
  ScorecardRefresh,
  storeAdvice,
} from './service';

/** The parts of the backend, put together: what sweeps and what answers. */
export function createMaturity(options: {
  db: Knex;
  config: MaturityConfig;
  reader: CatalogReader;
  providers: readonly FactProvider[];
  urlReader: UrlReaderService;
  auditor: AuditorService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  /** Without them nothing is measured. */
  metrics?: SweepMetrics;
}): {
  service: MaturityService;
  sweep: Sweep;
  observer: RepositoryObserver;
} {
  const { db, config, reader, providers, permissions } = options;
  const { definitions, advisor } = config;
  const { auth, catalog, logger } = reader;
  const facts = new FactCollector(providers, logger);
  const files = { db, config: config.repository };
  const { urlReader } = options;
  const observer = new RepositoryObserver({ ...files, urlReader, logger });
  const repositories = new KnownRepositories({ ...files, observer });
  const snapshots = new SnapshotHolder({ db, reader, definitions });
  const shared = { db, reader, definitions, facts, repositories, snapshots };

  const advice = new AdviceInput();
  const sweepOptions: SweepOptions = {
    ...shared,
    advice,
    settings: JSON.stringify(advisor),
    retentionDays: config.history.retentionDays,
    onStored: (tx, swept) =>
      storeAdvice(tx, { ...swept, definitions, advisor }),
    readSignals,
  };
  const { metrics } = options;
  const sweep = metrics
    ? new MeasuredSweep(sweepOptions, metrics)
    : new Sweep(sweepOptions);
  const refresh = new ScorecardRefresh({
    ...shared,
    observer,
    logger,
    limit: new RefreshLimit(config.refresh.limit),
  });
  const registry = options.permissionsRegistry;
  const service = new AuthorizedMaturityService({
    inner: new DefaultMaturityService({
      db,
      config,
      refresh,
      advice: new CallerAdvice({
        db,
        definitions,
        advisor,
        snapshots,
        input: advice,
      }),
    }),
    access: new CallerAccess({
      db,
      catalog: new CatalogVisibility({ auth, catalog, permissions }),
      scorecards: new ScorecardAccess({ db, permissions, registry }),
    }),
    audit: new AuditTrail({ auditor: options.auditor, auth }),
    showsBadgesTo: credentials =>
      config.badges.anonymous && auth.isPrincipal(credentials, 'none'),
  });
  return { service, sweep, observer };
}
