import {
  component,
  folderOf,
  removeFolders,
} from '../testing/temporaryFolder.fixture';
import { like } from '../testing/loadFiles.fixture';
import { runIn, runOn } from '../testing/terminal.fixture';

afterAll(removeFolders);

describe('what maturity annotate refuses to take for an annotation', () => {
  it.each([
    [
      ['--set', 'owner=team'],
      '"owner" is no annotation; the field is "spec.owner".',
    ],
    [
      ['--remove', 'lifecycle'],
      '"lifecycle" is no annotation; the field is "spec.lifecycle".',
    ],
    [
      ['--set', 'metadata.name=x'],
      '"metadata.name" is no field that can be changed here; expected a field below "spec", "metadata.title", "metadata.description", or the key of an annotation.',
    ],
    [['--set', 'kind=API'], /^"kind" is no field that can be changed here/],
    [['--set', 'spec.=x'], /^"spec\." is no field that can be changed here/],
    [
      ['--set', 'maturity/tier=1', '--remove', 'maturity/tier'],
      '"maturity/tier" is named twice by --set and --remove; expected each key once.',
    ],
  ])('%j', async (args, message) => {
    const folder = folderOf({ 'a.yaml': component('a') });
    const { code, out, messages } = await runIn(
      folder,
      'annotate',
      'a.yaml',
      '--entity',
      'a',
      ...args,
    );
    expect([code, out]).toEqual([2, '']);
    expect(messages).toEqual([like(message)]);
  });

  it('takes a key whose prefix only looks like a field', async () => {
    const folder = folderOf({
      'a.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\n',
    });
    const { code, out } = await runIn(
      folder,
      'annotate',
      'a.yaml',
      '--entity',
      'a',
      '--set',
      'spec.acme.test/x=y',
      '--dry-run',
    );
    expect(code).toBe(0);
    expect(out).toContain('+    spec.acme.test/x: ');
  });
});

describe('a difference on a screen', () => {
  const evil =
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a # \u001b[2J\u009b\n  annotations:\n    maturity/tier: Tier 2\nspec: {type: service, lifecycle: production, owner: team}\n';
  const commands = [
    [
      'annotate',
      'a.yaml',
      '--entity',
      'a',
      '--set',
      'maturity/tier=3',
      '--dry-run',
    ],
    ['fix', 'a.yaml', '--dry-run'],
  ];

  it.each(commands)(
    'shows what drives a terminal as question marks: %s',
    async (...args) => {
      const { out } = await runOn(
        { columns: 80 },
        folderOf({ 'a.yaml': evil }),
        ...args,
      );
      expect(out).toContain('   name: a # ?[2J?\n');
      expect(out).not.toMatch(/[^\n\P{Cc}]/u);
    },
  );

  it.each(commands)('is as it is for programs: %s', async (...args) => {
    const { out } = await runIn(folderOf({ 'a.yaml': evil }), ...args);
    expect(out).toContain('   name: a # \u001b[2J\u009b\n');
  });
});

describe('a file name in a command to copy', () => {
  it('is one word of a shell', async () => {
    const name = "-it's $(id).yaml";
    const folder = folderOf({ [name]: component('a') });
    const { messages } = await runIn(
      folder,
      'fix',
      '.',
      '--dry-run',
      '--check',
      'runbook-linked',
    );
    expect(messages[0]).toContain(
      "maturity annotate './-it'\\''s $(id).yaml' --entity component:default/a --set maturity/runbook=./docs/runbook.md",
    );
  });
});
