/* eslint jest/no-standalone-expect: ["error", { "additionalTestBlockFunctions": ["itWith"] }] */
import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import {
  at,
  chartProblems,
  valueProblems,
} from './__testUtils__/generated/chart';
import { run } from './__testUtils__/generated/commands';
import { itWith } from './__testUtils__/generated/itWith';
import { withPublishedCli } from './__testUtils__/generated/publishedCli';
import { renderCharts, sprig } from './__testUtils__/generated/renderCharts';
import { shellCodeIn, shellFences } from './__testUtils__/generated/shellCode';
import { Scaffolding, TEMPLATES } from './__testUtils__/Scaffolding';

jest.setTimeout(180_000);

const MADE = [
  { template: 'node-service', name: 'node-orders', ci: 'github' },
  { template: 'python-service', name: 'python-orders', ci: 'gitlab' },
];

describe('pipelines', () => {
  it.each(['node', 'python', 'go'])(
    'test %s with the same commands on GitHub and on GitLab',
    language => {
      const read = (layer: string, file: string) =>
        readFileSync(path.join(TEMPLATES, 'skeletons', layer, file), 'utf8');
      const github = shellCodeIn(
        '.github/workflows/ci.yaml',
        read(`${language}-github`, '.github/workflows/ci.yaml'),
      ).map(({ code }) => code);
      const [gitlab] = shellCodeIn(
        '.gitlab-ci.yml',
        read(`${language}-gitlab`, '.gitlab-ci.yml'),
      );
      expect(github.length).toBeGreaterThan(3);
      expect(gitlab.code.replace(' --cache .npm', '').split('\n')).toEqual(
        github,
      );
    },
  );
});

describe('the layers for GitLab', () => {
  it('differ only where languages do', () => {
    const [first, ...others] = ['node', 'python', 'go'].map(language => {
      const read = (file: string) =>
        readFileSync(
          path.join(TEMPLATES, 'skeletons', `${language}-gitlab`, file),
          'utf8',
        );
      const { stages, workflow, image, maturity } = parse(
        read('.gitlab-ci.yml'),
      );
      return {
        stages,
        workflow,
        image,
        gate: maturity.script,
        updates: read('renovate.json'),
      };
    });
    expect(others).toEqual([first, first]);
  });
});

describe('new services', () => {
  let scaffolding: Scaffolding;

  beforeAll(async () => {
    scaffolding = await Scaffolding.start();
    for (const { template, ...values } of MADE) {
      const end = await scaffolding.run(template, {
        ...values,
        description: 'Takes the "orders" of customers: all of them, always.',
        owner: 'group:default/payments',
        system: 'system:default/shop',
        tier: '2',
      });
      if (end.status !== 'completed') throw new Error(end.log);
    }
  });

  afterAll(async () => {
    await scaffolding?.stop();
  });

  describe('run the command line of maturity', () => {
    const folderOf = (name: string) => scaffolding.service(name);
    const inService = (name: string, script: string) =>
      run(['bash', '-e', '-c', script], {
        cwd: folderOf(name),
        env: {
          ...withPublishedCli(path.join(folderOf(name), '../../bin')),
          GITHUB_STEP_SUMMARY: path.join(folderOf(name), '../../summary.md'),
        },
      });

    it('to generate the same rules, tests and dashboard again, as the README prints it', async () => {
      const fences = ['node', 'python', 'go'].map(language => {
        const layer = path.join(TEMPLATES, 'skeletons', language);
        return shellFences(
          readFileSync(path.join(layer, 'README.md.njk'), 'utf8'),
        )[1];
      });
      expect(new Set(fences).size).toBe(1);
      const files = [
        'deploy/chart/rules/alerts.yaml',
        'deploy/alerts-tests.yaml',
        'deploy/chart/dashboards/service.json',
      ].map(file => path.join(folderOf('node-orders'), file));
      const before = files.map(file => readFileSync(file, 'utf8'));
      expect(fences[0].match(/> \S+$/gm)).toHaveLength(files.length);
      await inService('node-orders', fences[0]);
      expect(files.map(file => readFileSync(file, 'utf8'))).toEqual(before);
    });

    it.each([
      ['node-orders', '.github/workflows/maturity.yaml', 'test'],
      ['python-orders', '.gitlab-ci.yml', 'tests'],
    ])(
      'to hold the levels on each change: %s by %s',
      async (name, file, part) => {
        const place = (each: string) => path.join(folderOf(name), each);
        const text = readFileSync(place(file), 'utf8');
        const codes = shellCodeIn(file, text).map(({ code }) => code);
        const gate = codes.filter(code => code.includes('npx'));
        expect(gate).toHaveLength(1);
        await inService(name, gate[0]);
        renameSync(place(part), place('../../away'));
        await expect(inService(name, gate[0])).rejects.toThrow(
          'devops has reached level 1, and level 2 is required.',
        );
        renameSync(place('../../away'), place(part));
      },
    );
  });

  describe('have a chart', () => {
    const chart = () =>
      path.join(scaffolding.service('node-orders'), 'deploy/chart');
    const read = (file: string) =>
      readFileSync(path.join(chart(), file), 'utf8');

    it('whose templates read all of its values, and no others', () => {
      expect(valueProblems(chart(), parse(read('values.yaml')))).toEqual([]);
    });

    itWith(
      { programs: ['go'], others: { 'the sources of sprig': sprig } },
      'that renders with the functions of Helm to objects that fit together',
      async () => {
        const [plain, secretive] = await renderCharts([
          { folder: chart() },
          { folder: chart(), values: { secrets: { TOKEN: 'orders/token' } } },
        ]);
        const kinds = plain.map(({ kind }) => kind).sort();
        expect(kinds).toEqual([
          'ConfigMap',
          'Deployment',
          'HorizontalPodAutoscaler',
          'NetworkPolicy',
          'PodDisruptionBudget',
          'PrometheusRule',
          'Service',
          'ServiceMonitor',
        ]);
        expect(secretive.map(({ kind }) => kind).sort()).toEqual(
          [...kinds, 'ExternalSecret'].sort(),
        );
        expect(chartProblems(plain)).toEqual([]);
        expect(chartProblems(secretive)).toEqual([]);
        const one = (kind: string) => plain.find(each => each.kind === kind);
        expect(at(one('PrometheusRule'), 'spec')).toEqual(
          parse(read('rules/alerts.yaml')),
        );
        expect(
          JSON.parse(String(at(one('ConfigMap'), 'data', 'node-orders.json'))),
        ).toEqual(JSON.parse(read('dashboards/service.json')));
        expect(at(one('HorizontalPodAutoscaler'), 'spec')).toMatchObject({
          minReplicas: 2,
          maxReplicas: 6,
        });
        const pod = at(one('Deployment'), 'spec', 'template', 'spec');
        expect(pod).toMatchObject({
          securityContext: { runAsNonRoot: true, runAsUser: 1000 },
          containers: [
            {
              image: 'ghcr.io/node-orders:main',
              livenessProbe: { httpGet: { path: '/livez' } },
              readinessProbe: { httpGet: { path: '/readyz' } },
              resources: { limits: { memory: '256Mi' } },
              securityContext: { readOnlyRootFilesystem: true },
            },
          ],
        });
      },
    );
  });
});
