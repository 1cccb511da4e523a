import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { component } from '../__testUtils__/entities';
import { PolicyPermissions } from '../__testUtils__/policyPermissions';
import { startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe('Configuration with mistakes', () => {
  it('reports all of them together and starts the portal nevertheless', async () => {
    const portal = await startPortal({
      db: await databases.connect('SQLite'),
      catalog: new TestCatalog([component('api')]),
      config: {
        maturity: {
          rollUpShare: 3,
          checks: {
            'owner-assigned': { weight: 500 },
            'threat-model': {
              track: 'securty',
              level: 1,
              title: 'T',
              pass: {},
            },
          },
          sweep: { frequency: 'sometimes' },
          advisor: { manyStacks: 'lots' },
        },
      },
    });
    const { status, body } = await portal.get('/definitions');
    await portal.stop();

    expect(status).toBe(200);
    const paths = body.problems.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'maturity.rollUpShare',
        'maturity.checks.owner-assigned.weight',
        'maturity.checks.threat-model.track',
        'maturity.sweep.frequency',
        'maturity.advisor.manyStacks',
      ]),
    );
    const [heading, ...lines] = portal.log.of('error');
    expect(heading).toMatch(
      /^The configuration under "maturity" has \d+ mistakes/,
    );
    expect(lines).toHaveLength(body.problems.length);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^maturity\.sweep\.frequency is "sometimes"; expected a duration/,
      ),
    );
    expect(lines.join('\n')).toContain('500');
  });

  it('are told without their values to whoever may not read every scorecard', async () => {
    const named = 'component:default/tarpon';
    const policy: PermissionPolicy = {
      handle: async (_, by) => ({
        result:
          by?.info.userEntityRef === 'user:default/admin'
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      }),
    };
    const portal = await startPortal({
      db: await databases.connect('SQLite'),
      catalog: new TestCatalog([component('api')]),
      config: { maturity: { supportedStacks: named } },
      features: [new PolicyPermissions(policy).factory],
    });
    const ask = (name: string) =>
      portal.get('/definitions', mockCredentials.user.header(name));
    const admin = await ask('user:default/admin');
    const guest = await ask('user:default/guest');
    await portal.stop();

    expect(admin.text).toContain(named);
    expect(guest.text).not.toContain('tarpon');
    expect(guest.body.problems).toEqual([
      {
        ...admin.body.problems[0],
        value: 'a value shown only to those who may read every scorecard',
      },
    ]);
  });
});
