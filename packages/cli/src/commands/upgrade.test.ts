import { chmodSync, readdirSync, statSync } from 'node:fs';
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
  README,
  serviceWith,
  texts,
} from '../testing/upgradedService.fixture';

afterAll(removeFolders);

describe('maturity upgrade', () => {
  it('makes of a service that nobody changed what the template makes now, and then nothing more', async () => {
    const templates = folderOf(NEXT);
    const dir = await serviceWith();
    const outcome = await runIn(dir, 'upgrade', '--templates', templates);
    expect(outcome).toEqual({
      code: 0,
      out: [
        '".golden-path.yaml" is updated.\n',
        '"README.md" is updated.\n',
        '"docs/new.md" is new.\n',
      ].join(''),
      messages: [
        'From version 1.0.0 to 2.0.0 of "tiny-service": 3 files, 0 with a conflict.',
      ],
    });
    expect(contentsOf(dir)).toEqual(texts(await made(templates)));
    await commitAll(dir);
    expect(await runIn(dir, 'upgrade', '--templates', templates)).toEqual({
      code: 0,
      out: '',
      messages: ['Up to date with version 2.0.0 of "tiny-service".'],
    });
  });

  it('keeps what people changed, and merges what both changed in different places', async () => {
    const dir = await serviceWith({
      'README.md': '# Checkout!\n\nMade by version 1.\n\nThe end.\n',
      'src/own.ts': 'mine\n',
      'run.sh': undefined,
    });
    const { code } = await runIn(dir, 'upgrade', '--templates', folderOf(NEXT));
    expect(code).toBe(0);
    expect(contentsOf(dir)).toMatchObject({
      'README.md': '# Checkout!\n\nMade by version 2.\n\nThe end.\n',
      'src/own.ts': 'mine\n',
    });
    expect(contentsOf(dir)).not.toHaveProperty(['run.sh']);
  });

  it('marks conflicts and ends with 1', async () => {
    const dir = await serviceWith({
      'README.md': '# checkout\n\nOurs.\n\nThe end.\n',
    });
    const templates = folderOf(NEXT);
    const outcome = await runIn(dir, 'upgrade', '--templates', templates);
    expect(outcome.code).toBe(1);
    expect(outcome.out).toContain(
      '"README.md" has a conflict in one place: both versions stand there, between marks.\n',
    );
    expect(outcome.messages).toEqual([
      'From version 1.0.0 to 2.0.0 of "tiny-service": 3 files, 1 with a conflict. Decide what stands between the marks "<<<<<<<" and ">>>>>>>", and commit.',
    ]);
    expect(contentsOf(dir)['README.md']).toBe(
      '# checkout\n\n<<<<<<< this service\nOurs.\n=======\nMade by version 2.\n>>>>>>> tiny-service 2.0.0\n\nThe end.\n',
    );
    // Nothing is merged on top of a conflict, and the same upgrade does nothing more.
    const before = contentsOf(dir);
    const again = await runIn(
      dir,
      'upgrade',
      '--templates',
      templates,
      '--force',
    );
    expect(again.messages).toEqual([
      'Up to date with version 2.0.0 of "tiny-service".',
    ]);
    const third = folderOf(
      templateFiles('3.0.0', {
        layer: { 'README.md.njk': README.replace('2', '3') },
      }),
    );
    const refused = await runIn(
      dir,
      'upgrade',
      '--templates',
      third,
      '--force',
    );
    expect(refused.code).toBe(2);
    expect(refused.messages[0]).toContain('"README.md" still holds a conflict');
    expect(contentsOf(dir)).toEqual(before);
  });

  it('says what it left out, kept and removed', async () => {
    const old = folderOf(
      templateFiles('1.0.0', {
        layer: { 'a/old.txt': 'old\n', 'b/old.txt': 'old\n' },
      }),
    );
    const dir = await serviceWith(
      { 'b/old.txt': 'changed\n', 'README.md': undefined },
      old,
    );
    const { code, out } = await runIn(
      dir,
      'upgrade',
      '--templates',
      folderOf(NEXT),
    );
    expect(code).toBe(0);
    expect(out).toBe(
      [
        '".golden-path.yaml" is updated.\n',
        '"README.md" stays away, because this service removed it; the golden path has changed it.\n',
        '"a/old.txt" is removed.\n',
        '"b/old.txt" stays, because this service changed it; the golden path has it no more.\n',
        '"docs/new.md" is new.\n',
      ].join(''),
    );
    expect(readdirSync(dir).sort()).toEqual([
      '.git',
      '.golden-path.yaml',
      'b',
      'config.json',
      'docs',
      'run.sh',
    ]);
  });

  it('shows the diff and writes nothing in a dry run, with the same exit code', async () => {
    const dir = await serviceWith({
      'README.md': '# checkout\n\nOurs.\n\nThe end.\n',
    });
    put(dir, { 'README.md': '# checkout\n\nOurs, too.\n\nThe end.\n' });
    const before = contentsOf(dir);
    const { code, out, messages } = await runIn(
      dir,
      'upgrade',
      '--templates',
      folderOf(NEXT),
      '--dry-run',
    );
    expect(code).toBe(1);
    expect(out).toContain('--- a/README.md\n+++ b/README.md\n');
    expect(out).toContain('+Made by version 2.\n');
    expect(messages[0]).toContain('Nothing was written.');
    expect(contentsOf(dir)).toEqual(before);
  });

  it('tells programs', async () => {
    const { out } = await runIn(
      await serviceWith(),
      'upgrade',
      '--templates',
      folderOf(NEXT),
      '--dry-run',
      '--format',
      'json',
    );
    expect(JSON.parse(out)).toEqual({
      template: 'tiny-service',
      from: '1.0.0',
      to: '2.0.0',
      files: [
        { path: '.golden-path.yaml', change: 'updated' },
        { path: 'README.md', change: 'updated' },
        { path: 'docs/new.md', change: 'added' },
      ],
    });
  });

  it('takes a new answer, from the file or from an option', async () => {
    const templates = folderOf(templateFiles('1.0.0'));
    const dir = await serviceWith({}, templates);
    const origin = contentsOf(dir)['.golden-path.yaml'];
    put(dir, {
      '.golden-path.yaml': origin.replace('tier: "2"', 'tier: "1"'),
    });
    await commitAll(dir);
    const { messages } = await runIn(dir, 'upgrade', '--templates', templates);
    expect(messages).toEqual([
      'Version 1.0.0 of "tiny-service": 2 files, 0 with a conflict.',
    ]);
    expect(contentsOf(dir)['config.json']).toBe('{\n  "tier": "1"\n}\n');
    await commitAll(dir);
    await runIn(dir, 'upgrade', '--templates', templates, '--set', 'tier=4');
    expect(contentsOf(dir)['config.json']).toBe('{\n  "tier": "4"\n}\n');
    expect(contentsOf(dir)['.golden-path.yaml']).toContain('tier: "4"\n');
  });

  it('merges a second time with what the history of the templates holds', async () => {
    const templates = folderOf(templateFiles('1.0.0'));
    await commitAll(templates);
    const dir = await serviceWith(
      { 'README.md': '# Checkout!\n\nMade by version 1.\n\nThe end.\n' },
      templates,
    );
    for (const version of ['2', '3']) {
      put(
        templates,
        templateFiles(`${version}.0.0`, {
          layer: { 'README.md.njk': README.replace('2', version) },
        }),
      );
      await commitAll(templates);
      const { code } = await runIn(dir, 'upgrade', '--templates', templates);
      expect(code).toBe(0);
      await commitAll(dir);
      expect(contentsOf(dir)['README.md']).toBe(
        `# Checkout!\n\nMade by version ${version}.\n\nThe end.\n`,
      );
    }
  });

  it('takes the older templates from a folder or a tag, and marks all where there are none', async () => {
    const second = folderOf(NEXT);
    const tag = await commitAll(second);
    const dir = await serviceWith({
      'README.md': '# Checkout!\n\nMade by version 1.\n\nThe end.\n',
    });
    await runIn(dir, 'upgrade', '--templates', second);
    await commitAll(dir);
    const third = templateFiles('3.0.0', {
      layer: {
        'README.md.njk': README.replace('2', '3'),
        'docs/new.md': 'New.\n',
      },
    });
    const dry = (templates: string, ...more: string[]) =>
      runIn(dir, 'upgrade', '--dry-run', '--templates', templates, ...more);
    const alone = await dry(folderOf(third));
    expect(alone.code).toBe(1);
    expect(alone.out).toContain(
      '"README.md" has a conflict: both versions stand there, between marks, because the version that both began with was not found.\n',
    );
    expect((await dry(folderOf(third), '--from', second)).code).toBe(0);
    put(second, third);
    await commitAll(second);
    expect((await dry(second, '--from', tag.slice(0, 12))).code).toBe(0);
    expect((await dry(second, '--from', 'nowhere')).messages[0]).toContain(
      '"nowhere" is neither a folder nor a tag',
    );
    expect(
      (await dry(second, '--from', folderOf(templateFiles('1.0.0'))))
        .messages[0],
    ).toContain('The service was made by version 2.0.0');
  });

  it('upgrades a service that is older than the record of files, when its templates are found', async () => {
    const first = folderOf(templateFiles('1.0.0'));
    const dir = await serviceWith({}, first);
    const [origin] = contentsOf(dir)['.golden-path.yaml'].split('# The files');
    put(dir, {
      '.golden-path.yaml': origin,
      'README.md': '# Checkout!\n\nMade by version 1.\n\nThe end.\n',
    });
    await commitAll(dir);
    const next = folderOf(NEXT);
    const refused = await runIn(dir, 'upgrade', '--templates', next);
    expect(refused.code).toBe(2);
    expect(refused.messages[0]).toContain(
      'expected --from with a folder, a tag or a commit that holds it.',
    );
    const { code } = await runIn(
      dir,
      'upgrade',
      '--templates',
      next,
      '--from',
      first,
    );
    expect(code).toBe(0);
    expect(contentsOf(dir)['README.md']).toBe(
      '# Checkout!\n\nMade by version 2.\n\nThe end.\n',
    );
  });

  it('keeps permissions', async () => {
    const dir = await serviceWith();
    chmodSync(join(dir, 'README.md'), 0o750);
    await runIn(dir, 'upgrade', '--templates', folderOf(NEXT), '--force');
    expect(statSync(join(dir, 'README.md')).mode % 0o1000).toBe(0o751);
  });

  it('puts a new version that has no lines beside the one that was changed', async () => {
    const old = folderOf(
      templateFiles('1.0.0', { layer: { 'logo.png': 'one\0' } }),
    );
    const next = folderOf(
      templateFiles('2.0.0', { layer: { 'logo.png': 'two\0' } }),
    );
    const dir = await serviceWith({ 'logo.png': 'mine\0' }, old);
    const { code, out } = await runIn(dir, 'upgrade', '--templates', next);
    expect(code).toBe(1);
    expect(out).toContain(
      '"logo.png" has a conflict: the new version stands beside it, in "logo.png.new".\n',
    );
    expect(contentsOf(dir)).toMatchObject({
      'logo.png': 'mine\0',
      'logo.png.new': 'two\0',
    });
  });
});
