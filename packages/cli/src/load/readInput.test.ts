import fs from 'node:fs';
import { join } from 'node:path';
import {
  component,
  folderOf,
  removeFolders,
} from '../testing/temporaryFolder.fixture';
import { loadCatalog } from './loadCatalog';
import { readInput, readNamedText } from './readInput';

afterAll(removeFolders);
afterEach(() => jest.restoreAllMocks());

describe('readInput', () => {
  it('reads a file', () => {
    const folder = folderOf({ 'a.yaml': 'a: 1' });
    expect(String(readInput(join(folder, 'a.yaml'), 4))).toBe('a: 1');
  });

  it('reads no more than the limit, also of what says that it is empty', () => {
    const folder = folderOf({ 'a.yaml': 'a: 12' });
    expect(() => readInput(join(folder, 'a.yaml'), 4)).toThrow(
      /^has 5 bytes; at most 4 are read$/,
    );
    expect(() => readInput('/dev/zero', 1_000_000)).toThrow(
      /^has more than 1000000 bytes; at most 1000000 are read$/,
    );
  });

  it.each([
    ['none.yaml', 'does not exist'],
    ['a.yaml/b.yaml', 'does not exist'],
    ['.', 'is a folder; a file was expected'],
  ])('says of %j that it %s', (named, why) => {
    const cwd = folderOf({ 'a.yaml': '' });
    expect(() =>
      readNamedText(named, { what: 'SLO file', cwd, limit: 10 }),
    ).toThrow(`The SLO file "${named}" ${why}.`);
  });
});

describe('a folder that may not be listed', () => {
  it('is told, and the rest is read', async () => {
    const cwd = folderOf({ 'a.yaml': component('a'), 'shut/b.yaml': '' });
    const list = fs.readdirSync;
    jest.spyOn(fs, 'readdirSync').mockImplementation(((
      path: string,
      options: { withFileTypes: true },
    ) => {
      if (path.endsWith('shut')) {
        throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      }
      return list(path, options);
    }) as typeof fs.readdirSync);
    const read = (paths: string[]) => loadCatalog({ paths, context: [], cwd });
    const { entities, problems } = await read(['.']);
    expect(entities.map(({ ref }) => ref)).toEqual(['component:default/a']);
    expect(problems).toMatchObject([{ file: 'shut', fatal: false }]);
    const named = await read(['shut', 'a.yaml']);
    expect(named.entities).toHaveLength(1);
    expect(named.problems).toMatchObject([{ file: 'shut', fatal: true }]);
  });
});
