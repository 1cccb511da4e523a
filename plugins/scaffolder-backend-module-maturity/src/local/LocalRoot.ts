import path from 'node:path';
import type {
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ServiceAccess } from './ServiceAccess';

/** The folder of locally published services, and who may do what with them. */
export interface LocalRoot {
  /** Absolute path. */
  folder: string;
  access: ServiceAccess;
}

/** What `maturity.local.root` says; undefined where it says nothing. */
export function readLocalRoot(
  config: Config,
  services: {
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
  },
): LocalRoot | undefined {
  const root = config.getOptionalString('maturity.local.root');
  if (root === undefined) return undefined;
  const folder = path.resolve(root);
  return { folder, access: new ServiceAccess({ root: folder, ...services }) };
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
