import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { loadCatalog } from './load/loadCatalog';

const TEMPLATES = resolve(__dirname, '../../../templates');
const GOLDEN_PATHS = resolve(__dirname, '../../../docs/golden-paths.md');

/** Values without which a layer says less, and nothing wrong. */
const OPTIONAL = ['template', 'templateVersion'];

function isTemplate(entity: Entity): entity is TemplateEntityV1beta3 {
  return entity.kind === 'Template';
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** The names of the values that a file of a layer renders. */
function valuesIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/\{[{%](.*?)[%}]\}/gs)]
    .flatMap(([, inside]) => [...inside.matchAll(/\bvalues\.(\w+)/g)])
    .map(([, name]) => name);
}

async function readTemplates(): Promise<TemplateEntityV1beta3[]> {
  const { entities, problems } = await loadCatalog({
    paths: readdirSync(TEMPLATES)
      .filter(name => name.endsWith('.yaml'))
      .map(name => join(TEMPLATES, name)),
    context: [],
    cwd: TEMPLATES,
  });
  expect(problems).toEqual([]);
  return entities.map(({ entity }) => entity).filter(isTemplate);
}

describe('the golden paths', () => {
  let templates: TemplateEntityV1beta3[];
  beforeAll(async () => {
    templates = await readTemplates();
  });

  it('are three starters, each with a stack, and five practices, all with a version', () => {
    const summary = templates.map(({ metadata, spec }) => [
      metadata.name,
      spec.type,
      metadata.tags?.[0],
      metadata.annotations?.['maturity/template-version'],
    ]);
    expect(summary.sort()).toEqual([
      ['add-ci', 'practice', 'practice', '1.1.0'],
      ['add-docs', 'practice', 'practice', '1.1.0'],
      ['add-slo', 'practice', 'practice', '1.1.0'],
      ['annotate-service', 'practice', 'practice', '1.1.0'],
      ['go-service', 'service', 'go', '2.5.0'],
      ['node-service', 'service', 'nodejs', '3.2.0'],
      ['python-service', 'service', 'python', '1.6.0'],
      ['upgrade-service', 'practice', 'practice', '1.0.0'],
    ]);
  });

  it('are templates to the scaffolder', async () => {
    for (const template of templates) {
      await expect(
        templateEntityV1beta3Validator.check(template),
      ).resolves.toBe(true);
    }
  });

  it('render the version that they declare', () => {
    const starters = templates.filter(({ spec }) => spec.type === 'service');
    for (const { metadata, spec } of starters) {
      const versions = spec.steps.flatMap(({ input }) => {
        const { values } = parse(JSON.stringify(input ?? {}));
        return values ? [[values.template, values.templateVersion]] : [];
      });
      expect(versions.length).toBeGreaterThan(4);
      const declared = metadata.annotations?.['maturity/template-version'];
      for (const version of versions) {
        expect(version).toEqual([
          `template:default/${metadata.name}`,
          declared,
        ]);
      }
    }
  });

  it('give every value that their layers render', () => {
    const layers = templates.flatMap(({ metadata, spec }) =>
      spec.steps
        .filter(step => step.action.startsWith('fetch:template'))
        .map(({ input }) => ({ name: metadata.name, input })),
    );
    expect(layers.length).toBeGreaterThan(30);
    for (const { name, input } of layers) {
      const url = join(TEMPLATES, String(input?.url));
      const files = url.endsWith('.njk') ? [url] : filesBelow(url);
      const given = Object.keys(parse(JSON.stringify(input?.values)));
      const missing = files
        .filter(file => file.endsWith('.njk'))
        .flatMap(valuesIn)
        .filter(value => !given.includes(value) && !OPTIONAL.includes(value));
      expect({ name, url, missing }).toEqual({ name, url, missing: [] });
    }
  });

  it('run the published command only where the documentation says', () => {
    const [, section] = readFileSync(GOLDEN_PATHS, 'utf8').split(
      '\n## In your portal\n',
    );
    const [, line] = /^(npx .*)$/m.exec(section) ?? [];
    const skeletons = join(TEMPLATES, 'skeletons');
    const naming = filesBelow(skeletons).filter(file =>
      readFileSync(file, 'utf8').includes('@backstage-maturity/cli'),
    );
    const gates = naming.filter(file =>
      readFileSync(file, 'utf8').includes(line),
    );
    expect(gates.map(file => relative(skeletons, file)).sort()).toEqual([
      'github/.github/workflows/maturity.yaml',
      'go-gitlab/.gitlab-ci.yml',
      'node-gitlab/.gitlab-ci.yml',
      'python-gitlab/.gitlab-ci.yml',
    ]);
    for (const file of naming) {
      expect(section).toContain(`\`${relative(skeletons, file)}\``);
    }
    for (const pipeline of gates.filter(file => file.endsWith('-ci.yml'))) {
      const jobs = Object.keys(parse(readFileSync(pipeline, 'utf8')));
      expect(jobs[jobs.length - 1]).toBe('maturity');
    }
  });

  it('pin every action of their pipelines to a commit', () => {
    const uses = filesBelow(TEMPLATES)
      .filter(file => file.includes('/.github/workflows/'))
      .flatMap(file => readFileSync(file, 'utf8').match(/uses: .*/g) ?? []);
    expect(uses.length).toBeGreaterThan(3);
    for (const line of uses) {
      expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d/);
    }
  });
});
