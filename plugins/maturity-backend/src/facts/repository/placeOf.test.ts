import { createEntityView } from '@backstage-maturity/plugin-maturity-common';
import { component } from '../../__testUtils__/entities';
import { placeOf } from './placeOf';

const config = {
  root: '/srv/services',
  hosts: new Set(['git.test', 'git.test:8443']),
};

function place(annotations: Record<string, string>) {
  return placeOf(createEntityView(component('a', { annotations })), config);
}

describe('placeOf', () => {
  it.each([
    ['file:/srv/services/checkout/catalog-info.yaml', 'file:checkout'],
    ['file:/srv/services/checkout/other.yml', 'file:checkout'],
    ['file:/srv/services/../services/checkout/a.yaml', 'file:checkout'],
    ['file:/srv/services/catalog-info.yaml', undefined],
    ['file:/srv/services/checkout/sub/catalog-info.yaml', undefined],
    ['file:/srv/services/../catalog-info.yaml', undefined],
    ['file:/srv/services-2/checkout/catalog-info.yaml', undefined],
    ['file:/srv/services/.git/config', undefined],
    ['file:checkout/catalog-info.yaml', undefined],
    ['url:https://git.test/a/b', undefined],
  ])('takes %s as the place %s', (location, source) => {
    const found = place({ 'backstage.io/managed-by-location': location });
    expect(found?.source).toBe(source);
    expect(found?.host ?? '').toBe('');
  });

  it.each([
    ['url:https://git.test/a/b/tree/main/', 'git.test'],
    ['url:https://git.test:8443/a/b', 'git.test:8443'],
    ['url:https://GIT.test/a/b', 'git.test'],
    ['url:https://other.test/a/b', undefined],
    ['url:https://me:token@git.test/a/b', undefined],
    ['url:ftp://git.test/a/b', undefined],
    ['url:not an address', undefined],
    ['https://git.test/a/b', undefined],
    ['dir:/etc', undefined],
  ])('reads %s from the host %s', (location, host) => {
    expect(place({ 'backstage.io/source-location': location })?.host).toBe(
      host,
    );
  });

  it('prefers the local files, and knows nothing without settings', () => {
    const annotations = {
      'backstage.io/managed-by-location':
        'file:/srv/services/a/catalog-info.yaml',
      'backstage.io/source-location': 'url:https://git.test/a/b',
    };
    expect(place(annotations)).toEqual({ source: 'file:a', host: '' });
    const view = createEntityView(component('a', { annotations }));
    expect(
      placeOf(view, { root: undefined, hosts: new Set() }),
    ).toBeUndefined();
  });
});
