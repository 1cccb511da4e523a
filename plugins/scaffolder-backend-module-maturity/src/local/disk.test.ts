import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import git from 'isomorphic-git';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { bundleProcess } from '../../../maturity-backend/src/__testUtils__/bundleProcess';
import { LocalPublisher } from './LocalPublisher';

jest.setTimeout(120_000);

const UTILS = path.resolve(__dirname, '../__testUtils__');
const NOBODY = 65_534;

/** Blocks of 512 or 1,024 bytes, as shells have it: 50 or 100 kB. */
const LARGEST_FILE = 100;
const TOO_LARGE = { 'a.txt': 'a\n', 'large.txt': 'x'.repeat(400_000) };
/** Each is small, and what git notes of them is not. */
const TOO_MANY = many(1_500);

function many(length: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length }, (_, index) => [`data/${index}.txt`, '']),
  );
}

describe('A disk that takes no more', () => {
  let script: string;
  let folder: string;
  let root: string;

  beforeAll(() => {
    script = bundleProcess('publishOnce', { from: UTILS });
  });

  afterAll(() => rmSync(script, { force: true }));

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-disk-'));
    chmodSync(folder, 0o755);
    root = path.join(folder, 'services');
    mkdirSync(root);
  });

  afterEach(() => {
    chmodSync(root, 0o755);
    rmSync(folder, { recursive: true, force: true });
  });

  function workspace(files: Record<string, string>): string {
    const from = path.join(folder, 'workspace');
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(from, file)), { recursive: true });
      writeFileSync(path.join(from, file), text);
    }
    return from;
  }

  /** Runs in a shell that first sets limits for itself. */
  function publish(options: {
    from: string;
    mode: 'create' | 'update';
    before: string;
    uid?: number;
  }) {
    const { from, mode, before, uid } = options;
    // What the test runner sets for itself is not there for the portal.
    const { NODE_OPTIONS: _, ...env } = process.env;
    const line = [process.execPath, script, root, from, mode];
    const quoted = line.map(word => `'${word}'`).join(' ');
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `${before}\nexec ${quoted}`],
      {
        env,
        encoding: 'utf8',
        ...(uid !== undefined && { uid, gid: uid }),
      },
    );
    return { status, stderr };
  }

  /** Writes fail. A shell that does not say so to its children lets the first one end them. */
  const FULL = `trap '' XFSZ\nulimit -f ${LARGEST_FILE}`;

  async function makeService(): Promise<string> {
    const from = path.join(folder, 'first');
    mkdirSync(from);
    writeFileSync(path.join(from, 'a.txt'), 'first\n');
    await new LocalPublisher(root).publish({
      from,
      name: 'checkout',
      message: 'Begin',
      author: { name: 'Ada', email: 'ada@acme.test' },
      work: { task: 'first', step: 'publish' },
      update: false,
    });
    return path.join(root, 'checkout');
  }

  async function expectUntouched(dir: string): Promise<void> {
    expect(readdirSync(dir).sort()).toEqual(['.git', 'a.txt']);
    expect(await git.log({ fs, dir })).toHaveLength(1);
    expect(await git.statusMatrix({ fs, dir })).toEqual([['a.txt', 1, 1, 1]]);
  }

  it.each([
    ['a file', TOO_LARGE],
    ['the history', TOO_MANY],
  ])('leaves nothing of a new service when it cannot take %s', (_, files) => {
    const from = workspace(files);
    const { status, stderr } = publish({ from, mode: 'create', before: FULL });
    expect(stderr).toContain(
      'Nothing was written into the folder of local services: a file would be larger than this machine allows.',
    );
    expect(status).toBe(1);
    expect(readdirSync(root)).toEqual([]);
  });

  it.each([
    ['a file', TOO_LARGE],
    ['the history', TOO_MANY],
  ])('leaves a service as it was when it cannot take %s', async (_, files) => {
    const dir = await makeService();
    const from = workspace({ ...files, 'a.txt': 'second\n' });
    const { status, stderr } = publish({ from, mode: 'update', before: FULL });
    expect(stderr).toContain('Nothing was written');
    expect(status).toBe(1);
    expect(readdirSync(root)).toEqual(['checkout']);
    await expectUntouched(dir);
  });

  it('says so when the folder may not be written', () => {
    const from = workspace({ 'a.txt': 'a\n' });
    chmodSync(root, 0o555);
    const uid = process.getuid?.() === 0 ? NOBODY : undefined;
    const result = publish({ from, mode: 'create', before: '', uid });
    expect(result.stderr).toContain(
      'Nothing was written into the folder of local services: the portal may not write there.',
    );
    expect(result.stderr).not.toContain(folder);
    expect(readdirSync(root)).toEqual([]);
  });

  it('shows no half of a change when the process is killed', async () => {
    const dir = await makeService();
    const from = workspace({ ...many(400), 'a.txt': 'second\n' });
    const staging = path.join(root, '.updating-checkout');
    const { NODE_OPTIONS: _, ...env } = process.env;
    const line = [script, root, from, 'update'];
    const child = spawn(process.execPath, line, { env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (!existsSync(path.join(staging, 'history'))) await delay(5);
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    await expectUntouched(dir);

    const again = { from, mode: 'update', before: '' } as const;
    expect(publish(again).stderr).toContain(
      'The service "checkout" is being changed by another task',
    );
    // What a killed run left is taken for one that runs, for a while only.
    utimesSync(staging, 0, 0);
    expect(publish(again)).toMatchObject({ status: 0 });
    expect(readdirSync(root)).toEqual(['checkout']);
    expect(await git.log({ fs, dir })).toHaveLength(2);
    const status = await git.statusMatrix({ fs, dir });
    expect(status.filter(([, ...states]) => `${states}` !== '1,1,1')).toEqual(
      [],
    );
    expect(status).toHaveLength(401);
  });

  it('says so when the folder is a file', () => {
    rmSync(root, { recursive: true });
    writeFileSync(root, '');
    const from = workspace({ 'a.txt': 'a\n' });
    const { stderr } = publish({ from, mode: 'create', before: '' });
    expect(stderr).toContain('it is no folder');
  });
});
