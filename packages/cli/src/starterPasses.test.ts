import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import {
  createDefinitionSet,
  goldenPathPasses,
  observe,
} from '@backstage-maturity/plugin-maturity-common';
import { readFileTree } from './repository/fileTree';
import { scoreFolder } from './scoreFolder';
import { put } from './testing/goldenPath.fixture';
import { folderOf, removeFolders } from './testing/temporaryFolder.fixture';
import { texts } from './testing/upgradedService.fixture';
import { renderGoldenPath } from './upgrade/renderGoldenPath';

const TEMPLATES = resolve(__dirname, '../../../templates');
const apiVersion = 'backstage.io/v1alpha1';

/** What every starter brings, in the order of the checks. */
const BROUGHT = [
  'ci-pipeline',
  'automated-tests',
  'automated-deployment',
  'infrastructure-as-code',
  'monitoring-dashboard',
  'static-analysis',
  'dependency-updates',
  'secrets-managed',
  'runbook-linked',
  'sli-defined',
  'slo-defined',
  'golden-signals',
  'error-budget-policy',
  'alerting-linked',
  'burn-rate-alerts',
  'docs-published',
  'stack-declared',
  'runtime-linked',
  'onboarding-guide',
];

function contextOf(template: string): Entity[] {
  return [
    {
      apiVersion,
      kind: 'Group',
      metadata: { name: 'payments' },
      spec: { type: 'team', children: [] },
    },
    {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: template },
      spec: { type: 'service' },
    },
  ];
}

async function serviceOf(template: string, ci: string) {
  const files = await renderGoldenPath({
    templates: TEMPLATES,
    template,
    answers: {
      name: 'orders',
      description: 'Takes the orders of customers.',
      owner: 'group:default/payments',
      system: 'system:default/shop',
      tier: '2',
      ci,
    },
    portal: 'https://portal.acme.test',
  });
  return folderOf(texts(files));
}

async function passesOf(folder: string, context: Entity[]) {
  const { scorecards } = await scoreFolder({
    folder,
    context,
    definitions: createDefinitionSet(),
    now: Date.parse('2026-11-23T00:00:00Z'),
  });
  const { goldenPath } = await observe(readFileTree(folder));
  return goldenPathPasses(scorecards[0].results, goldenPath);
}

describe('What passes thanks to the golden path', () => {
  afterEach(removeFolders);

  it.each([
    ['node-service', 'github'],
    ['node-service', 'gitlab'],
    ['python-service', 'github'],
    ['go-service', 'github'],
  ])('is on record in a service of %s with %s', async (template, ci) => {
    const folder = await serviceOf(template, ci);
    expect(await passesOf(folder, contextOf(template))).toEqual(BROUGHT);
  });

  it('is no more what the service does in its own way', async () => {
    const folder = await serviceOf('go-service', 'github');
    for (const file of ['.github/workflows', '.github/dependabot.yml']) {
      rmSync(join(folder, file), { recursive: true });
    }
    put(folder, {
      Jenkinsfile:
        "pipeline { stages { stage('t') { steps { sh 'go test ./...' } } } }",
      'renovate.json': '{ "extends": ["config:recommended"] }',
    });
    const passes = await passesOf(folder, contextOf('go-service'));
    expect(passes).not.toContain('ci-pipeline');
    expect(passes).not.toContain('automated-tests');
    expect(passes).not.toContain('dependency-updates');
    expect(passes).toContain('slo-defined');
  });

  it('is nothing while the catalog has no such golden path', async () => {
    const folder = await serviceOf('go-service', 'github');
    expect(await passesOf(folder, contextOf('node-service'))).toEqual([]);
  });
});
