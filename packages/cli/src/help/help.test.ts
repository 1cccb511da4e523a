import { folderOf, removeFolders } from '../testing/temporaryFolder.fixture';
import { runIn, runOn } from '../testing/terminal.fixture';

afterAll(removeFolders);

const COMMANDS = [
  'score',
  'advise',
  'checks',
  'explain',
  'slo',
  'slo rules',
  'slo tests',
  'slo dashboard',
  'annotate',
  'fix',
  'lint',
  'upgrade',
];

const help = async (command: string) =>
  (await runIn('/', ...command.split(' '), '--help')).out;

describe('maturity --help', () => {
  it('names every command by what it is for', async () => {
    const { code, out, messages } = await runIn('/', '--help');
    expect([code, messages]).toEqual([0, []]);
    const groups = out.match(/^(?:See where|Put things).*:$/gm);
    expect(groups).toEqual(['See where things stand:', 'Put things right:']);
    for (const command of COMMANDS.filter(name => !name.includes(' '))) {
      expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    }
    expect(out).toContain('Exit codes: 0 fine, 1 below a required level');
  });

  it('goes to standard error when no command was given', async () => {
    const { code, out, messages } = await runIn('/');
    expect([code, out]).toEqual([2, '']);
    expect(messages.join('\n')).toContain('Usage: maturity <command>');
  });

  it('fits the screen', async () => {
    const { out } = await runOn({ columns: 70 }, '/', 'score', '--help');
    const [options] = out.split('\nExamples:');
    expect(options.split('\n').filter(line => line.length > 70)).toEqual([]);
  });

  it('says the version', async () => {
    const { code, out } = await runIn('/', '--version');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    ]);
  });

  it.each(COMMANDS)(
    'shows %s with examples of options that it has',
    async command => {
      const text = await help(command);
      const [options, examples = ''] = text.split('\nExamples:\n');
      expect(text).not.toMatch(/default: (?:false|\[\])/);
      const lines = examples
        .split('\n')
        .filter(line => line.includes(`maturity ${command}`));
      expect(lines).not.toEqual([]);
      const used = lines.join(' ').match(/(?<= )--[a-z-]+/g) ?? [];
      expect(used.filter(name => !options.includes(`${name} `))).toEqual([]);
    },
  );
});

describe('a word that is not known', () => {
  const cwd = () => folderOf({ 'a.yaml': '' });

  it.each([
    [['scor'], 'Did you mean score?'],
    [['score', '--requir', 'devops=1'], 'Did you mean --require?'],
    [['score', '--format', 'xml'], 'Allowed choices are text, json, markdown'],
    [['score', '--require', 'devop=1'], 'Did you mean devops?'],
    [['fix', '--check', 'runbook-linkd'], 'Did you mean runbook-linked?'],
    [['explain', 'slo-defind'], 'Did you mean slo-defined, '],
    [['slo', 'rulez', 'slo.yaml'], 'Did you mean rules?'],
    [
      ['slo', 'availability=99/30d,', 'errors=99/30d'],
      'Put the list in quotes.',
    ],
  ])('%j: %s', async (args, message) => {
    const { code, out, messages } = await runIn(cwd(), ...args);
    expect([code, out]).toEqual([2, '']);
    expect(messages.join('\n')).toContain(message);
  });

  it('of an entity gets the nearest', async () => {
    const folder = folderOf({
      'a.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: payments}\nspec: {type: service, lifecycle: production, owner: a}\n',
    });
    const ask = (name: string) => runIn(folder, 'score', '--entity', name);
    expect((await ask('paymnets')).messages).toEqual([
      '--entity "paymnets": "component:default/paymnets" is not defined in the files that were read. Did you mean payments?',
    ]);
    expect((await ask('other')).messages).toEqual([
      '--entity "other": "component:default/other" is not defined in the files that were read.',
    ]);
  });
});
