import path from 'node:path';
import type {
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  describeProblem,
  parseLocalRoot,
} from '@backstage-maturity/plugin-maturity-common';
import { ServiceAccess } from './ServiceAccess';

/** The folder of locally published services, and who may do what with them. */
export interface LocalRoot {
  /** Absolute path. */
  folder: string;
  access: ServiceAccess;
}

/** What `maturity.local.root` says; undefined where it says nothing, and where it is wrong, which the log tells. */
export function readLocalRoot(
  config: Config,
  services: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    permissions: PermissionsService;
  },
): LocalRoot | undefined {
  const { root, problems } = parseLocalRoot(config.getOptional('maturity'));
  for (const problem of problems) {
    services.logger.error(describeProblem(problem));
  }
  if (root === undefined) return undefined;
  const folder = path.resolve(root);
  const { auth, catalog, permissions } = services;
  const access = new ServiceAccess({
    root: folder,
    auth,
    catalog,
    permissions,
  });
  return { folder, access };
}

/** Rejects a step that needs the folder where none is configured. */
export function requireRoot(local: LocalRoot | undefined): LocalRoot {
  if (local === undefined) {
    throw new InputError(
      'There is no "maturity.local.root" in the configuration; expected the folder that local services are kept in.',
    );
  }
  return local;
}
