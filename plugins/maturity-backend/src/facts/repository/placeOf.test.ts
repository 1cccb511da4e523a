import { createEntityView } from '@backstage-maturity/plugin-maturity-common';
import { component } from '../../__testUtils__/entities';
import { placeOf, refusalOf } from './placeOf';

const config = {
  root: '/srv/services',
  hosts: new Set(['git.test', 'git.test:8443']),
};

function view(annotations: Record<string, string>) {
  return createEntityView(component('a', { annotations }));
}

function place(annotations: Record<string, string>) {
  return placeOf(view(annotations), config);
}

function registered(location: string, source: string) {
  return {
    'backstage.io/managed-by-location': location,
    'backstage.io/source-location': source,
  };
}

const FILE = '/a/b/blob/main/catalog-info.yaml';

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
    const file = `url:https://${host ?? 'git.test'}${FILE}`;
    expect(place(registered(file, location))?.host).toBe(host);
  });

  it('takes the repository that the entity was registered from, whatever the folder', () => {
    const annotations = registered(
      `url:https://git.test${FILE}`,
      'url:https://git.test/a/b/tree/v1/services/pay/',
    );
    expect(place(annotations)).toEqual({
      source: 'url:https://git.test/a/b/tree/v1/services/pay/',
      host: 'git.test',
    });
    expect(refusalOf(view(annotations), config)).toBeUndefined();
  });

  it.each([
    ['another repository', `url:https://git.test/a/secret${FILE.slice(4)}`],
    ['another host', `url:https://git.test:8443${FILE}`],
    ['a file', 'file:/srv/elsewhere/catalog-info.yaml'],
    ['a provider', 'provider:entities'],
    ['a token', `url:https://me:token@git.test${FILE}`],
    ['steps upwards', `url:https://git.test/a/secret/../b${FILE.slice(4)}`],
    ['nothing', ''],
  ])('refuses the files of an entity registered from %s', (_what, location) => {
    const annotations = registered(location, 'url:https://git.test/a/b');
    expect(place(annotations)).toBeUndefined();
    expect(refusalOf(view(annotations), config)).toBe(
      'The files are not read, because "backstage.io/source-location" names another repository than the one that the entity was registered from.',
    );
  });

  it('has nothing to refuse at hosts that are not read', () => {
    const annotations = registered('', 'url:https://other.test/a/b');
    expect(refusalOf(view(annotations), config)).toBeUndefined();
  });

  it('prefers the local files, and knows nothing without settings', () => {
    const annotations = {
      'backstage.io/managed-by-location':
        'file:/srv/services/a/catalog-info.yaml',
      'backstage.io/source-location': 'url:https://git.test/a/b',
    };
    expect(place(annotations)).toEqual({ source: 'file:a', host: '' });
    const nothing = { root: undefined, hosts: new Set<string>() };
    expect(placeOf(view(annotations), nothing)).toBeUndefined();
    expect(refusalOf(view(annotations), config)).toBeUndefined();
    expect(refusalOf(view(annotations), nothing)).toBeUndefined();
  });
});
