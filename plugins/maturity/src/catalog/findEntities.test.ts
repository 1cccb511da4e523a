import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { findEntities, termOf } from './findEntities';

const CATALOG = catalogApiMock({
  entities: [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'pay', namespace: 'default', title: 'Old title' },
      spec: { type: 'team', profile: { displayName: 'Payments' } },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'ledger', namespace: 'default' },
      spec: { type: 'team', profile: { displayName: ' ' } },
    },
  ],
});

describe('findEntities', () => {
  it.each(['payme', 'PAY', 'old'])(
    'finds a group by name, title or display name: %s',
    async term => {
      expect(
        await findEntities(CATALOG, { kinds: ['Group'], term, limit: 9 }),
      ).toEqual([{ entityRef: 'group:default/pay', title: 'Payments' }]);
    },
  );

  it('gives the first ones by name without a term', async () => {
    expect(
      await findEntities(CATALOG, { kinds: ['Group'], term: '', limit: 1 }),
    ).toEqual([{ entityRef: 'group:default/ledger' }]);
  });
});

describe('termOf', () => {
  it.each([
    ['group:default/pay', 'pay'],
    ['group:pay', 'pay'],
    [' pay ', 'pay'],
    ['group:', ''],
  ])('is the name in %s', (text, term) => {
    expect(termOf(text)).toBe(term);
  });
});
