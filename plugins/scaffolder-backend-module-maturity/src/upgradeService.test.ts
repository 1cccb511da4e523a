import fs, {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { renderGoldenPath } from '@backstage-maturity/cli';
import { readFileTree } from '@backstage-maturity/cli/files';
import { observe } from '@backstage-maturity/plugin-maturity-common';
import git from 'isomorphic-git';
import { Scaffolding, TEMPLATES } from './__testUtils__/Scaffolding';

jest.setTimeout(180_000);

const PORTAL = 'https://portal.acme.test';
const ANSWERS = {
  description: 'Takes the "orders" of customers: all of them, always.',
  owner: 'group:default/payments',
  system: 'system:default/shop',
  tier: '2',
};
const VARIANTS = ['node-service', 'python-service', 'go-service'].flatMap(
  template => ['github', 'gitlab'].map(ci => ({ template, ci })),
);
const HOSTS = [
  { destination: 'github', repoUrl: 'github.com?owner=acme&repo=orders' },
  { destination: 'gitlab', repoUrl: 'gitlab.com?owner=acme/money&repo=orders' },
];

type Texts = Record<string, string>;

/** All files of a folder as text, an executable one with a mark; git's own left out. */
function contents(folder: string): Texts {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => !path.relative(folder, file).startsWith('.git/'))
    .sort();
  return Object.fromEntries(
    files.map(file => [
      path.relative(folder, file),
      readFileSync(file, 'utf8') +
        (statSync(file).mode % 0o1000 === 0o755 ? '(executable)' : ''),
    ]),
  );
}

async function rendered(
  templates: string,
  template: string,
  answers: Texts,
): Promise<Texts> {
  const files = await renderGoldenPath({
    templates,
    template,
    answers,
    portal: PORTAL,
  });
  return Object.fromEntries(
    [...files]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([file, { bytes, executable }]) => [
        file,
        String(bytes) + (executable ? '(executable)' : ''),
      ]),
  );
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing to change in ${file}.`);
  writeFileSync(file, after);
}

describe('upgrades', () => {
  let scaffolding: Scaffolding;
  /** The templates as they were before: without a file, with another one, and with other words. */
  let older: string;

  beforeAll(async () => {
    scaffolding = await Scaffolding.start();
    older = mkdtempSync(path.join(os.tmpdir(), 'maturity-older-'));
    cpSync(TEMPLATES, older, { recursive: true });
    edit(path.join(older, 'node-service.yaml'), text =>
      text.replace(/(version'?: ')\d+\.\d+\.\d+/gi, '$11.0.0'),
    );
    const layer = path.join(older, 'skeletons/node');
    edit(path.join(layer, 'Dockerfile'), text => `# Old words.\n${text}`);
    edit(path.join(layer, 'README.md.njk'), text => `${text}\nOld words.\n`);
    rmSync(path.join(layer, '.dockerignore'));
    writeFileSync(path.join(layer, 'old.txt'), 'Old words.\n');
  });

  afterAll(async () => {
    await scaffolding?.stop();
    if (older) rmSync(older, { recursive: true, force: true });
  });

  async function publishOlder(name: string, changes: Texts): Promise<Texts> {
    const answers = { ...ANSWERS, name };
    const files = await rendered(older, 'node-service', answers);
    await scaffolding.publish(name, files);
    const folder = scaffolding.service(name);
    for (const [file, text] of Object.entries(changes)) {
      writeFileSync(path.join(folder, file), text);
    }
    return files;
  }

  async function messages(name: string): Promise<string[]> {
    const log = await git.log({ fs, dir: scaffolding.service(name) });
    return log.map(({ commit }) => commit.message.split('\n')[0]);
  }

  async function upgrade(name: string, more: Texts = {}) {
    return scaffolding.run('upgrade-service', {
      entity: `component:default/${name}`,
      ...more,
    });
  }

  it.each(VARIANTS)(
    'render what the scaffolder makes of $template with CI on $ci',
    async ({ template, ci }) => {
      const name = `${template.split('-')[0]}-${ci}-made`;
      const answers = { ...ANSWERS, name, ci };
      const end = await scaffolding.run(template, answers);
      if (end.status !== 'completed') throw new Error(end.log);
      const made = contents(scaffolding.service(name));
      expect(await rendered(TEMPLATES, template, answers)).toEqual(made);
      await scaffolding.entity('component', name);
      const { status, log } = await upgrade(name);
      expect({ status, log }).toMatchObject({ status: 'completed' });
      expect(log).toContain('The service is up to date with version');
      expect(contents(scaffolding.service(name))).toEqual(made);
      expect(await messages(name)).toEqual([`Create ${name}`]);
    },
  );

  it.each(HOSTS)(
    'render what the scaffolder makes for $destination',
    async host => {
      const answers = { ...ANSWERS, name: 'orders', ...host };
      const { files } = await scaffolding.dryRun('go-service', answers);
      expect(await rendered(TEMPLATES, 'go-service', answers)).toEqual(
        Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
      );
      const origin = files.get('.golden-path.yaml') ?? '';
      expect(origin).toContain(`repoUrl: "${host.repoUrl}"\n`);
    },
  );

  it('make of an older service what the template makes now, and keep what it changed', async () => {
    await publishOlder('orders', {
      'src/own.ts': 'export const own = 1;\n',
      'src/config.ts': '// Ours.\n',
    });
    const { status, log, output } = await upgrade('orders');
    expect({ status, log }).toMatchObject({ status: 'completed' });
    const expected = {
      ...(await rendered(TEMPLATES, 'node-service', {
        ...ANSWERS,
        name: 'orders',
      })),
      'src/own.ts': 'export const own = 1;\n',
      'src/config.ts': '// Ours.\n',
    };
    const after = contents(scaffolding.service('orders'));
    const { 'old.txt': old, ...rest } = after;
    expect(rest).toEqual(expected);
    expect(old).toBeUndefined();
    expect(JSON.stringify(output.text)).toContain('old.txt');
    expect(JSON.stringify(output.text)).toContain(
      '- `.dockerignore` is new.\\n',
    );
    expect(output.scorecards).toMatchObject([
      { tracks: [{ level: 2 }, { level: 2 }, { level: 3 }] },
    ]);
    const { goldenPath } = await observe(
      readFileTree(scaffolding.service('orders')),
    );
    expect(goldenPath).toMatchObject({
      template: 'template:default/node-service',
      version: (await scaffolding.entity('template', 'node-service')).metadata
        .annotations['maturity/template-version'],
    });
    const [message] = await messages('orders');
    expect(message).toMatch(/^Upgrade to version \d+\.\d+\.\d+ of the golden/);

    const again = await upgrade('orders');
    expect(again.status).toBe('completed');
    expect(again.log).toContain('The service is up to date');
    expect(contents(scaffolding.service('orders'))).toEqual(after);
    expect(await messages('orders')).toHaveLength(2);
  });

  it('stop at conflicts and change nothing, or mark them when they are told to', async () => {
    const files = await publishOlder('invoices', {});
    const readme = path.join(scaffolding.service('invoices'), 'README.md');
    writeFileSync(readme, files['README.md'].replace('Old words.', 'Ours.'));
    const before = contents(scaffolding.service('invoices'));
    const refused = await upgrade('invoices');
    expect(refused.status).toBe('failed');
    expect(refused.log).toContain('has conflicts in README.md; expected none');
    expect(contents(scaffolding.service('invoices'))).toEqual(before);

    const marked = await upgrade('invoices', { conflicts: 'mark' });
    expect({ status: marked.status, log: marked.log }).toMatchObject({
      status: 'completed',
    });
    expect(readFileSync(readme, 'utf8')).toMatch(
      /\n<<<<<<< this service\n[^]*Ours\.\n=======\n>>>>>>> node-service \d+\.\d+\.\d+\n$/,
    );
    expect(JSON.stringify(marked.output.text)).toContain(
      '`README.md` has a conflict in one place',
    );
  });

  it.each(HOSTS)('propose on $destination', async host => {
    const folder = host.destination === 'github' ? 'acme' : 'acme/money';
    scaffolding.serve(
      `https://${host.destination}.com/${folder}/orders`,
      await rendered(older, 'node-service', {
        ...ANSWERS,
        name: 'orders',
        ...host,
      }),
    );
    const { log, files, output } = await scaffolding.dryRun('upgrade-service', {
      entity: 'component:default/orders',
      ...host,
    });
    expect(files.get('change/.golden-path.yaml')).toContain(
      `repoUrl: "${host.repoUrl}"\n`,
    );
    const changed = [...files.keys()]
      .filter(file => file.startsWith('change/'))
      .sort();
    expect(changed).toEqual(
      [
        '.dockerignore',
        '.golden-path.yaml',
        'Dockerfile',
        'README.md',
        'catalog-info.yaml',
      ].map(file => `change/${file}`),
    );
    expect(log).not.toContain('undefined');
    expect(JSON.stringify(output.text)).toContain('- `old.txt` is removed.');
    expect(log.includes('"filesToDelete": [\n    "old.txt"\n  ]')).toBe(
      host.destination === 'github',
    );
    expect(JSON.stringify(output.text).includes('cannot remove files')).toBe(
      host.destination === 'gitlab',
    );
  });

  it('refuse a service that no golden path made', async () => {
    await scaffolding.publish('legacy', {
      'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: legacy
spec:
  type: service
  lifecycle: production
  owner: payments
`,
    });
    const { status, log } = await upgrade('legacy');
    expect(status).toBe('failed');
    expect(log).toContain('There is no file ".golden-path.yaml"');
  });
});
