import {
  maturityPermissions,
  maturityServiceUpdatePermission,
} from './permissions';

describe('maturityPermissions', () => {
  it('name what a policy decides on', () => {
    expect(maturityPermissions).toEqual([
      {
        type: 'resource',
        name: 'maturity.scorecard.read',
        attributes: { action: 'read' },
        resourceType: 'maturity-scorecard',
      },
      {
        type: 'resource',
        name: 'maturity.scorecard.refresh',
        attributes: { action: 'update' },
        resourceType: 'maturity-scorecard',
      },
    ]);
  });
});

describe('maturityServiceUpdatePermission', () => {
  it('is decided on by the rules of the catalog', () => {
    expect(maturityServiceUpdatePermission).toEqual({
      type: 'resource',
      name: 'maturity.service.update',
      attributes: { action: 'update' },
      resourceType: 'catalog-entity',
    });
  });
});
