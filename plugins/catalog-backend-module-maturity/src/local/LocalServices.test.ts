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

  it.each([
    ['no name', 'kind: Component\napiVersion: backstage.io/v1alpha1\n'],
    [
      'a number for a name',
      component('billing').replace('name: billing', 'name: 5'),
    ],
    [
      'an empty kind',
      component('billing').replace('kind: Component', 'kind: ""'),
    ],
    ['a NUL in its name', component('"bil\\0ling"')],
    ['a slash in its name', component('a/b')],
    [
      'a text for annotations',
      component('billing').replace('spec:', '  annotations: text\nspec:'),
    ],
    ['a list for a document', '- one\n- two\n'],
    ['broken YAML', 'kind: [\n'],
    [
      'aliases without end',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij']
        .map(
          (name, at) =>
            `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(9)}]`,
        )
        .join('\n')}\n`,
    ],
  ])(
    'takes the other entities of all files beside one with %s, and says so on them',
    async (_, broken) => {
      put('aaa', broken);
      put('billing', `${component('good')}---\n${broken}`);
      put('search', component('search'));

      const { entities, isComplete } = await services.read();

      expect(isComplete).toBe(false);
      expect(entities.map(({ entity }) => entity.metadata.name)).toEqual([
        'good',
        'search',
      ]);
      const [good, search] = entities.map(({ entity }) => entity);
      expect(good.metadata.annotations).toMatchObject({
        'backstage-maturity.dev/file-problem': expect.stringMatching(
          /^catalog-info\.yaml is not read whole: [^\n\0]+\.$/,
        ),
      });
      expect(search.metadata.annotations).not.toHaveProperty([
        'backstage-maturity.dev/file-problem',
      ]);
    },
  );

  it('gives the catalog what only the catalog refuses, and says so on its neighbours', async () => {
    const wrong = component('worker').replace('owner: guests', 'owner: 99.95');
    put('billing', `${component('billing')}---\n${wrong}`);

    const { entities, isComplete } = await services.read();

    expect(isComplete).toBe(true);
    expect(entities.map(({ entity }) => entity.metadata.name)).toEqual([
      'billing',
      'worker',
    ]);
    expect(
      entities[0].entity.metadata.annotations?.[
        'backstage-maturity.dev/file-problem'
      ],
    ).toContain(
      'the catalog does not take component:default/worker: /spec/owner must be string',
    );
  });

  it('keeps an entity that its file speaks of in a document that is broken', async () => {
    put('billing', `${component('billing')}---\n${component('worker')}`);
    await services.read();
    put('billing', `${component('billing')}---\nkind: [`);

    const { isComplete } = await services.read();

    expect(isComplete).toBe(true);
    expect(await refs()).toEqual([
      'component:default/billing',
      'component:default/worker',
    ]);
    put('billing', component('billing'));
    expect(await refs()).toEqual(['component:default/billing']);
  });

  it('is complete again when the broken file is gone or mended', async () => {
    put('a', 'kind: [');
    put('b', 'kind: [');
    expect((await services.read()).isComplete).toBe(false);
    put('a', component('a'));
    expect((await services.read()).isComplete).toBe(false);
    rmSync(path.join(root, 'b'), { recursive: true });
    expect((await services.read()).isComplete).toBe(true);
  });
});
