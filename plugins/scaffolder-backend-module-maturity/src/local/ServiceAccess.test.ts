import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { localRoot } from '../__testUtils__/localRoot';
import { ServiceAccess } from './ServiceAccess';

const caller = { credentials: mockCredentials.user(), task: 'task' };

describe('ServiceAccess', () => {
  it('gives nobody a folder from which the catalog has nothing', async () => {
    const { access } = localRoot('/services', ['checkout']);
    await access.requireRead('checkout', caller);
    await expect(access.requireRead('billing', caller)).rejects.toThrow(
      'There is no service "billing"',
    );
    await expect(access.requireUpdate('billing', caller)).rejects.toThrow(
      'There is no service "billing"',
    );
  });

  it('takes no folder for another one that differs in case only', async () => {
    const { access } = localRoot('/Services', ['checkout']);
    await access.requireRead('checkout', caller);
    const other = new ServiceAccess({
      root: '/services',
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'checkout',
              annotations: {
                'backstage.io/managed-by-location':
                  'file:/Services/checkout/catalog-info.yaml',
              },
            },
          },
        ],
      }),
      permissions: mockServices.permissions(),
    });
    await expect(other.requireRead('checkout', caller)).rejects.toThrow(
      'There is no service "checkout"',
    );
  });

  it('says so when the catalog could not find the service', async () => {
    const { access } = localRoot(`/${'a'.repeat(200)}`, []);
    await expect(access.requireRead('checkout', caller)).rejects.toThrow(
      'The location of the service "checkout" has 233 characters; expected at most 200',
    );
  });

  it('lets a service declare what is new and what is its own', async () => {
    const { access } = localRoot('/services', ['checkout', 'billing']);
    await access.requireFree('checkout', [
      'component:default/checkout',
      'api:default/new',
    ]);
    await expect(
      access.requireFree('checkout', ['component:default/billing']),
    ).rejects.toThrow('declares component:default/billing');
  });
});
