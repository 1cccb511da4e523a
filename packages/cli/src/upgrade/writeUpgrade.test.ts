import fs from 'node:fs';
import { join } from 'node:path';
import { contentsOf, put } from '../testing/goldenPath.fixture';
import { folderOf, removeFolders } from '../testing/temporaryFolder.fixture';
import type { Change } from './decide';
import type { FileContent } from './files';
import type { UpgradePlan } from './planUpgrade';
import { standingAt } from './serviceFolder';
import { writeUpgrade } from './writeUpgrade';

afterAll(removeFolders);
afterEach(() => jest.restoreAllMocks());

const BEFORE = {
  '.golden-path.yaml': 'old',
  'a.txt': 'old',
  'gone/old.txt': 'old',
  'run.sh': 'old',
};

function file(text: string): FileContent {
  return { bytes: Buffer.from(text), executable: false };
}

function planIn(service: string): UpgradePlan {
  const changes: Change[] = [
    { kind: 'updated', path: '.golden-path.yaml', content: file('new') },
    { kind: 'merged', path: 'a.txt', content: file('new') },
    { kind: 'removed', path: 'gone/old.txt' },
    { kind: 'added', path: 'new/b.txt', content: file('new') },
    {
      kind: 'updated',
      path: 'run.sh',
      content: { ...file('new'), executable: true },
    },
    { kind: 'left-out', path: 'other.txt' },
  ];
  const before = new Map(
    changes.map(({ path }) => [path, standingAt(service, path)]),
  );
  return {
    service,
    template: 't',
    from: '1.0.0',
    to: '2.0.0',
    changes,
    before,
  };
}

describe('writeUpgrade', () => {
  it('writes and removes, and leaves nothing else', () => {
    const service = folderOf(BEFORE);
    fs.chmodSync(join(service, 'a.txt'), 0o640);
    writeUpgrade(planIn(service));
    expect(contentsOf(service)).toEqual({
      '.golden-path.yaml': 'new',
      'a.txt': 'new',
      'new/b.txt': 'new',
      'run.sh': 'new',
    });
    expect(fs.existsSync(join(service, 'gone'))).toBe(false);
    const modeOf = (path: string) =>
      fs.statSync(join(service, path)).mode % 0o1000;
    expect([modeOf('a.txt'), modeOf('run.sh')]).toEqual([0o640, 0o755]);
  });

  it.each([
    ['copyFileSync', 1],
    ['copyFileSync', 3],
    ['fsyncSync', 1],
    ['fsyncSync', 4],
    ['rmSync', 1],
    ['renameSync', 1],
    ['renameSync', 3],
    ['renameSync', 4],
  ] as const)(
    'leaves everything as it was when %s fails at call %i',
    (operation, bad) => {
      const service = folderOf(BEFORE);
      const plan = planIn(service);
      const real = fs[operation];
      let calls = 0;
      jest.spyOn(fs, operation).mockImplementation((...args: unknown[]) => {
        calls += 1;
        if (calls === bad) throw new Error('ENOSPC: no space left');
        return Reflect.apply(real, fs, args);
      });
      expect(() => writeUpgrade(plan)).toThrow(
        'The upgrade could not be written, and everything is as it was: ENOSPC',
      );
      expect(contentsOf(service)).toEqual(BEFORE);
      expect(fs.existsSync(join(service, 'new'))).toBe(false);
    },
  );

  it('writes nothing when a file changed since it was read', () => {
    const service = folderOf(BEFORE);
    const plan = planIn(service);
    put(service, { 'run.sh': 'changed' });
    expect(() => writeUpgrade(plan)).toThrow(
      '"run.sh" has changed since it was read; nothing was written.',
    );
    expect(contentsOf(service)).toEqual({ ...BEFORE, 'run.sh': 'changed' });
  });
});
