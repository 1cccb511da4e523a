/* eslint jest/no-standalone-expect: ["error", { "additionalTestBlockFunctions": ["itWith"] }] */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { itWith } from './__testUtils__/generated/itWith';
import { LoopbackHosts } from './__testUtils__/hosts/LoopbackHosts';
import { REPOSITORY, Scaffolding } from './__testUtils__/Scaffolding';
import { stringsIn } from './__testUtils__/stringsIn';

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
    await scaffolding.publish('billing', REPOSITORY);
  });

  afterAll(async () => {
    await scaffolding?.stop();
    await hosts?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const bodyOf = (call: string) =>
    hosts.asked.find(({ host, call: each }) => `${host} ${each}` === call)
      ?.body;

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
      expect(bodyOf('github POST /orgs/acme/repos')).toMatchObject({
        name: 'checkout',
        private: true,
        description: SERVICE.description,
      });
      expect(
        bodyOf('github PUT /repos/acme/checkout/branches/main/protection'),
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
        name: 'invoices',
        ci: 'gitlab',
        destination: 'gitlab',
        repoUrl: 'gitlab.com?owner=acme/money&repo=invoices',
      });
      expect(end.log).toContain('Run completed with status: completed');
      expect(bodyOf('gitlab POST /api/v4/projects')).toMatchObject({
        path: 'invoices',
        namespace_id: 7,
        visibility: 'private',
      });
      expect(
        hosts.git.read('gitlab/invoices.git', {
          branch: 'main',
          file: 'go.mod',
        }),
      ).toMatch('module gitlab.com/acme/money/invoices\n');
      expect(hosts.git.files('gitlab/invoices.git', 'main')).toContain(
        '.gitlab-ci.yml',
      );
      const entity = await scaffolding.entity('component', 'invoices');
      expect(entity.metadata.annotations).toMatchObject({
        'gitlab.com/project-slug': 'acme/money/invoices',
      });
    },
  );

  it('get a pull request on GitHub with the changed files and no others', async () => {
    const end = await scaffolding.run('add-ci', {
      entity: 'component:default/billing',
      language: 'node',
      ci: 'github',
      destination: 'github',
      repoUrl: 'github.com?owner=acme&repo=billing',
    });
    expect(end.log).toContain('Run completed with status: completed');
    const tree = bodyOf('github POST /repos/acme/billing/git/trees');
    expect(tree).toMatchObject({ base_tree: 'tree-1' });
    expect(
      stringsIn(tree)
        .filter(text => /\.ya?ml$/.test(text))
        .sort(),
    ).toEqual([
      '.github/dependabot.yml',
      '.github/workflows/ci.yaml',
      '.github/workflows/image.yaml',
      '.github/workflows/maturity.yaml',
      'catalog-info.yaml',
    ]);
    expect(bodyOf('github POST /repos/acme/billing/pulls')).toMatchObject({
      base: 'main',
      head: 'acme:maturity-add-ci-billing',
      title: 'Add a pipeline',
    });
    expect(JSON.stringify(end.output.links)).toContain(
      'https://github.com/acme/billing/pull/12',
    );
  });

  it('get a merge request on GitLab that says which files are new and which change', async () => {
    const end = await scaffolding.run('add-docs', {
      entity: 'component:default/billing',
      destination: 'gitlab',
      repoUrl: 'gitlab.com?owner=acme/money&repo=billing',
    });
    expect(end.log).toContain('Run completed with status: completed');
    const project = 'gitlab POST /api/v4/projects/acme%2Fmoney%2Fbilling';
    const commit = bodyOf(`${project}/repository/commits`);
    expect(commit).toMatchObject({ branch: 'maturity-add-docs-billing' });
    const changes: { action: string; file_path: string }[] =
      Object(commit).actions;
    expect(
      changes.map(({ action, file_path }) => `${action} ${file_path}`).sort(),
    ).toEqual([
      'create docs/error-budget-policy.md',
      'create docs/getting-started.md',
      'create docs/index.md',
      'create docs/runbook.md',
      'create mkdocs.yml',
      'update catalog-info.yaml',
    ]);
    expect(bodyOf(`${project}/merge_requests`)).toMatchObject({
      target_branch: 'main',
      title: 'Add documentation',
      remove_source_branch: true,
    });
    expect(JSON.stringify(end.output.links)).toContain('/-/merge_requests/12');
  });

  it.each([
    ['add-ci', 'github', 'gitlab.com?owner=acme/money&repo=billing'],
    ['add-docs', 'gitlab', 'github.com?owner=acme&repo=billing'],
  ])(
    'get nothing of %s for %s in a repository on another host',
    async (template, destination, repoUrl) => {
      const before = hosts.asked.length;
      const end = await scaffolding.run(template, {
        entity: 'component:default/billing',
        language: 'node',
        destination,
        repoUrl,
      });
      const [host] = repoUrl.split('?');
      expect(end.log).toMatch(
        new RegExp(`InputError: No .*integration.* for host ${host}`),
      );
      expect(end.status).toBe('failed');
      expect(hosts.asked.slice(before)).toEqual([]);
    },
  );
});
