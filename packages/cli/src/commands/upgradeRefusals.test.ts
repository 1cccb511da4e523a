import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  commitAll,
  contentsOf,
  put,
  templateFiles,
} from '../testing/goldenPath.fixture';
import { folderOf, removeFolders } from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';
import {
  made,
  NEXT,
  serviceWith,
  texts,
} from '../testing/upgradedService.fixture';

afterAll(removeFolders);

const NEXT_FOLDER = folderOf(NEXT);

describe('maturity upgrade refuses', () => {
  it('refuses a service with changes that are not committed', async () => {
    const dir = await serviceWith();
    const templates = folderOf(NEXT);
    put(dir, { 'run.sh': 'mine\n', 'unknown.txt': '' });
    const refused = await runIn(dir, 'upgrade', '--templates', templates);
    expect(refused).toEqual({
      code: 2,
      out: '',
      messages: [
        'These files of "." have changes that are not committed: run.sh. Commit them first, or use --force.',
      ],
    });
    const forced = await runIn(
      dir,
      'upgrade',
      '--templates',
      templates,
      '--force',
    );
    expect(forced.code).toBe(0);
    expect(contentsOf(dir)).toMatchObject({
      'run.sh': 'mine\n',
      'unknown.txt': '',
    });
  });

  it('refuses a service that no git repository keeps', async () => {
    const dir = folderOf(texts(await made(folderOf(templateFiles('1.0.0')))));
    const { code, messages } = await runIn(
      dir,
      'upgrade',
      '--templates',
      folderOf(NEXT),
    );
    expect({ code, messages }).toEqual({
      code: 2,
      messages: [
        '"." lies in no git repository, so that nothing could be taken back; expected one, or --force.',
      ],
    });
  });

  const asks = {
    parameters: ', region',
    properties: '        region: { type: string }\n',
  };
  it.each<[string, Record<string, string>, string]>([
    ['an older template', templateFiles('0.9.0'), 'holds version 0.9.0'],
    ['a template without a version', templateFiles(''), 'declares no version'],
    [
      'other templates',
      { 'a.yaml': 'kind: Template\nmetadata: {name: other}\n' },
      'but other; expected',
    ],
    ['no templates', { 'a.txt': '' }, 'but no template at all; expected'],
    [
      'a template that asks for more',
      templateFiles('2.0.0', asks),
      'asks for region, which nobody has answered yet',
    ],
    [
      'a step that only the scaffolder can run',
      templateFiles('2.0.0', {
        steps: '    - id: odd\n      action: fs:delete\n      input: {}\n',
      }),
      'uses the action "fs:delete", which no upgrade can repeat',
    ],
    [
      'a step that uses what is forgotten',
      templateFiles('2.0.0', {
        steps:
          "    - id: odd\n      action: fetch:template\n      input: { url: ./x, values: { by: '${{ user.ref }}' } }\n",
      }),
      'uses "user", which only the scaffolder knows',
    ],
    [
      'a layer outside of the templates',
      templateFiles('2.0.0', {
        steps:
          '    - id: odd\n      action: fetch:template\n      input: { url: ../x, templateFileExtension: .njk }\n',
      }),
      'The layer "../x" lies outside',
    ],
    [
      'a layer that goes out of the service',
      templateFiles('2.0.0', {
        steps:
          '    - id: odd\n      action: fetch:template\n      input: { url: ./skeletons/tiny, targetPath: ../x, templateFileExtension: .njk }\n',
      }),
      'names the file "../x/',
    ],
    [
      'a file that cannot be rendered',
      templateFiles('2.0.0', { layer: { 'README.md.njk': '${{ values. }}' } }),
      'cannot render "README.md.njk"',
    ],
  ])('refuses %s and writes nothing', async (_, templates, words) => {
    const dir = await serviceWith();
    const before = contentsOf(dir);
    const { code, out, messages } = await runIn(
      dir,
      'upgrade',
      '--templates',
      folderOf(templates),
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages.join('\n')).toContain(words);
    expect(contentsOf(dir)).toEqual(before);
  });

  it('answers what is asked for anew', async () => {
    const { code } = await runIn(
      await serviceWith(),
      'upgrade',
      '--templates',
      folderOf(templateFiles('2.0.0', asks)),
      '--set',
      'region=eu',
    );
    expect(code).toBe(0);
  });

  it('follows no link', async () => {
    const outside = folderOf({ 'README.md': 'secret\n', 'new.md': 'mine\n' });
    const templates = folderOf(NEXT);
    const linked = await serviceWith({ 'README.md': undefined });
    symlinkSync(join(outside, 'README.md'), join(linked, 'README.md'));
    const inside = await serviceWith();
    symlinkSync(outside, join(inside, 'docs'));
    for (const [dir, what] of [
      [linked, 'README.md'],
      [inside, 'docs'],
    ]) {
      const { code, messages } = await runIn(
        dir,
        'upgrade',
        '--templates',
        templates,
        '--force',
      );
      expect(code).toBe(2);
      expect(messages[0]).toContain(
        `"${what}" of the service is a symbolic link`,
      );
    }
    expect(contentsOf(outside)).toEqual({
      'README.md': 'secret\n',
      'new.md': 'mine\n',
    });
    symlinkSync(outside, join(templates, 'skeletons/tiny/linked'));
    const { messages } = await runIn(
      await serviceWith(),
      'upgrade',
      '--templates',
      templates,
    );
    expect(messages[0]).toContain(
      'of the templates is neither a file nor a folder',
    );
  });

  it.each([
    ['no templates', [], "required option '--templates <dir>'"],
    [
      'an answer that nobody asked for',
      ['--templates', NEXT_FOLDER, '--set', 'colour=red'],
      '"tiny-service" asks for no "colour"; expected one of name, tier, owner.',
    ],
    [
      'an answer that is no option',
      ['--templates', NEXT_FOLDER, '--set', 'tier=9'],
      'The answer "tier" is "9"; "tiny-service" expects one of "1", "2", "3", "4".',
    ],
    [
      'an answer of another form',
      ['--templates', NEXT_FOLDER, '--set', 'owner=A B'],
      'The answer "owner" is "A B"; "tiny-service" expects a text of the form ^[a-z:/]+$.',
    ],
    [
      'a wrong answer',
      ['--templates', '.', '--set', 'x'],
      '--set "x" is no answer',
    ],
    [
      'templates that are not there',
      ['--templates', 'none'],
      'expected the folder of the templates',
    ],
  ])('refuses %s', async (_, options, words) => {
    const { code, messages } = await runIn(
      await serviceWith(),
      'upgrade',
      ...options,
    );
    expect(code).toBe(2);
    expect(messages.join('\n')).toContain(words);
  });

  it('refuses a folder that no golden path made', async () => {
    const dir = folderOf({ 'a.txt': '' });
    await commitAll(dir);
    const { code, messages } = await runIn(
      dir,
      'upgrade',
      '--templates',
      folderOf(NEXT),
    );
    expect(code).toBe(2);
    expect(messages).toEqual([
      `There is no file ".golden-path.yaml" in "${dir}"; expected a service that a golden path made.`,
    ]);
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe('');
  });
});
