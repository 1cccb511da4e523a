import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { LocalServices } from './LocalServices';

const component = (name: string) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
spec:
  type: service
  lifecycle: experimental
  owner: guests
`;

describe('LocalServices', () => {
  let root: string;
  let outside: string;
  const logger = mockServices.logger.mock();
  let services: LocalServices;

  beforeEach(() => {
    jest.clearAllMocks();
    root = mkdtempSync(path.join(os.tmpdir(), 'maturity-local-'));
    outside = mkdtempSync(path.join(os.tmpdir(), 'maturity-outside-'));
    services = new LocalServices({ root, logger });
  });

  afterEach(() => {
    for (const folder of [root, outside]) {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  function put(folder: string, text: string, name = 'catalog-info.yaml') {
    mkdirSync(path.join(root, folder), { recursive: true });
    writeFileSync(path.join(root, folder, name), text);
  }

  async function refs(): Promise<string[]> {
    const { entities } = await services.read();
    return entities.map(({ entity }) => stringifyEntityRef(entity));
  }

  it('reads every document of each service, with the place that it came from', async () => {
    put('billing', `${component('billing')}---\n${component('billing-job')}`);
    put('search', component('search'), 'catalog-info.yml');
    const { entities, folders } = await services.read();
    expect(folders).toEqual(['billing', 'search']);
    const place = `file:${path.join(root, 'billing', 'catalog-info.yaml')}`;
    expect(entities[0]).toMatchObject({
      locationKey: place,
      entity: {
        metadata: {
          name: 'billing',
          annotations: {
            'backstage.io/managed-by-location': place,
            'backstage.io/managed-by-origin-location': place,
          },
        },
      },
    });
    expect(await refs()).toEqual([
      'component:default/billing',
      'component:default/billing-job',
      'component:default/search',
    ]);
  });

  it('looks neither into hidden folders nor deeper than one level', async () => {
    put('.trash', component('trash'));
    put('billing/node_modules/other', component('other'));
    expect(await refs()).toEqual([]);
  });

  it('rejects when there is no root, so that nothing is removed for it', async () => {
    rmSync(root, { recursive: true });
    await expect(services.read()).rejects.toThrow('ENOENT');
  });

  it('follows no link, to a file or to a folder', async () => {
    writeFileSync(path.join(outside, 'catalog-info.yaml'), component('secret'));
    symlinkSync(outside, path.join(root, 'linked'));
    mkdirSync(path.join(root, 'own'));
    symlinkSync(
      path.join(outside, 'catalog-info.yaml'),
      path.join(root, 'own', 'catalog-info.yaml'),
    );
    expect(await refs()).toEqual([]);
    expect(logger.warn.mock.calls.flat().join('\n')).toContain(
      'it is a symbolic link; expected a file',
    );
  });

  it('keeps what a file held while it cannot be read, and tells so once', async () => {
    put('billing', component('billing'));
    expect(await refs()).toEqual(['component:default/billing']);
    put('billing', 'kind: [');
    expect(await refs()).toEqual(['component:default/billing']);
    expect(await refs()).toEqual(['component:default/billing']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    put('billing', component('invoicing'));
    expect(await refs()).toEqual(['component:default/invoicing']);
  });

  it('forgets a service whose folder is gone', async () => {
    put('billing', component('billing'));
    await services.read();
    rmSync(path.join(root, 'billing'), { recursive: true });
    expect(await refs()).toEqual([]);
  });

  it.each(['Location', 'Group', 'User', 'Template'])(
    'takes no %s from a service',
    async kind => {
      put('billing', component('billing').replace('Component', kind));
      expect(await refs()).toEqual([]);
      expect(logger.warn.mock.calls.flat().join('\n')).toContain(
        `it holds the kind "${kind}"; expected one of API, Component, Resource, System`,
      );
    },
  );

  it('takes the first of two files that hold the same entity', async () => {
    put('a', component('billing'));
    put('b', component('billing'));
    const { entities } = await services.read();
    expect(entities.map(({ locationKey }) => locationKey)).toEqual([
      `file:${path.join(root, 'a', 'catalog-info.yaml')}`,
    ]);
    expect(logger.warn.mock.calls.flat().join('\n')).toContain(
      'holds component:default/billing once more',
    );
  });

  it('lets no other service take over an entity', async () => {
    put('checkout', `${component('checkout')}---\n${component('worker')}`);
    await services.read();
    put('a', `${component('checkout')}---\n${component('worker')}`);
    const place = `file:${path.join(root, 'checkout', 'catalog-info.yaml')}`;
    const { entities } = await services.read();
    expect(entities.map(({ locationKey }) => locationKey)).toEqual([
      place,
      place,
    ]);

    // After a restart the name of the folder decides.
    services = new LocalServices({ root, logger });
    const [first] = (await services.read()).entities.filter(
      ({ entity }) => entity.metadata.name === 'checkout',
    );
    expect(first.locationKey).toBe(place);

    rmSync(path.join(root, 'checkout'), { recursive: true });
    expect(await refs()).toEqual([
      'component:default/checkout',
      'component:default/worker',
    ]);
  });

  it('reads no file above one megabyte', async () => {
    put('billing', component('billing'));
    truncateSync(
      path.join(root, 'billing', 'catalog-info.yaml'),
      2 * 1024 * 1024,
    );
    expect(await refs()).toEqual([]);
    expect(logger.warn.mock.calls.flat().join('\n')).toContain(
      'it has 2097152 bytes; expected at most 1048576',
    );
  });
});
