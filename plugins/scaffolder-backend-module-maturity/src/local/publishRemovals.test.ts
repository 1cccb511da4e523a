import fs, { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import fsPromises from 'node:fs/promises';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import git from 'isomorphic-git';
import { LocalPublisher } from './LocalPublisher';

const FILES = {
  'catalog-info.yaml': 'kind: Component\n',
  docs: { old: { 'a.md': 'old\n', 'b.md': 'old\n' }, 'c.md': 'stays\n' },
};

describe('An update that removes files', () => {
  const workspace = createMockDirectory();
  const place = createMockDirectory();
  let dir: string;
  let step = 0;

  async function publish(update: boolean, remove: string[] = []) {
    step += 1;
    return new LocalPublisher(place.path).publish({
      from: workspace.path,
      name: 'checkout',
      message: 'Change',
      author: { name: 'Ada', email: 'ada@acme.test' },
      work: { task: 'task', step: `${step}` },
      update,
      remove,
    });
  }

  beforeEach(async () => {
    place.clear();
    workspace.setContent(FILES);
    dir = path.join(place.path, 'checkout');
    await publish(false);
    workspace.setContent({ 'catalog-info.yaml': 'kind: API\n' });
  });

  afterEach(() => jest.restoreAllMocks());

  const tracked = () => git.listFiles({ fs, dir, ref: 'main' });

  it('removes them from the folder and from the history, with folders that are empty then', async () => {
    await publish(true, ['docs/old/a.md', 'docs/old/b.md', 'docs/none.md']);

    expect(existsSync(path.join(dir, 'docs', 'old'))).toBe(false);
    expect(await tracked()).toEqual(['catalog-info.yaml', 'docs/c.md']);
    const status = await git.statusMatrix({ fs, dir });
    expect(status.every(([, ...states]) => `${states}` === '1,1,1')).toBe(true);
  });

  it('leaves everything as it was when a later move fails', async () => {
    const { rename } = fsPromises;
    jest
      .spyOn(fsPromises, 'rename')
      .mockImplementation(async (from, to) =>
        `${to}`.includes(`${path.sep}.git${path.sep}refs`)
          ? Promise.reject(new Error('no'))
          : rename(from, to),
      );
    await expect(publish(true, ['docs/old/a.md'])).rejects.toThrow('no');

    expect(readFileSync(path.join(dir, 'docs/old/a.md'), 'utf8')).toBe('old\n');
    expect(readFileSync(path.join(dir, 'catalog-info.yaml'), 'utf8')).toBe(
      'kind: Component\n',
    );
    expect(await tracked()).toHaveLength(4);
  });

  it('refuses a folder and a link at the place of a file', async () => {
    await expect(publish(true, ['docs/old'])).rejects.toThrow(
      '"docs/old" of the service is a folder; expected a file',
    );
    mkdirSync(path.join(place.path, 'other'));
    symlinkSync(path.join(place.path, 'other'), path.join(dir, 'link'));
    await expect(publish(true, ['link/secret'])).rejects.toThrow(
      '"link" of the service is a symbolic link',
    );
    expect(existsSync(path.join(dir, 'docs/old/a.md'))).toBe(true);
  });
});
