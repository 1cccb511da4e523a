import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { loadCatalog } from './load/loadCatalog';

const TEMPLATES = resolve(__dirname, '../../../templates');

/** The built-in actions that the golden paths use. */
const ACTIONS = ['debug:log', 'fetch:template'];

function isTemplate(entity: Entity): entity is TemplateEntityV1beta3 {
  return entity.kind === 'Template';
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function namesIn(text: string, group: string): string[] {
  return [...text.matchAll(new RegExp(`\\b${group}\\.(\\w+)`, 'g'))].map(
    match => match[1],
  );
}

async function readTemplates(): Promise<TemplateEntityV1beta3[]> {
  const { entities, problems } = await loadCatalog({
    paths: [TEMPLATES],
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

  it('are three, each with a stack and a version', () => {
    const summary = templates.map(({ metadata }) => [
      metadata.name,
      metadata.tags?.[0],
      metadata.annotations?.['maturity/template-version'],
    ]);
    expect(summary).toEqual([
      ['go-service', 'go', '2.4.0'],
      ['node-service', 'nodejs', '3.1.0'],
      ['python-service', 'python', '1.5.0'],
    ]);
  });

  it('are templates to the scaffolder', async () => {
    for (const template of templates) {
      await expect(
        templateEntityV1beta3Validator.check(template),
      ).resolves.toBe(true);
    }
  });

  it('use only actions that every scaffolder has', () => {
    const actions = templates.flatMap(({ spec }) =>
      spec.steps.map(step => step.action),
    );
    expect([...new Set(actions)].sort()).toEqual(ACTIONS);
  });

  it('name only parameters that the form asks for', () => {
    for (const { spec } of templates) {
      const asked = Object.keys(
        [spec.parameters].flat()[0]?.properties ?? {},
      ).sort();
      const used = namesIn(
        JSON.stringify([spec.steps, spec.output]),
        'parameters',
      );
      expect([...new Set(used)].sort()).toEqual(asked);
    }
  });

  it('give every value that their skeletons render', () => {
    for (const { spec } of templates) {
      const layers = spec.steps.filter(
        step => step.action === 'fetch:template',
      );
      expect(layers).toHaveLength(2);
      for (const { input } of layers) {
        const given = Object.keys(parse(JSON.stringify(input?.values)));
        const used = filesBelow(join(TEMPLATES, String(input?.url)))
          .filter(file => file.endsWith('.njk'))
          .flatMap(file => namesIn(readFileSync(file, 'utf8'), 'values'));
        expect(given).toEqual(expect.arrayContaining([...new Set(used)]));
      }
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

  it('render the origin of what they make', () => {
    const text = readFileSync(
      join(TEMPLATES, 'skeletons/common/catalog-info.yaml.njk'),
      'utf8',
    );
    expect(text).toContain(
      'backstage.io/source-template: ${{ values.template }}',
    );
  });

  it('ship a Node.js service whose tests pass', () => {
    const output = execFileSync(
      process.execPath,
      ['--test', '--test-reporter=tap'],
      {
        cwd: join(TEMPLATES, 'skeletons/node-service'),
        encoding: 'utf8',
        // Jest marks its own processes; the runner of Node.js must not take ours for one of its children.
        env: { PATH: process.env.PATH },
      },
    );
    expect(output).toMatch(/^# pass 3$/m);
    expect(output).toMatch(/^# fail 0$/m);
  });
});
