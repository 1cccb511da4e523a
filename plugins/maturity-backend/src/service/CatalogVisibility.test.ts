import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { component } from '../__testUtils__/entities';
import { CatalogVisibility } from './CatalogVisibility';

function conditional(claim: string): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: 'catalog-entity',
    conditions: {
      rule: 'IS_ENTITY_OWNER',
      resourceType: 'catalog-entity',
      params: { claims: [claim] },
    },
  };
}

function setUp(decision: PolicyDecision) {
  const state = { decision, reads: 0, down: false };
  const visibility = new CatalogVisibility({
    auth: mockServices.auth(),
    catalog: catalogServiceMock.mock({
      getEntities: async () => {
        state.reads += 1;
        if (state.down) throw new Error('The catalog is down.');
        return { items: [component('API')] };
      },
    }),
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [state.decision],
    }),
  });
  return { state, visibility };
}

const one = mockCredentials.user('user:default/one');
const other = mockCredentials.user('user:default/other');

describe('CatalogVisibility', () => {
  it('has no limit for an allowed caller and shows a denied one nothing', async () => {
    const { state, visibility } = setUp({ result: AuthorizeResult.ALLOW });
    expect(await visibility.of(one)).toBeUndefined();

    state.decision = { result: AuthorizeResult.DENY };
    expect(await visibility.of(one)).toEqual(new Set());
    expect(state.reads).toBe(0);
  });

  it('reads references in lower case, once for each caller', async () => {
    const { state, visibility } = setUp(conditional('a'));
    const [first, second] = await Promise.all([
      visibility.of(one),
      visibility.of(one),
    ]);

    expect(first).toEqual(new Set(['component:default/api']));
    expect(second).toBe(first);
    expect(state.reads).toBe(1);
    await visibility.of(other);
    expect(state.reads).toBe(2);
  });

  it('reads again when the conditions of a caller change', async () => {
    const { state, visibility } = setUp(conditional('a'));
    await visibility.of(one);
    state.decision = conditional('b');
    await visibility.of(one);

    expect(state.reads).toBe(2);
  });

  it('does not keep a failed read', async () => {
    const { state, visibility } = setUp(conditional('a'));
    state.down = true;
    await expect(visibility.of(one)).rejects.toThrow(
      expect.objectContaining({
        name: 'ServiceUnavailableError',
        message:
          'It cannot be found out what you may see, because the catalog does not answer; ask again in a minute.',
      }),
    );
    state.down = false;

    expect(await visibility.of(one)).toEqual(
      new Set(['component:default/api']),
    );
  });

  it('keeps nothing longer because the clock was set back', async () => {
    const { state, visibility } = setUp(conditional('a'));
    await visibility.of(one);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000);
    await visibility.of(one);
    clock.mockRestore();

    expect(state.reads).toBe(2);
  });
});
