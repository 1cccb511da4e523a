import type {
  HttpAuthService,
  HttpRouterService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import type { LocalNames } from './LocalNames';

const ROUTE = /^\/maturity\/local-services\/([^/]+)\/?$/;

/**
 * Answers `GET /maturity/local-services/<name>` of the catalog's API: whether a service could be published
 * below the folder of local services by this name. Only who may create entities is told.
 */
export function localNamesHandler(options: {
  names: LocalNames;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): Parameters<HttpRouterService['use']>[0] {
  const { names, httpAuth, permissions } = options;
  return async (req, res, next) => {
    const part = req.method === 'GET' ? ROUTE.exec(req.path)?.[1] : undefined;
    if (part === undefined) {
      next();
      return;
    }
    try {
      const credentials = await httpAuth.credentials(req);
      const [{ result }] = await permissions.authorize(
        [{ permission: catalogEntityCreatePermission }],
        { credentials },
      );
      if (String(result) !== 'ALLOW') {
        throw new NotAllowedError(
          'Only those who may create entities of the catalog are told which names are taken.',
        );
      }
      const [parameter] = Object.entries(req.query);
      if (parameter) {
        const [name, value] = parameter;
        throw new InputError(
          `The query parameter "${name}" with the value "${value}" is not known; expected none at this address.`,
        );
      }
      res.setHeader('Cache-Control', 'private, no-cache');
      // No name has a sign that an address escapes, so there is nothing to decode.
      res.json(await names.look(part));
    } catch (error) {
      next(error);
    }
  };
}
