import type {
  HttpAuthService,
  HttpRouterService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import { quote, readRepository } from './readRepository';
import { RepositoryHosts } from './RepositoryHosts';

const ROUTE = /^\/maturity\/repositories\/?$/;

function readQuery(query: object): string {
  const { repoUrl, ...unknown } = Object.fromEntries<unknown>(
    Object.entries(query),
  );
  const [parameter] = Object.entries(unknown);
  if (parameter) {
    const [name, value] = parameter;
    throw new InputError(
      `The query parameter ${quote(name)} with the value ${quote(
        value,
      )} is not known; expected "repoUrl" only.`,
    );
  }
  if (typeof repoUrl === 'string') return repoUrl;
  throw new InputError(
    `The query parameter "repoUrl" is ${
      repoUrl === undefined ? 'missing' : quote(repoUrl)
    }; expected it once, such as github.com?owner=acme&repo=checkout.`,
  );
}

/**
 * Answers `GET /maturity/repositories?repoUrl=<repository>` of the scaffolder's API: whether a new
 * repository could be made. Only who may create tasks is told, as a task would tell it too.
 */
export function repositoriesHandler(options: {
  integrations: ScmIntegrationRegistry;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): Parameters<HttpRouterService['use']>[0] {
  const { integrations, httpAuth, permissions } = options;
  const hosts = new RepositoryHosts(integrations);
  return async (req, res, next) => {
    if (req.method !== 'GET' || !ROUTE.test(req.path)) {
      next();
      return;
    }
    try {
      const credentials = await httpAuth.credentials(req);
      const [decision] = await permissions.authorize(
        [{ permission: taskCreatePermission }],
        { credentials },
      );
      if (decision?.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(
          'Only those who may create tasks of the scaffolder are told which repositories exist.',
        );
      }
      const repository = readRepository(readQuery(req.query), integrations);
      const isFree = await hosts.isFree(repository);
      res.setHeader('Cache-Control', 'private, no-cache');
      res.json({ isFree, url: repository.url });
    } catch (error) {
      next(error);
    }
  };
}
