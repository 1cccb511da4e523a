import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import {
  bareServices,
  definitions,
  type SampleService,
  SampleMaturityApi,
  services,
} from '../../../dev/sample';
import { isFirstRun } from './isFirstRun';

async function organizationOf(
  members: readonly SampleService[],
): Promise<RollUpItem> {
  const api = new SampleMaturityApi({ services: members });
  const { items } = await api.listRollUps({ by: 'organization' });
  return items[0];
}

describe('isFirstRun', () => {
  it.each([
    ['nobody has declared anything', bareServices, true],
    [
      'one of seventeen is filled in',
      [services[2], ...bareServices.filter(({ name }) => name !== 'ledger')],
      true,
    ],
    [
      'half of them are filled in',
      [
        ...bareServices.slice(0, 8),
        ...services.slice(0, 8).map(service => ({ ...service, devops: 4 })),
      ],
      false,
    ],
    ['the catalog is filled in', services, false],
    [
      'nothing is in production',
      bareServices.map(service => ({
        ...service,
        lifecycle: 'experimental' as const,
      })),
      false,
    ],
  ])('when %s: %#', async (_name, members, expected) => {
    const organization = await organizationOf(members);

    expect(isFirstRun({ definitions, organization })).toBe(expected);
  });

  it('is false when no check asks for an annotation', async () => {
    const organization = await organizationOf(bareServices);
    const checks = definitions.checks.filter(({ id }) =>
      ['owner-assigned', 'catalog-basics'].includes(id),
    );

    expect(
      isFirstRun({ definitions: { ...definitions, checks }, organization }),
    ).toBe(false);
  });
});
