import fs, { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityCreatePermission,
  catalogEntityReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  createScaffolderActionConditionalDecision,
  scaffolderActionConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  actionExecutePermission,
  taskCreatePermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { maturityServiceUpdatePermission } from '@backstage-maturity/plugin-maturity-common';
import git from 'isomorphic-git';
import {
  componentText,
  GuardedScaffolding,
} from './__testUtils__/GuardedScaffolding';

jest.setTimeout(120_000);

const OWNER = 'user:default/ada';
/** Sees everything and owns nothing. */
const OTHER = 'user:default/bob';
/** Sees templates only. */
const STRANGER = 'user:default/carol';
/** May start no task. */
const READER = 'user:default/dave';
/** May run every action but the one that publishes. */
const AUTHOR = 'user:default/erin';

/** May put no new entity into the catalog. */
const GUEST = 'user:default/frank';

const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const ref = user?.info.userEntityRef;
    if (isPermission(permission, maturityServiceUpdatePermission)) {
      const claims = user?.info.ownershipEntityRefs ?? [];
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    if (
      isPermission(permission, catalogEntityReadPermission) &&
      ref === STRANGER
    ) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityKind({ kinds: ['Template'] }),
      );
    }
    if (
      isPermission(permission, catalogEntityCreatePermission) &&
      ref === GUEST
    ) {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, taskCreatePermission) && ref === READER) {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, actionExecutePermission) && ref === AUTHOR) {
      return createScaffolderActionConditionalDecision(permission, {
        not: scaffolderActionConditions.hasActionId({
          actionId: 'maturity:publish:local',
        }),
      });
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

const NAME = '${{ parameters.name }}';
const fetchService = { action: 'maturity:fetch:local', input: { name: NAME } };
const templates = {
  look: [fetchService],
  score: [{ action: 'maturity:score', input: { service: NAME } }],
  change: [
    fetchService,
    {
      action: 'maturity:catalog:annotate',
      input: { entity: NAME, annotations: { 'maturity/tier': '2' } },
    },
    {
      action: 'maturity:publish:local',
      input: { name: NAME, update: true },
    },
  ],
  overwrite: [
    {
      action: 'fetch:template',
      input: { url: './layer', values: { name: NAME } },
    },
    {
      action: 'maturity:publish:local',
      input: { name: NAME, update: true },
    },
  ],
  make: [
    {
      action: 'fetch:template',
      input: { url: './layer', values: { name: NAME } },
    },
    { action: 'maturity:publish:local', input: { name: NAME } },
    { action: 'maturity:score', input: { service: NAME } },
  ],
  copy: [
    {
      action: 'fetch:template',
      input: { url: './layer', values: { name: 'checkout' } },
    },
    { action: 'maturity:publish:local', input: { name: NAME } },
  ],
};

const HIDDEN =
  'There is no service "checkout" below the root of local services, or you may not see it';

describe('Access to local services', () => {
  let scaffolding: GuardedScaffolding;

  beforeAll(async () => {
    scaffolding = await GuardedScaffolding.start({
      policy,
      claims: { [OWNER]: ['group:default/payments'] },
      templates,
    });
    await scaffolding.publish('checkout', {
      'catalog-info.yaml': componentText('checkout'),
      'README.md': '# Checkout\n',
    });
  });

  afterAll(() => scaffolding?.stop());

  const catalogFile = () =>
    readFileSync(
      path.join(scaffolding.root, 'checkout/catalog-info.yaml'),
      'utf8',
    );
  const commits = async () =>
    (await git.log({ fs, dir: path.join(scaffolding.root, 'checkout') }))
      .length;

  it.each([
    [OWNER, 'look'],
    [OTHER, 'look'],
    [OTHER, 'score'],
  ])('lets %s, who sees it, %s', async (user, template) => {
    const { status, log } = await scaffolding.run(user, template, 'checkout');
    expect({ status, log }).toMatchObject({ status: 'completed' });
  });

  it.each(['look', 'score', 'change', 'overwrite'])(
    'hides a service from who does not see its entities, when they %s',
    async template => {
      const before = catalogFile();
      const end = await scaffolding.run(STRANGER, template, 'checkout');
      expect(end.status).toBe('failed');
      expect(end.log).toContain(HIDDEN);
      expect(catalogFile()).toBe(before);
      // One that does not exist is answered in the same words.
      const absent = await scaffolding.run(STRANGER, template, 'absent');
      expect(absent.log).toContain(HIDDEN.replace('checkout', 'absent'));
    },
  );

  it.each(['change', 'overwrite'])(
    'lets nobody %s what they do not own',
    async template => {
      const before = [catalogFile(), await commits()];
      const { status, log } = await scaffolding.run(
        OTHER,
        template,
        'checkout',
      );
      expect(status).toBe('failed');
      expect(log).toContain(
        'You may not change the service "checkout": the permission "maturity.service.update" was denied for component:default/checkout.',
      );
      expect([catalogFile(), await commits()]).toEqual(before);
    },
  );

  it('lets the owner change it', async () => {
    const before = await commits();
    const { status, log } = await scaffolding.run(OWNER, 'change', 'checkout');
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(catalogFile()).toContain("maturity/tier: '2'");
    expect(await commits()).toBe(before + 1);
  });

  it('lets everybody make a new service, and score it in the same task', async () => {
    const { status, log } = await scaffolding.run(OTHER, 'make', 'invoices');
    expect({ status, log }).toMatchObject({ status: 'completed' });
    await scaffolding.entity(OTHER, 'component/default/invoices');
  });

  it('refuses a new service that declares an entity of another one', async () => {
    const { status, log } = await scaffolding.run(OTHER, 'copy', 'a-copy');
    expect(status).toBe('failed');
    expect(log).toContain(
      'The catalog file of the service "a-copy" declares component:default/checkout, which the catalog has from another place',
    );
    expect(existsSync(path.join(scaffolding.root, 'a-copy'))).toBe(false);
  });

  it('starts no task for who may start none', async () => {
    expect(await scaffolding.begin(READER, 'make', 'readers')).toEqual({
      refused: 403,
    });
    expect(readdirSync(scaffolding.root)).not.toContain('readers');
  });

  it('says which repositories exist only to who may start tasks', async () => {
    const route =
      'scaffolder/maturity/repositories?repoUrl=github.com%3Fowner%3D..%26repo%3Dcheckout';
    expect((await scaffolding.ask(READER, route)).status).toBe(403);
    const response = await scaffolding.ask(OWNER, route);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('The owner is');
  });

  it('publishes nothing for who may put no entity into the catalog', async () => {
    const { status, log } = await scaffolding.run(GUEST, 'make', 'guests');
    expect(status).toBe('failed');
    expect(log).toContain(
      'You may not publish the new service "guests": the permission "catalog.entity.create" was denied.',
    );
    expect(readdirSync(scaffolding.root)).not.toContain('guests');
  });

  it('publishes nothing for who may not run that action', async () => {
    const { status, log } = await scaffolding.run(AUTHOR, 'make', 'authors');
    expect(status).toBe('failed');
    expect(log).toContain('maturity:publish:local');
    expect(readdirSync(scaffolding.root)).not.toContain('authors');
  });

  it('tells the permission system of the permission', async () => {
    const response = await scaffolding.ask(
      OWNER,
      'catalog/.well-known/backstage/permissions/metadata',
    );
    const { permissions } = await response.json();
    expect(permissions).toContainEqual(maturityServiceUpdatePermission);
  });
});
