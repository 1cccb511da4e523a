import fs, {
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { renderGoldenPath } from '@backstage-maturity/cli';
import git from 'isomorphic-git';
import { exampleInput } from '../__testUtils__/exampleInput';
import { localRoot } from '../__testUtils__/localRoot';
import { createUpgradeAction } from './createUpgradeAction';
import { upgradeExamples } from './upgradeExamples';

const PORTAL = 'https://portal.acme.test';
const README = '# ${{ values.name }}\n\nMade by version 1.\n\nThe end.\n';

type Input = {
  repository: string;
  templates: string;
  to: string;
  from?: string;
  service?: string;
  conflicts?: 'refuse' | 'mark';
};

const INPUT: Input = {
  repository: './repository',
  templates: './templates',
  to: './change',
};

/** Templates with one starter, in a version of it. */
function templates(version: number, readme: string = README) {
  return {
    'tiny-service.yaml': `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: tiny-service
  annotations:
    maturity/template-version: ${version}.0.0
spec:
  parameters:
    - properties: { name: { type: string } }
  steps:
    - id: files
      action: fetch:template
      input:
        url: ./tiny
        templateFileExtension: .njk
        values: { name: '\${{ parameters.name }}', portal: '\${{ portalUrl }}' }
`,
    tiny: {
      'README.md.njk': readme.replace('1', `${version}`),
      'same.txt': 'Always the same.\n',
      '.golden-path.yaml.njk': `template: tiny-service\nversion: ${version}.0.0\nportal: \${{ values.portal }}\nanswers: { name: \${{ values.name }} }\n`,
    },
  };
}

describe('maturity:upgrade', () => {
  const workspace = createMockDirectory();
  const root = createMockDirectory();
  const older = createMockDirectory();

  const inRepository = (file: string) =>
    path.join(workspace.path, 'repository', file);
  const inChange = (file: string) => path.join(workspace.path, 'change', file);
  const readme = () => readFileSync(inRepository('README.md'), 'utf8');

  beforeEach(async () => {
    root.clear();
    older.setContent(templates(1));
    const files = await renderGoldenPath({
      templates: older.path,
      template: 'tiny-service',
      answers: { name: 'checkout' },
      portal: PORTAL,
    });
    workspace.setContent({ templates: templates(2), repository: {} });
    for (const [file, { bytes }] of files) {
      writeFileSync(inRepository(file), bytes);
    }
  });

  async function run(
    input: Input,
    options: {
      dry?: boolean;
      signal?: AbortSignal;
      baseUrl?: string;
    } = {},
  ) {
    const { baseUrl } = options;
    const context = {
      ...createMockActionContext({ input, workspacePath: workspace.path }),
      isDryRun: options.dry ?? false,
      signal: options.signal,
      output: jest.fn(),
      ...(baseUrl && {
        templateInfo: {
          entityRef: 'template:default/upgrade-service',
          baseUrl,
        },
      }),
    };
    const action = createUpgradeAction({
      portal: PORTAL,
      local: localRoot(root.path, ['checkout']),
    });
    await action.handler(context);
    return Object.fromEntries(context.output.mock.calls);
  }

  it('runs its first example: a service of this portal, with its history', async () => {
    root.setContent({ checkout: {} });
    const dir = path.join(root.path, 'checkout');
    await git.init({ fs, dir });
    // The history holds what the template made, under any name.
    writeFileSync(path.join(dir, 'first.md'), readme());
    await git.add({ fs, dir, filepath: 'first.md' });
    writeFileSync(inRepository('README.md'), readme().replace('# c', '# C'));
    const output = await run(exampleInput(upgradeExamples[0]));
    expect(output).toEqual({
      changed: true,
      version: '2.0.0',
      written: ['.golden-path.yaml', 'README.md'],
      removed: [],
      conflicts: [],
      summary: [
        'The service goes from version 1.0.0 of `tiny-service` to 2.0.0:',
        '',
        '- `.golden-path.yaml` is updated.',
        '- `README.md` is merged with what this service changed in it.',
      ].join('\n'),
    });
    const merged = '# Checkout\n\nMade by version 2.\n\nThe end.\n';
    expect(readme()).toBe(merged);
    expect(readFileSync(inChange('README.md'), 'utf8')).toBe(merged);
    expect(fs.readdirSync(inChange('.')).sort()).toEqual([
      '.golden-path.yaml',
      'README.md',
    ]);
  });

  it('runs its second example: older templates at hand, conflicts marked', async () => {
    workspace.addContent({ previous: templates(1) });
    writeFileSync(
      inRepository('README.md'),
      readme().replace('version 1', 'us'),
    );
    const output = await run(exampleInput(upgradeExamples[1]));
    expect(output).toMatchObject({ changed: true, conflicts: ['README.md'] });
    expect(readme()).toBe(
      '# checkout\n\n<<<<<<< this service\nMade by us.\n=======\nMade by version 2.\n>>>>>>> tiny-service 2.0.0\n\nThe end.\n',
    );
  });

  it('finds older templates in the history that its template comes from', async () => {
    const dir = older.path;
    await git.init({ fs, dir });
    await git.add({ fs, dir, filepath: '.' });
    const author = { name: 'Ada', email: 'ada@acme.test' };
    await git.commit({ fs, dir, author, message: 'Begin' });
    writeFileSync(inRepository('README.md'), readme().replace('# c', '# C'));
    const baseUrl = `file://${dir}/upgrade-service.yaml`;
    expect(await run(INPUT, { baseUrl })).toMatchObject({ conflicts: [] });
    expect(readme()).toBe('# Checkout\n\nMade by version 2.\n\nThe end.\n');
  });

  it('does the same in a dry run, and nothing for a service that is up to date', async () => {
    expect(await run(INPUT, { dry: true })).toMatchObject({ changed: true });
    expect(await run(INPUT)).toEqual({
      changed: false,
      version: '2.0.0',
      written: [],
      removed: [],
      conflicts: [],
      summary:
        'The service is up to date with version 2.0.0 of `tiny-service`.',
    });
    expect(fs.readdirSync(inChange('.'))).toEqual([]);
  });

  it('refuses conflicts and writes nothing', async () => {
    writeFileSync(inRepository('README.md'), 'Ours.\n');
    await expect(run(INPUT)).rejects.toThrow(
      'The upgrade of "tiny-service" from version 1.0.0 to 2.0.0 has conflicts in README.md; expected none',
    );
    expect(readme()).toBe('Ours.\n');
    expect(fs.existsSync(inChange('.'))).toBe(false);
  });

  it('gives the permission of the template', async () => {
    fs.chmodSync(path.join(workspace.path, 'templates/tiny/same.txt'), 0o755);
    await run(INPUT);
    expect(statSync(inChange('same.txt')).mode % 0o1000).toBe(0o755);
    expect(statSync(inRepository('same.txt')).mode % 0o1000).toBe(0o755);
  });

  it.each<[string, Partial<Input>, string]>([
    ['a repository outside', { repository: '../x' }, 'not allowed'],
    ['templates outside', { templates: '../x' }, 'not allowed'],
    ['older templates outside', { from: '../x' }, 'not allowed'],
    ['a change outside', { to: '../x' }, 'not allowed'],
    ['no templates', { templates: './none' }, 'There is no folder'],
    [
      'older templates of another version',
      { from: './templates' },
      'was made by version 1.0.0',
    ],
    ['a name with a path', { service: '../x' }, 'lower-case letters'],
    [
      'a service that nobody may see',
      { service: 'secret' },
      'no service "secret"',
    ],
  ])('refuses %s', async (_, input, words) => {
    writeFileSync(inRepository('README.md'), 'Ours.\n');
    const before = workspace.content();
    await expect(run({ ...INPUT, ...input })).rejects.toThrow(words);
    expect(workspace.content()).toEqual(before);
  });

  it('follows no link, and stops when the task is cancelled', async () => {
    await expect(run(INPUT, { signal: AbortSignal.abort() })).rejects.toThrow(
      'abort',
    );
    fs.rmSync(inRepository('README.md'));
    symlinkSync(path.join(root.path, 'x'), inRepository('README.md'));
    await expect(run(INPUT)).rejects.toThrow(
      '"README.md" of the service is a symbolic link',
    );
  });
});
