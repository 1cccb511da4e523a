import { componentOf } from '../__testUtils__/componentOf';
import { homeOf } from './homeOf';

function at(location: string) {
  const entity = componentOf('checkout');
  return homeOf({
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { 'backstage.io/managed-by-location': location },
    },
  });
}

describe('homeOf', () => {
  it('knows a file by its folder', () => {
    expect(at('file:/services/checkout/catalog-info.yaml')).toEqual({
      is: 'file',
      location: 'file:/services/checkout/catalog-info.yaml',
      folder: 'checkout',
      catalogFile: 'catalog-info.yaml',
    });
  });

  it.each([
    [
      'url:https://github.com/acme/shop/blob/main/checkout/catalog-info.yaml',
      'github',
      'github.com?owner=acme&repo=shop',
      'checkout/catalog-info.yaml',
    ],
    [
      'url:https://github.com/acme/shop/tree/main/catalog-info.yaml',
      'github',
      'github.com?owner=acme&repo=shop',
      'catalog-info.yaml',
    ],
    [
      'url:https://gitlab.com/acme/money/shop/-/blob/main/catalog-info.yaml',
      'gitlab',
      'gitlab.com?owner=acme%2Fmoney&repo=shop',
      'catalog-info.yaml',
    ],
  ])('knows the repository of %s', (location, is, repoUrl, catalogFile) => {
    expect(at(location)).toEqual({ is, repoUrl, catalogFile });
  });

  it.each([
    '',
    'file:',
    'file:/services/checkout/..',
    'url:https://git.example.test/acme/shop/blob/main/catalog-info.yaml',
    'url:https://github.com/acme/shop',
    'url:https://github.com/acme/shop/blob/main/%2e%2e/catalog-info.yaml',
    'url:https://github.com.evil.test/acme/shop/blob/main/catalog-info.yaml',
    'url:javascript:alert(1)',
    'url:nowhere',
    'bootstrap:bootstrap',
  ])('knows none for "%s"', location => {
    expect(at(location)).toEqual({ is: 'unknown' });
  });

  it('knows none of an entity without a location', () => {
    expect(homeOf(componentOf('checkout'))).toEqual({ is: 'unknown' });
  });
});
