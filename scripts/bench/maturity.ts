import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import {
  Contributions,
  readMaturityConfig,
} from '../../plugins/maturity-backend/src/config';
import { createMaturity } from '../../plugins/maturity-backend/src/createMaturity';

const quiet: LoggerService = {
  error: console.error,
  warn: console.error,
  info: () => {},
  debug: () => {},
  child: () => quiet,
};

// The backend asks these services for nothing else here; anything else it asked for would fail.
function only<T extends object>(methods: object): T {
  return Object.assign(Object.create(null), methods);
}

/** The backend with default settings over the given catalog and database; its callers may see everything. */
export function benchMaturity(db: Knex, catalog: object) {
  const config = readMaturityConfig(new ConfigReader({}), new Contributions());
  const reader = {
    catalog: only<CatalogService>(catalog),
    auth: only<AuthService>({
      getOwnServiceCredentials: async () => ({}),
      isPrincipal: () => false,
    }),
    logger: quiet,
  };
  const maturity = createMaturity({
    db,
    config,
    reader,
    providers: [],
    urlReader: only<UrlReaderService>({}),
    auditor: only<AuditorService>({}),
    permissions: only<PermissionsService>({
      authorizeConditional: async (requests: readonly unknown[]) =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    }),
    permissionsRegistry: only<PermissionsRegistryService>({}),
  });
  return { ...maturity, config, reader };
}
