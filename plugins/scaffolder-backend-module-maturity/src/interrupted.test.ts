import fs, { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import git from 'isomorphic-git';
import {
  componentText,
  GuardedScaffolding,
} from './__testUtils__/GuardedScaffolding';

jest.setTimeout(120_000);

const ADA = 'user:default/ada';
const NAME = '${{ parameters.name }}';
const layer = {
  action: 'fetch:template',
  input: { url: './layer', values: { name: NAME } },
};
const publish = { action: 'maturity:publish:local', input: { name: NAME } };
const fetchLarge = {
  action: 'maturity:fetch:local',
  input: { name: 'large', targetPath: './part' },
};
const templates = {
  make: [layer, publish],
  wait: [layer, { action: 'debug:wait', input: { seconds: 60 } }, publish],
  large: [fetchLarge, publish],
  grow: [
    fetchLarge,
    { action: 'maturity:publish:local', input: { name: NAME, update: true } },
  ],
};

/** Enough for a commit to take seconds. */
const MANY = 1_500;

describe('Tasks that do not run to their end', () => {
  let scaffolding: GuardedScaffolding;

  beforeAll(async () => {
    scaffolding = await GuardedScaffolding.start({
      policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
      claims: {},
      templates,
    });
    const files = Array.from({ length: MANY }, (_, index) => [
      `data/${index}.txt`,
      `${index}\n`,
    ]);
    await scaffolding.publish('large', {
      'catalog-info.yaml': componentText('large'),
      ...Object.fromEntries(files),
    });
  });

  afterAll(() => scaffolding?.stop());

  const inRoot = () => readdirSync(scaffolding.root).sort();

  async function begin(template: string, name: string): Promise<string> {
    const task = await scaffolding.begin(ADA, template, name);
    if ('refused' in task) throw new Error(`Refused with ${task.refused}.`);
    return task.id;
  }

  async function cancel(id: string) {
    const route = `scaffolder/v2/tasks/${id}/cancel`;
    expect((await scaffolding.ask(ADA, route, {})).status).toBe(200);
    return scaffolding.end(id);
  }

  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isSo())) await delay(20);
  }

  async function isQuiet(): Promise<void> {
    // The step ends on its own after the task was given up.
    await until(() => inRoot().every(name => !name.startsWith('.')));
  }

  it('publish nothing when they are cancelled before', async () => {
    const before = inRoot();
    const id = await begin('wait', 'waiting');
    await until(async () => {
      const route = `scaffolder/v2/tasks/${id}/events`;
      return (await (await scaffolding.ask(ADA, route)).text()).includes(
        '"stepId":"step1"',
      );
    });
    const { status, log } = await cancel(id);
    expect(status).not.toBe('completed');
    expect(log).toMatch(/abort|cancel/i);
    await isQuiet();
    expect(inRoot()).toEqual(before);
  });

  it('leave nothing half written when they are cancelled while they publish', async () => {
    const before = inRoot();
    const id = await begin('large', 'part');
    await until(() => inRoot().some(name => name.startsWith('.incoming-part')));
    const { status, log } = await cancel(id);
    expect(status).not.toBe('completed');
    expect(log).toMatch(/abort|cancel/i);
    await isQuiet();
    expect(inRoot()).toEqual(before);
  });

  it('leave a service as it was when they are cancelled while they change it', async () => {
    expect((await scaffolding.run(ADA, 'make', 'steady')).status).toBe(
      'completed',
    );
    await scaffolding.entity(ADA, 'component/default/steady');
    const id = await begin('grow', 'steady');
    await until(() => inRoot().includes('.updating-steady'));
    const { status, log } = await cancel(id);
    expect(status).not.toBe('completed');
    expect(log).toMatch(/abort|cancel/i);
    await isQuiet();
    const dir = path.join(scaffolding.root, 'steady');
    expect(readdirSync(dir).sort()).toEqual(['.git', 'catalog-info.yaml']);
    expect(await git.log({ fs, dir })).toHaveLength(1);
    expect(await git.statusMatrix({ fs, dir })).toEqual([
      ['catalog-info.yaml', 1, 1, 1],
    ]);
  });

  it('give a name to one of two that want it at once', async () => {
    const ids = [await begin('make', 'twin'), await begin('make', 'twin')];
    const ends = await Promise.all(ids.map(id => scaffolding.end(id)));
    expect(ends.map(({ status }) => status).sort()).toEqual([
      'completed',
      'failed',
    ]);
    expect(ends.find(({ status }) => status === 'failed')?.log).toContain(
      'There is a service "twin" already',
    );
    const file = path.join(scaffolding.root, 'twin/catalog-info.yaml');
    expect(readFileSync(file, 'utf8')).toContain('name: twin\n');
    expect(existsSync(path.join(scaffolding.root, 'twin/.git'))).toBe(true);
  });

  it.each([
    '../outside',
    '/etc/cron.d/x',
    'a/b',
    'con',
    'ｃheckout',
    'сheckout',
    'che\u200bckout',
    'a'.repeat(300),
    '.git',
    '__proto__',
  ])('write nothing for the name %j', async name => {
    const before = inRoot();
    const { status, log } = await scaffolding.run(ADA, 'make', name);
    expect(status).toBe('failed');
    expect(log).toMatch(/expected 1 to 63 lower-case letters|is not valid/);
    expect(inRoot()).toEqual(before);
  });
});
