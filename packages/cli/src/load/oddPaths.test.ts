import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  component,
  folderOf,
  removeFolders,
} from '../testing/temporaryFolder.fixture';
import { load, location } from '../testing/loadFiles.fixture';
import { runIn } from '../testing/terminal.fixture';
import { lookAt } from './lookAt';

afterAll(removeFolders);

const LOOP = 'is a link that leads back to itself';

function folderWithLoop(name = 'loop.yaml'): string {
  const cwd = folderOf({ 'good.yaml': component('good') });
  symlinkSync(name, join(cwd, name));
  return cwd;
}

describe('lookAt', () => {
  it.each([
    ['missing.yaml', 'does not exist', true],
    ['good.yaml/below.yaml', 'does not exist', true],
    ['loop.yaml', LOOP, false],
    ['x'.repeat(300), 'has a name that is too long for a file', false],
    ['a\0b.yaml', 'has a character that no name of a file may have', false],
  ])('says why %j leads nowhere', (name, why, isMissing) => {
    expect(lookAt(`${folderWithLoop()}/${name}`)).toEqual({ why, isMissing });
  });
});

describe('a link to itself', () => {
  it('is told, and the rest is scored', async () => {
    const { code, out, messages } = await runIn(folderWithLoop(), 'score', '.');
    expect(out).toContain('component:default/good');
    expect(messages).toEqual([`loop.yaml: The file ${LOOP}.`]);
    expect(code).toBe(0);
  });

  it('makes the exit code 2 where it is called catalog-info or was named', async () => {
    const called = await runIn(folderWithLoop('catalog-info.yaml'), 'score');
    expect(called.out).toContain('component:default/good');
    expect(called.code).toBe(2);
    const named = await runIn(
      folderWithLoop(),
      'score',
      'loop.yaml',
      'good.yaml',
    );
    expect(named.out).toContain('component:default/good');
    expect(named.code).toBe(2);
  });

  it.each(['lint', 'advise', 'fix'])('does not end %s', async command => {
    const { out, messages } = await runIn(folderWithLoop(), command, '.');
    expect(messages).toContain(`loop.yaml: The file ${LOOP}.`);
    expect(out + messages.join('\n')).toMatch(
      /1 file, nothing wrong|Advice|No change|DevOps/,
    );
  });
});

describe('odd targets of a Location', () => {
  it.each([
    ['./loop.yaml', LOOP],
    [`./${'x'.repeat(300)}`, 'has a name that is too long for a file'],
    ['./a\0b.yaml', 'has a character that no name of a file may have'],
  ])('are told at their line (%#)', async (target, why) => {
    const cwd = folderOf({
      'good.yaml': component('good'),
      'places.yaml': location('l', target),
    });
    symlinkSync('loop.yaml', join(cwd, 'loop.yaml'));
    const { code, out, messages } = await runIn(
      cwd,
      'score',
      'good.yaml',
      'places.yaml',
    );
    expect(out).toContain('component:default/good');
    expect(messages).toEqual([
      expect.stringMatching(
        new RegExp(
          `^places\\.yaml:6: spec\\.targets\\.0: The Location target ".*" ${why}; a catalog file was expected\\.$`,
        ),
      ),
    ]);
    expect(code).toBe(2);
  });
});

describe('patterns of a Location', () => {
  it('are not searched for outside of the git work tree', async () => {
    const { problems } = await load({
      '.git/HEAD': '',
      'l.yaml': location('l', '/**/zzz*.yaml', '../**/a.yaml'),
    });
    expect(problems).toEqual([
      expect.stringContaining('"/**/zzz*.yaml" leaves the git work tree "."'),
      expect.stringContaining('"../**/a.yaml" leaves the git work tree "."'),
    ]);
  });

  it('search folders below no folder but the named one where there is no work tree', async () => {
    const { problems } = await load({
      'l.yaml': location('l', '/**/zzz*.yaml'),
    });
    expect(problems).toEqual([
      expect.stringContaining('"/**/zzz*.yaml" leaves the folder "."'),
    ]);
  });

  it('search below the folder of their Location, wherever that is', async () => {
    const { refs, problems } = await load(
      {
        'named/l.yaml': location('l', '../other/m.yaml'),
        'other/m.yaml': location('m', './**/a.yaml'),
        'other/deep/a.yaml': component('a'),
      },
      { paths: ['named'] },
    );
    expect(refs).toContain('component:default/a');
    expect(problems).toEqual([]);
  });

  it('are told once, however many files outside they mean', async () => {
    const cwd = folderOf({
      'tree/.git/HEAD': '',
      'tree/l.yaml': location('l', '../*.yaml'),
      'a.yaml': component('a'),
      'b.yaml': component('b'),
    });
    const { code, messages } = await runIn(cwd, 'score', 'tree/l.yaml');
    expect(messages.filter(each => each.includes('leaves'))).toEqual([
      expect.stringContaining('"../*.yaml" leaves the git work tree "tree"'),
    ]);
    expect(code).toBe(2);
  });
});

describe('a .gitignore that cannot be read', () => {
  it('is noted, and nothing is left out because of it', async () => {
    const cwd = folderOf({
      'good.yaml': component('good'),
      '.gitignore/keep': '',
    });
    for (const command of ['score', 'lint']) {
      const { code, messages } = await runIn(cwd, command, '.');
      expect(messages).toContain(
        '.gitignore: The file is a folder; a file was expected, so nothing was left out because of it.',
      );
      expect(code).toBe(0);
    }
  });
});
