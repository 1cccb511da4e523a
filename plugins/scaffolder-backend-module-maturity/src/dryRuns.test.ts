import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { parse, parseAllDocuments } from 'yaml';
import { at } from './__testUtils__/generated/chart';
import {
  type KnownAction,
  REPOSITORY,
  Scaffolding,
  TEMPLATES,
} from './__testUtils__/Scaffolding';
import { deadLinks } from './__testUtils__/deadLinks';
import { stringsIn } from './__testUtils__/stringsIn';

jest.setTimeout(120_000);

const NAMES = readdirSync(TEMPLATES)
  .filter(name => name.endsWith('.yaml'))
  .map(name => path.basename(name, '.yaml'))
  .sort();

const LANGUAGES = ['node', 'python', 'go'];
const HOSTS = new Map([
  ['local', {}],
  ['github', { repoUrl: 'github.com?owner=acme&repo=billing' }],
  ['gitlab', { repoUrl: 'gitlab.com?owner=acme/money&repo=billing' }],
]);
const DESTINATIONS = [...HOSTS.keys()];
const PIPELINES = ['github', 'gitlab'];
const TIERS = ['1', '2', '3', '4'];

const entityPolicy = EntityPolicies.allOf([
  new DefaultNamespaceEntityPolicy(),
  new SchemaValidEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

interface Template {
  spec: {
    parameters: object[];
    steps: {
      id: string;
      name: string;
      action: string;
      if?: string;
      input: Record<string, unknown>;
    }[];
    output: object;
  };
}

function read(name: string): Template {
  return parse(readFileSync(path.join(TEMPLATES, `${name}.yaml`), 'utf8'));
}

/** The names of `parameters.x` and such in the expressions of a value. */
function used(value: unknown, pattern: RegExp): string[] {
  return stringsIn(value)
    .flatMap(text => [...text.matchAll(/\$\{\{(.*?)\}\}/gs)])
    .flatMap(([, expression]) => [...expression.matchAll(pattern)])
    .map(match => match.slice(1).join('.'));
}

/** The properties that a form asks for, those that depend on others too. */
function asked(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  // What stands below a property belongs to its value.
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'properties' ? Object.keys(each) : asked(each),
  );
}

const starters = LANGUAGES.flatMap(language =>
  TIERS.flatMap(tier =>
    PIPELINES.map((ci, index) => {
      const destination = DESTINATIONS[(Number(tier) + index) % 3];
      return {
        template: `${language}-service`,
        tier,
        ci,
        destination,
        ...HOSTS.get(destination),
        lifecycle: tier === '4' ? 'experimental' : 'production',
        dependsOn: tier === '1' ? ['component:default/billing'] : [],
        name: 'checkout',
        description: 'Takes the "orders" of customers: all of them, always.',
        owner: 'group:default/payments',
        system: 'system:default/shop',
      };
    }),
  ),
);

const practices = DESTINATIONS.flatMap((destination, index) => {
  const entity = 'component:default/billing';
  const to = { entity, destination, ...HOSTS.get(destination) };
  return [
    { template: 'annotate-service', ...to, owner: 'group:default/payments' },
    { template: 'add-slo', ...to, tier: TIERS[index] },
    { template: 'add-docs', ...to, tier: TIERS[3 - index] },
    ...PIPELINES.map(ci => ({
      template: 'add-ci',
      ...to,
      ci,
      language: LANGUAGES[index],
    })),
  ];
});

const cases = [...starters, ...practices].map(
  ({ template, ...values }): [string, string, object] => {
    const { destination, ...rest } = values;
    const shown = [
      'tier' in rest && `tier ${rest.tier}`,
      'ci' in rest && rest.ci,
    ];
    const title = [...shown, `to ${destination}`].filter(Boolean).join(', ');
    return [template, title, values];
  },
);

/** Files of GitHub Actions, whose expressions look like ours, and of Helm. */
const FOREIGN = /(?:^|\/)(?:\.github\/workflows|deploy\/chart\/templates)\//;

describe('templates', () => {
  let scaffolding: Scaffolding;
  let actions: ReadonlyMap<string, KnownAction>;

  beforeAll(async () => {
    scaffolding = await Scaffolding.start();
    await scaffolding.publish('billing', REPOSITORY);
    actions = await scaffolding.actions();
  });

  afterAll(async () => {
    await scaffolding?.stop();
  });

  describe.each(NAMES)('%s', name => {
    const template = read(name);
    const { steps, parameters, output } = template.spec;

    it('uses only actions and inputs that exist', () => {
      const unknown = steps.flatMap(({ id, action, input }) => {
        const schema = actions.get(action)?.schema?.input;
        if (!schema) return [`${id}: ${action}`];
        const ways = [schema, ...(schema.anyOf ?? [])];
        const inputs = ways.flatMap(({ properties = {} }) =>
          Object.keys(properties),
        );
        return Object.keys(input)
          .filter(key => !inputs.includes(key))
          .map(key => `${id}: ${action} ${key}`);
      });
      expect(unknown).toEqual([]);
    });

    it('asks for what its steps use, and for nothing else', () => {
      const names = used([steps, output], /\bparameters\.(\w+)/g);
      const form = asked(parameters);
      expect([...new Set(names)].sort()).toEqual([...new Set(form)].sort());
    });

    it('asks for at most six things', () => {
      const required = parameters.flatMap(page =>
        'required' in page && Array.isArray(page.required) ? page.required : [],
      );
      expect(required.length).toBeGreaterThan(0);
      expect(required.length).toBeLessThanOrEqual(6);
    });

    it('uses only outputs of steps before', () => {
      const outputs = /\bsteps\.(\w+)\.output\.(\w+)/g;
      const known = new Set<string>();
      const wrong: string[] = [];
      for (const step of [...steps, { id: 'output', action: '', output }]) {
        wrong.push(...used(step, outputs).filter(each => !known.has(each)));
        const { properties } = actions.get(step.action)?.schema?.output ?? {};
        for (const key of Object.keys(properties ?? {})) {
          known.add(`${step.id}.${key}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(used([steps, output], /\bsteps\.(\w+)/g).length).toBe(
        used([steps, output], outputs).length,
      );
    });

    it('renders only layers that exist', () => {
      const urls = steps
        .filter(step => step.action.startsWith('fetch:template'))
        .map(({ input }) => String(input.url));
      expect(urls.filter(url => !url.startsWith('./skeletons/'))).toEqual([]);
      expect(
        urls.filter(url => !existsSync(path.join(TEMPLATES, url))),
      ).toEqual([]);
    });
  });

  it.each(cases)('%s renders: %s', async (template, _, values) => {
    const { log, files, output } = await scaffolding.dryRun(template, values);
    expect(files.size).toBeGreaterThan(0);
    for (const [file, text] of files) {
      const marked = !FOREIGN.test(file) && /\$\{\{|\{%|\{#/.test(text);
      expect({ file, marked }).toEqual({ file, marked: false });
      if (!/\.(?:md|ya?ml|json)$/.test(file)) continue;
      expect(text).not.toContain('undefined');
      if (file.endsWith('.json')) JSON.parse(text);
      if (!/\.ya?ml$/.test(file) || file.includes('chart/templates/')) {
        continue;
      }
      const documents = parseAllDocuments(text);
      const errors = documents.flatMap(document => document.errors);
      expect({ file, errors }).toEqual({ file, errors: [] });
      if (!file.endsWith('catalog-info.yaml')) continue;
      for (const document of documents) {
        const entity = document.toJS();
        expect(await entityPolicy.enforce(entity)).toBeDefined();
      }
    }
    expect(stringsIn(output).join('\n')).not.toMatch(/\$\{\{|undefined/);
    expect(output.links).toBeDefined();
    const hosts = ['github.com', 'gitlab.com'];
    const placeholder = /^(?:git(?:hub|lab)\.com\?owner=|<example>$)/;
    const dead = deadLinks(output, { files, hosts, placeholder });
    expect(dead).toEqual([]);
    expect(log).not.toContain('undefined');
  });

  it.each(['true', 'null', 'yes', 'off'])(
    'take the name %s for a text, wherever it stands',
    async name => {
      const { files, output } = await scaffolding.dryRun('node-service', {
        name,
        description:
          'It\'s "odd": | a\\b *x* #1 ${{ values.name }} {% raw %} {{ .Values.x }}',
        owner: 'group:default/payments',
        system: 'system:default/shop',
        tier: '2',
      });
      const [component, api] = parseAllDocuments(
        files.get('catalog-info.yaml') ?? '',
      ).map(document => document.toJS());
      expect(component.metadata.name).toBe(name);
      expect(component.spec.providesApis).toEqual([name]);
      expect(parse(api.spec.definition).info.title).toBe(name);
      expect(component.metadata.description).toMatch(
        /^It's "odd": \| a\\b \*x\* #1 \$\{\{ values.name \}\}/,
      );
      // Readers of older YAML take more words for booleans.
      for (const file of [
        'catalog-info.yaml',
        'deploy/argocd/application.yaml',
        'deploy/chart/Chart.yaml',
        'mkdocs.yml',
        'slo.yaml',
      ]) {
        const [document] = parseAllDocuments(files.get(file) ?? '', {
          version: '1.1',
        });
        const [named] = [
          at(document.toJS(), 'name'),
          at(document.toJS(), 'metadata', 'name'),
          at(document.toJS(), 'site_name'),
          at(document.toJS(), 'service'),
        ].filter(value => value !== undefined);
        expect({ file, named }).toEqual({ file, named: name });
      }
      expect(output.scorecards).toMatchObject([
        { entityRef: `component:default/${name}` },
      ]);
    },
  );

  it.each([
    ['github', 'acme/billing', 'github.com', 'ghcr.io'],
    ['gitlab', 'acme/money/billing', 'gitlab.com', 'registry.gitlab.com'],
  ])(
    'links a new service, its image and its module to its repository on %s',
    async (host, slug, site, registry) => {
      const { files, output } = await scaffolding.dryRun('go-service', {
        name: 'checkout',
        description: 'Takes the "orders" of customers: all of them, always.',
        owner: 'group:default/payments',
        system: 'system:default/shop',
        tier: '2',
        ci: host,
        destination: host,
        ...HOSTS.get(host),
      });
      expect(files.get('catalog-info.yaml')).toContain(
        `${site}/project-slug: "${slug}"`,
      );
      expect(files.get('go.mod')).toMatch(`module ${site}/${slug}\n`);
      expect(files.get('deploy/chart/values.yaml')).toContain(
        `repository: ${registry}/${slug}\n`,
      );
      expect(output.scorecards).toMatchObject([
        { tracks: [{ level: 2 }, { level: 2 }, { level: 3 }] },
      ]);
    },
  );
});
