import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import mcpActions from '@backstage/plugin-mcp-actions-backend';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { maturityPermissions } from '@backstage-maturity/plugin-maturity-common';
import request from 'supertest';
import { component, domain, group, system } from './__testUtils__/entities';
import { PolicyPermissions } from './__testUtils__/policyPermissions';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { TestCatalog } from './__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from './__testUtils__/TestDatabases';
import {
  createMaturityScorecardConditionalDecision,
  maturityScorecardConditions,
} from './permissions';

jest.setTimeout(120_000);

const databases = TestDatabases.create();

const user = mockCredentials.user.header;
const CALLERS = {
  anonymous: mockCredentials.none.header(),
  guest: user('user:development/guest'),
  /** Sees part of the catalog; may read scorecards but not refresh them. */
  limited: user('user:default/limited'),
  /** Sees the whole catalog; may read and refresh the scorecards of the own team. */
  member: user('user:default/member'),
  admin: user('user:default/admin'),
  service: mockCredentials.service.header(),
};
type Caller = keyof typeof CALLERS;
const NAMES: readonly Caller[] = [
  'anonymous',
  'guest',
  'limited',
  'member',
  'admin',
  'service',
];

const policy: PermissionPolicy = {
  async handle({ permission }, by) {
    const ours = maturityPermissions.find(each =>
      isPermission(permission, each),
    );
    const decide = (allowed: boolean) =>
      ({
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      } as const);
    switch (by?.info.userEntityRef) {
      case 'user:development/guest':
        return decide(false);
      case 'user:default/limited':
        if (ours) return decide(permission.attributes.action === 'read');
        return {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ENTITY_KIND',
            resourceType: 'catalog-entity',
            params: {},
          },
        };
      case 'user:default/member': {
        const claims = by.info.ownershipEntityRefs;
        return ours
          ? createMaturityScorecardConditionalDecision(
              ours,
              maturityScorecardConditions.isOwner({ claims }),
            )
          : decide(true);
      }
      default:
        return decide(true);
    }
  },
};

/** Two components are open and two are classified; everything classified says so in every word it has. */
function catalog(): TestCatalog {
  const test = new TestCatalog([
    group('company'),
    group('open', 'company'),
    group('classified', 'company'),
    domain('classified-domain'),
    system('open', 'classified-domain'),
    {
      ...system('classified', 'classified-domain'),
      metadata: {
        name: 'classified',
        namespace: 'default',
        annotations: {
          'maturity/onboarding': 'https://classified.acme.test/start',
          'maturity/slo': 'classified words',
        },
      },
    },
    component('open-api', {
      spec: {
        owner: 'group:default/open',
        system: 'classified',
        dependsOn: ['component:default/classified-api'],
      },
    }),
    component('open-job', {
      spec: { owner: 'group:default/open', system: 'open', type: 'job' },
    }),
    component('classified-api', {
      title: 'Classified title',
      annotations: { 'maturity/ci': 'CHANGEME-classified' },
      spec: {
        owner: 'group:default/classified',
        type: 'classified-type',
        system: 'open',
        dependsOn: ['component:default/open-api'],
      },
    }),
    component('classified-job', {
      annotations: { 'maturity/tier': '1' },
      spec: { owner: 'group:default/classified', lifecycle: 'deprecated' },
    }),
  ]);
  test.visibleTo = entity => !stringifyEntityRef(entity).includes('classified');
  test.mayRefresh = false;
  return test;
}

const CARD = '/scorecards/component/default';
const SETS = '/roll-ups';

/** Statuses in the order of `NAMES`. */
const ROUTES: readonly [string, readonly number[]][] = [
  ['GET /openapi.json', [401, 200, 200, 200, 200, 200]],
  ['GET /definitions', [401, 200, 200, 200, 200, 200]],
  ['GET /checks/owner-assigned', [401, 200, 200, 200, 200, 200]],
  ['GET /checks/dependency-tier-alignment', [401, 200, 200, 200, 200, 200]],
  ['GET /checks/nothing', [401, 404, 404, 404, 404, 404]],
  ['GET /scorecards', [401, 200, 200, 200, 200, 200]],
  ['GET /scorecards?sort=-owner', [401, 200, 200, 200, 200, 200]],
  ['GET /scorecards?sort=system&limit=1', [401, 200, 200, 200, 200, 200]],
  ['GET /scorecards?q=classified', [401, 200, 200, 200, 200, 200]],
  ['GET /scorecards?type=classified-type', [401, 200, 200, 200, 200, 200]],
  [
    'GET /scorecards?owner=group:default/classified',
    [401, 200, 200, 200, 200, 200],
  ],
  [
    'GET /scorecards?check=owner-assigned&status=pass',
    [401, 200, 200, 200, 200, 200],
  ],
  ['CSV /scorecards', [401, 200, 200, 200, 200, 200]],
  ['CSV /scorecards?sort=-owner', [401, 200, 200, 200, 200, 200]],
  ['CSV /scorecards?q=classified', [401, 200, 200, 200, 200, 200]],
  ['CSV /scorecards?sort=colour', [401, 400, 400, 400, 400, 400]],
  ['GET /scorecards?sort=colour', [401, 400, 400, 400, 400, 400]],
  ['GET /scorecards?colour=red', [401, 400, 400, 400, 400, 400]],
  ['GET /scorecards?cursor=nonsense', [401, 400, 400, 400, 400, 400]],
  [`GET ${CARD}/open-api`, [401, 404, 200, 200, 200, 200]],
  [`GET ${CARD}/classified-api`, [401, 404, 404, 404, 200, 200]],
  [`GET ${CARD}/nothing`, [401, 404, 404, 404, 404, 404]],
  [`GET ${CARD}/no%20name`, [401, 400, 400, 400, 400, 400]],
  [`GET ${CARD}/open-api/history`, [401, 404, 200, 200, 200, 200]],
  [`GET ${CARD}/classified-api/history`, [401, 404, 404, 404, 200, 200]],
  [`GET ${CARD}/nothing/history`, [401, 404, 404, 404, 404, 404]],
  [`POST ${CARD}/open-api/refresh`, [401, 404, 403, 200, 200, 200]],
  [`POST ${CARD}/classified-api/refresh`, [401, 404, 404, 404, 200, 200]],
  [`POST ${CARD}/nothing/refresh`, [401, 404, 404, 404, 404, 404]],
  ...['organization', 'owner', 'system', 'domain', 'type', 'tier'].map(
    (by): [string, number[]] => [
      `GET ${SETS}?by=${by}`,
      [401, 200, 200, 200, 200, 200],
    ],
  ),
  [
    `GET ${SETS}?by=system&parent=domain:default/classified-domain`,
    [401, 200, 200, 200, 200, 200],
  ],
  [`GET ${SETS}/group/default/open`, [401, 404, 200, 200, 200, 200]],
  [`GET ${SETS}/group/default/company`, [401, 404, 200, 200, 200, 200]],
  [`GET ${SETS}/system/default/open`, [401, 404, 200, 200, 200, 200]],
  [`GET ${SETS}/group/default/classified`, [401, 404, 404, 200, 200, 200]],
  [
    `GET ${SETS}/domain/default/classified-domain`,
    [401, 404, 404, 200, 200, 200],
  ],
  ['GET /advice', [401, 403, 200, 200, 200, 200]],
  ['GET /sweeps', [401, 403, 403, 403, 200, 200]],
  ['GET /nothing', [401, 404, 404, 404, 404, 404]],
];

const ACTIONS: readonly [string, Record<string, unknown>, string][] = [
  ['get-scorecard', { entityRef: 'classified-api' }, 'owner-assigned'],
  ['list-scorecards', { limit: 100 }, 'classified-api'],
  ['explain-check', { check: 'owner-assigned' }, 'owner-assigned'],
];

/** Words that no answer to a caller may contain. */
const FORBIDDEN: Record<Caller, readonly string[]> = {
  anonymous: ['classified', 'open-', 'company'],
  guest: ['classified', 'open-', 'company'],
  limited: ['classified', 'Classified'],
  // The catalog shows every name to a member, but no scorecard of others may be listed.
  member: ['Classified title', 'classified-job', 'classified-type'],
  admin: [],
  service: [],
};

/** How many scorecards may be counted for a caller. */
const COUNTED: Record<Caller, number> = {
  anonymous: 0,
  guest: 0,
  limited: 2,
  member: 2,
  admin: 4,
  service: 4,
};

const COUNTS = new Set(['total', 'totalItems', 'counted', 'failing', 'pass']);

function counts(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    COUNTS.has(key) && typeof part === 'number' ? [part] : counts(part),
  );
}

/** An answer with its headers, without the words that the caller has said. */
function told(answer: request.Response, path: string): string {
  const asked = [path, decodeURIComponent(path)];
  const words = path.split(/[/?&=]/).filter(word => word.length > 3);
  const [, , kind, namespace, name] = path.split('/');
  const ref = `${kind}:${namespace}/${name}`;
  let text = answer.text;
  if (answer.status >= 400) {
    for (const said of [...asked, ref, ...words]) {
      text = text.split(said).join('');
    }
  }
  return `${JSON.stringify(answer.headers)}\n${text}`;
}

describe.each(ENGINES)('Who is told what on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    const permissions = new PolicyPermissions(policy, {
      'user:default/member': ['group:default/open'],
    });
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog: catalog(),
      config: { backend: { actions: { pluginSources: ['maturity'] } } },
      features: [mcpActions, permissions.factory],
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  describe.each(NAMES)('%s', caller => {
    const by = CALLERS[caller];

    it.each(ROUTES)('%s', async (route, statuses) => {
      const [method, path] = route.split(' ');
      const asked =
        method === 'POST' ? portal.post(path, by) : portal.get(path, by);
      const answer = await asked.set(
        'Accept',
        method === 'CSV' ? 'text/csv' : 'application/json',
      );
      const text = told(answer, path);

      expect(answer.status).toBe(statuses[NAMES.indexOf(caller)]);
      for (const word of FORBIDDEN[caller]) expect(text).not.toContain(word);
      // The advice is counted from the whole catalog.
      const counted = path === '/advice' ? [] : counts(answer.body);
      for (const count of counted) {
        expect(count).toBeLessThanOrEqual(COUNTED[caller]);
      }
    });

    it.each(ACTIONS)('action %s', async (name, input, word) => {
      const answer = await request(portal.backend.server)
        .post('/api/mcp-actions/v1')
        .set('Authorization', by)
        .set('Accept', 'application/json, text/event-stream')
        .send({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: `maturity.${name}`, arguments: input },
        });
      const sees = caller === 'admin' || caller === 'service';
      const refused = name === 'get-scorecard' && !sees;
      const expected = refused ? 'There is no scorecard of' : word;
      const allowed = sees || name === 'explain-check' ? [expected] : [];
      const contained =
        refused && caller !== 'anonymous' ? [expected] : allowed;
      // The refusal repeats the reference that was asked for.
      const text = answer.text
        .split('component:default/classified-api')
        .join('');

      expect(answer.status).toBe(caller === 'anonymous' ? 401 : 200);
      for (const part of caller === 'anonymous' ? [] : contained) {
        expect(answer.text).toContain(part);
      }
      for (const part of FORBIDDEN[caller]) expect(text).not.toContain(part);
      for (const part of refused ? [word] : []) {
        expect(answer.text).not.toContain(part);
      }
    });
  });
});
