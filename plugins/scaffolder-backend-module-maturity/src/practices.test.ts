import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fs from 'node:fs';
import path from 'node:path';
import git from 'isomorphic-git';
import { parse } from 'yaml';
import { REPOSITORY, Scaffolding } from './__testUtils__/Scaffolding';

jest.setTimeout(120_000);

/** What each practice writes into a service that has none of it. */
const PARTS = {
  'add-slo': ['slo.yaml', 'deploy/chart/rules', 'deploy/chart/dashboards'],
  'add-docs': ['mkdocs.yml', 'docs'],
  'add-ci': ['.github'],
};

describe('practices', () => {
  let scaffolding: Scaffolding;

  beforeAll(async () => {
    scaffolding = await Scaffolding.start();
    await scaffolding.publish('billing', REPOSITORY);
  });

  afterAll(async () => {
    await scaffolding?.stop();
  });

  const inService = (name: string, file: string) =>
    path.join(scaffolding.service(name), file);

  function contents(name: string): Record<string, string> {
    const folder = scaffolding.service(name);
    const files = readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name))
      .filter(file => !path.relative(folder, file).startsWith('.git/'));
    return Object.fromEntries(
      files
        .sort()
        .map(file => [
          path.relative(folder, file),
          readFileSync(file, 'base64'),
        ]),
    );
  }

  async function messages(name: string): Promise<string[]> {
    const log = await git.log({ fs, dir: scaffolding.service(name) });
    return log.map(({ commit }) => commit.message.split('\n')[0]);
  }

  async function succeed(template: string, values: object) {
    const end = await scaffolding.run(template, values);
    if (end.status !== 'completed') throw new Error(end.log);
    return end.output;
  }

  it('write the same bytes as the starters', async () => {
    await succeed('node-service', {
      name: 'checkout',
      description: 'Takes the "orders" of customers: all of them, always.',
      owner: 'group:default/payments',
      system: 'system:default/shop',
      tier: '1',
    });
    await scaffolding.entity('component', 'checkout');
    const made = contents('checkout');
    for (const part of Object.values(PARTS).flat()) {
      rmSync(inService('checkout', part), { recursive: true });
    }
    for (const template of Object.keys(PARTS)) {
      await succeed(template, {
        entity: 'component:default/checkout',
        language: 'node',
      });
    }
    expect(contents('checkout')).toEqual(made);
    expect(await messages('checkout')).toEqual([
      'Add a pipeline',
      'Add documentation',
      'Add objectives and alerts',
      'Create checkout',
    ]);
  });

  it('document a service that no template made, and claim no golden path', async () => {
    const input = { entity: 'component:default/billing' };
    const output = await succeed('add-docs', input);
    expect(JSON.stringify(output.text)).toContain('`mkdocs.yml` is new.');
    const files = contents('billing');
    expect(Object.keys(files)).toEqual([
      'README.md',
      'catalog-info.yaml',
      'docs/error-budget-policy.md',
      'docs/getting-started.md',
      'docs/index.md',
      'docs/runbook.md',
      'mkdocs.yml',
    ]);
    for (const text of Object.values(files)) {
      expect(Buffer.from(text, 'base64').toString()).not.toMatch(
        /golden|Decision|undefined|greeting/,
      );
    }
    await succeed('add-docs', input);
    expect(contents('billing')).toEqual(files);
    expect(await messages('billing')).toEqual(['Add documentation', 'Begin']);
  });

  it('overwrite no file unasked', async () => {
    const input = { entity: 'component:default/billing', language: 'go' };
    await succeed('add-ci', { ...input, ci: 'gitlab' });
    writeFileSync(inService('billing', '.gitlab-ci.yml'), 'mine: true\n');
    const before = contents('billing');
    const end = await scaffolding.run('add-ci', { ...input, ci: 'gitlab' });
    expect(end.status).toBe('failed');
    expect(end.log).toContain(
      'The repository holds these files with another content: .gitlab-ci.yml; expected none of them, or the wish to replace them.',
    );
    expect(contents('billing')).toEqual(before);

    await succeed('add-ci', { ...input, ci: 'gitlab', replace: true });
    expect(
      readFileSync(inService('billing', '.gitlab-ci.yml'), 'utf8'),
    ).toContain('go test');
  });

  it('annotate a service and show the difference', async () => {
    await scaffolding.publish('invoices', {
      'catalog-info.yaml': REPOSITORY['catalog-info.yaml'].replace(
        'name: billing',
        'name: invoices',
      ),
    });
    const output = await succeed('annotate-service', {
      entity: 'component:default/invoices',
      system: 'system:default/shop',
      annotations: { 'maturity/tier': '2', 'maturity/ci': 'jenkins' },
    });
    const text = readFileSync(
      inService('invoices', 'catalog-info.yaml'),
      'utf8',
    );
    expect(text).toContain('# Ours since 2019.\n');
    expect(text).toContain('  system: system:default/shop\n');
    expect(text).toContain("    maturity/tier: '2'\n");
    expect(JSON.stringify(output.text)).toContain(
      '+  system: system:default/shop\\n',
    );
    expect(await messages('invoices')).toEqual([
      'Annotate the service',
      'Begin',
    ]);
  });

  it('annotate lists, links and any field', async () => {
    await scaffolding.publish('stock', {
      'catalog-info.yaml': REPOSITORY['catalog-info.yaml'].replace(
        'name: billing',
        'name: stock\n  tags: [java]',
      ),
    });
    await succeed('annotate-service', {
      entity: 'component:default/stock',
      dependsOn: ['component:default/billing'],
      tags: ['go'],
      removeTags: ['java'],
      links: [{ url: 'https://wiki.acme.test/stock', type: 'wiki' }],
      fields: {
        'metadata.description': 'Counts what is left on the shelves.',
        'spec.consumesApis': 'orders, prices',
      },
      removeFields: ['spec.lifecycle'],
    });
    const { metadata, spec } = parse(
      readFileSync(inService('stock', 'catalog-info.yaml'), 'utf8'),
    );
    expect(metadata).toEqual({
      name: 'stock',
      description: 'Counts what is left on the shelves.',
      tags: ['go'],
      links: [{ url: 'https://wiki.acme.test/stock', type: 'wiki' }],
    });
    expect(spec).toEqual({
      type: 'service',
      owner: 'payments',
      dependsOn: ['component:default/billing'],
      consumesApis: ['orders', 'prices'],
    });
  });

  it('refuse objectives that no service can meet', async () => {
    const before = contents('billing');
    const end = await scaffolding.run('annotate-service', {
      entity: 'component:default/billing',
      annotations: { 'maturity/slo': 'availability=100/30d' },
    });
    expect(end.status).toBe('failed');
    expect(end.log).toContain('maturity/slo');
    expect(contents('billing')).toEqual(before);
  });
});
