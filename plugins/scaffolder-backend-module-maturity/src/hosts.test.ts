/* eslint jest/no-standalone-expect: ["error", { "additionalTestBlockFunctions": ["itWith"] }] */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { itWith } from './__testUtils__/generated/itWith';
import { LoopbackHosts } from './__testUtils__/hosts/LoopbackHosts';
import { Scaffolding } from './__testUtils__/Scaffolding';

jest.setTimeout(120_000);

const SERVICE = {
  description: 'Takes the "orders" of customers: all of them, always.',
  owner: 'group:default/payments',
  system: 'system:default/shop',
  tier: '1',
};

describe('services on hosts', () => {
  let folder: string;
  let hosts: LoopbackHosts;
  let scaffolding: Scaffolding;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-hosts-'));
    hosts = await LoopbackHosts.start(folder);
    scaffolding = await Scaffolding.start({ hosts });
  });

  afterAll(async () => {
    await scaffolding?.stop();
    await hosts?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const bodyOf = (call: string) =>
    hosts.asked.find(each => each.call === call)?.body;

  itWith(
    { programs: ['git'] },
    'are pushed to GitHub, protected as the tier asks for, and put into the catalog',
    async () => {
      const end = await scaffolding.run('node-service', {
        ...SERVICE,
        name: 'checkout',
        destination: 'github',
        repoUrl: 'github.com?owner=acme&repo=checkout',
      });
      expect(end.log).toContain('Run completed with status: completed');
      expect(bodyOf('POST /github/orgs/acme/repos')).toMatchObject({
        name: 'checkout',
        private: true,
        description: SERVICE.description,
      });
      expect(
        bodyOf('PUT /github/repos/acme/checkout/branches/main/protection'),
      ).toMatchObject({
        enforce_admins: true,
        required_pull_request_reviews: {
          required_approving_review_count: 2,
          require_code_owner_reviews: true,
        },
      });
      const files = hosts.git.files('github/checkout.git', 'main');
      expect(files).toEqual(
        expect.arrayContaining([
          '.github/workflows/ci.yaml',
          '.golden-path.yaml',
          'deploy/chart/rules/alerts.yaml',
          'src/main.ts',
        ]),
      );
      const entity = await scaffolding.entity('component', 'checkout');
      expect(entity.metadata.annotations).toMatchObject({
        'github.com/project-slug': 'acme/checkout',
        'backstage.io/source-location': 'url:https://github.com/acme/checkout',
      });
    },
  );

  itWith(
    { programs: ['git'] },
    'are pushed to GitLab and put into the catalog',
    async () => {
      const end = await scaffolding.run('go-service', {
        ...SERVICE,
        name: 'billing',
        ci: 'gitlab',
        destination: 'gitlab',
        repoUrl: 'gitlab.com?owner=acme/money&repo=billing',
      });
      expect(end.log).toContain('Run completed with status: completed');
      expect(bodyOf('POST /gitlab/api/v4/projects')).toMatchObject({
        path: 'billing',
        namespace_id: 7,
        visibility: 'private',
      });
      expect(
        hosts.git.read('gitlab/billing.git', {
          branch: 'main',
          file: 'go.mod',
        }),
      ).toMatch('module gitlab.com/acme/money/billing\n');
      expect(hosts.git.files('gitlab/billing.git', 'main')).toContain(
        '.gitlab-ci.yml',
      );
      const entity = await scaffolding.entity('component', 'billing');
      expect(entity.metadata.annotations).toMatchObject({
        'gitlab.com/project-slug': 'acme/money/billing',
      });
    },
  );
});
