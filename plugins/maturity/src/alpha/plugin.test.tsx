import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { componentOf } from '../__testUtils__';
import plugin from '.';

describe('the plugin of the new frontend system', () => {
  it('has a page with a title and an icon, for the navigation', () => {
    const page = createExtensionTester(plugin.getExtension('page:maturity'));

    expect(page.get(coreExtensionData.routePath)).toBe('/maturity');
    expect(page.get(coreExtensionData.title)).toBe('Maturity');
    expect(page.get(coreExtensionData.icon)).toBeDefined();
  });

  it('has sub-pages that adopters can move', () => {
    const overview = createExtensionTester(
      plugin.getExtension('sub-page:maturity/overview'),
    );
    const services = createExtensionTester(
      plugin.getExtension('sub-page:maturity/services'),
    );

    expect(overview.get(coreExtensionData.routePath)).toBe('overview');
    expect(services.get(coreExtensionData.routePath)).toBe('services');
  });

  it('shows tab and card for components only', () => {
    const tab = createExtensionTester(
      plugin.getExtension('entity-content:maturity'),
    );
    const filter = tab.get(EntityContentBlueprint.dataRefs.filterFunction);

    expect(tab.get(coreExtensionData.routePath)).toBe('/maturity');
    expect(filter?.(componentOf('checkout'))).toBe(true);
    expect(filter?.({ ...componentOf('payments'), kind: 'Group' })).toBe(false);
  });

  it.each([
    ['scaffolder-form-field:maturity/service-name', 'MaturityServiceName'],
    ['scaffolder-form-field:maturity/owner', 'MaturityOwner'],
    ['scaffolder-form-field:maturity/tier', 'MaturityTier'],
    ['scaffolder-form-field:maturity/repository', 'MaturityRepository'],
  ] as const)(
    'has the form field %s, which templates call %s',
    async (id, name) => {
      const load = createExtensionTester(plugin.getExtension(id)).get(
        FormFieldBlueprint.dataRefs.formFieldLoader,
      );

      expect(await load()).toMatchObject({ name });
    },
  );
});
