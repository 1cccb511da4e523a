import { setFilter } from './setFilter';

describe('setFilter', () => {
  it.each([
    [
      'group:default/payments',
      { owner: ['group:default/payments'], ownerScope: 'tree' },
    ],
    ['system:default/shop', { system: ['system:default/shop'] }],
    ['domain:default/sales', { system: ['domain:default/sales'] }],
    ['component:default/checkout', {}],
  ])('finds the members of %s', (entityRef, expected) => {
    expect(setFilter(entityRef)).toEqual(expected);
  });
});
