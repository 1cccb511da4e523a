import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { itWithPromtool } from './__testUtils__/itWithPromtool';
import { Scaffolding, type TaskEnd } from './__testUtils__/Scaffolding';

jest.setTimeout(180_000);

const execute = promisify(execFile);

const STARTERS = ['node-service', 'python-service', 'go-service'];
const VARIANTS = STARTERS.flatMap(template =>
  ['github', 'gitlab'].map(ci => ({ template, ci })),
);

/** Files of GitHub Actions, whose expressions look like ours, and of Helm. */
const FOREIGN = /^(?:\.github\/workflows|deploy\/chart\/templates)\//;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    )
    .filter(file => !file.startsWith('.git/'))
    .sort();
}

let scaffolding: Scaffolding;

beforeAll(async () => {
  scaffolding = await Scaffolding.start();
});

afterAll(async () => {
  await scaffolding?.stop();
});

describe.each(VARIANTS)('$template with CI on $ci', ({ template, ci }) => {
  const name = `${template.split('-')[0]}-${ci}`;
  let end: TaskEnd;
  let folder: string;
  let files: string[];

  beforeAll(async () => {
    end = await scaffolding.run(template, {
      name,
      description: 'Takes the "orders" of customers: all of them, always.',
      owner: 'group:default/payments',
      system: 'system:default/shop',
      tier: '2',
      ci,
    });
    if (end.status !== 'completed') throw new Error(end.log);
    folder = scaffolding.service(name);
    files = filesBelow(folder);
    const keep = process.env.MATURITY_TEST_KEEP_SERVICES;
    if (keep) cpSync(folder, path.join(keep, name), { recursive: true });
  });

  const text = (file: string) => readFileSync(path.join(folder, file), 'utf8');

  it('reaches the levels that the golden path promises', () => {
    expect(end.output.scorecards).toMatchObject([
      {
        entityRef: `component:default/${name}`,
        tracks: [
          { track: 'devops', level: 2 },
          { track: 'sre', level: 2 },
          { track: 'platform', level: 3 },
        ],
      },
    ]);
  });

  it('appears in the catalog', async () => {
    const entity = await scaffolding.entity('component', name);
    expect(entity).toMatchObject({
      metadata: { annotations: { 'maturity/tier': '2' } },
      spec: { owner: 'group:default/payments' },
    });
    expect(entity.status?.items ?? []).toEqual([]);
    await scaffolding.entity('api', name);
  });

  it('leaves no mark of a template in a file', () => {
    const marked = files.filter(
      file => !FOREIGN.test(file) && /\$\{\{|\{%|\{#/.test(text(file)),
    );
    expect(marked).toEqual([]);
    expect(files.filter(file => file.endsWith('.njk'))).toEqual([]);
  });

  it('holds YAML and JSON that parse', () => {
    const yaml = files.filter(
      file =>
        /\.ya?ml$/.test(file) && !file.startsWith('deploy/chart/templates/'),
    );
    expect(yaml.length).toBeGreaterThan(8);
    for (const file of yaml) {
      const errors = parseAllDocuments(text(file)).flatMap(
        document => document.errors,
      );
      expect({ file, errors }).toEqual({ file, errors: [] });
    }
    for (const file of files.filter(each => each.endsWith('.json'))) {
      expect(() => JSON.parse(text(file))).not.toThrow();
    }
  });

  it('has no broken link between its documents', () => {
    const broken = files
      .filter(file => file.endsWith('.md'))
      .flatMap(file =>
        [...text(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
          .map(([, target]) => path.join(path.dirname(file), target))
          .filter(target => !existsSync(path.join(folder, target)))
          .map(target => `${file}: ${target}`),
      );
    expect(broken).toEqual([]);
  });

  it('sends whoever is paged to a section of the runbook that exists', () => {
    const anchors = [...text('slo.yaml').matchAll(/\/runbook#([\w-]+)/g)].map(
      ([, anchor]) => anchor,
    );
    expect(anchors).toHaveLength(2);
    for (const anchor of anchors) {
      expect(text('docs/runbook.md')).toContain(`\n## ${anchor}\n`);
    }
  });

  it('pins every action by its commit', () => {
    const uses = files
      .filter(file => file.startsWith('.github/workflows/'))
      .flatMap(file => [...text(file).matchAll(/uses: (\S+)/g)])
      .map(([, action]) => action);
    expect(uses.length).toBe(ci === 'github' ? 14 : 0);
    expect(uses.filter(use => !/@[\da-f]{40}$/.test(use))).toEqual([]);
  });

  /* eslint-disable jest/no-standalone-expect -- they stand in the test */
  itWithPromtool('has rules and rule tests that promtool accepts', async () => {
    // The backend runs in this process; it must not stand still meanwhile.
    const run = (...args: string[]) =>
      execute('promtool', args, { cwd: folder });
    const checked = await run(
      'check',
      'rules',
      'deploy/chart/rules/alerts.yaml',
    );
    expect(checked.stderr + checked.stdout).toMatch(/SUCCESS/);
    const tested = await run('test', 'rules', 'deploy/alerts-tests.yaml');
    expect(tested.stderr + tested.stdout).toMatch(/SUCCESS/);
  });
  /* eslint-enable jest/no-standalone-expect */
});
