import { SHOP } from '../testing/scoreOutput.fixture';
import {
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

const cwd = () => folderOf({ 'a.yaml': SHOP, 'team.yaml': TEAM });

describe('an option that is given again', () => {
  it.each([
    ['score', '--repo', '.', '.'],
    ['score', '--config', 'a', 'b'],
    ['score', '--now', '2026-01-01', '2026-01-01'],
    ['score', '--format', 'json', 'text'],
    ['annotate a.yaml', '--entity', 'shop', 'other'],
    ['lint', '--format', 'json', 'sarif'],
    ['fix', '--repo', '.', '.'],
    ['advise', '--signals', 'a', 'b'],
    ['checks', '--format', 'json', 'text'],
    ['slo availability=99/30d', '--sli', '0.9', '0.8'],
    ['slo rules slo.yaml', '--window', '28d', '30d'],
    ['upgrade', '--templates', 'a', 'b'],
  ])('is refused in %s %s', async (command, option, one, other) => {
    const { code, out, messages } = await runIn(
      cwd(),
      ...command.split(' '),
      ...[option, one, option, other],
    );
    expect(messages).toEqual([
      expect.stringMatching(
        new RegExp(
          `^error: option '${option} <.+>' argument '${other}' is invalid\\. It was given before\\.`,
        ),
      ),
    ]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('counts in each run anew', async () => {
    const folder = cwd();
    for (const command of ['checks', 'checks']) {
      const { code } = await runIn(folder, command, '--format', 'json');
      expect(code).toBe(0);
    }
  });

  it('requires more where it is --require', async () => {
    const judge = (...levels: string[]) =>
      runIn(cwd(), 'score', ...levels.flatMap(each => ['--require', each]));
    expect((await judge('devops=1')).code).toBe(0);
    expect((await judge('platform=1', 'devops=1')).code).toBe(1);
    const twice = await judge('devops=2', 'devops=1');
    expect(twice.messages).toEqual([
      '--require names the track "devops" twice.',
    ]);
    expect(twice.code).toBe(2);
  });
});

describe('an option without a value', () => {
  it.each([
    ['score', '--repo'],
    ['score', '--now'],
    ['checks', '--config'],
    ['slo tests slo.yaml', '--rules-file'],
    ['slo dashboard slo.yaml', '--service'],
  ])('is refused in %s %s', async (command, option) => {
    const { code, out, messages } = await runIn(
      cwd(),
      ...[...command.split(' '), `${option}=`],
    );
    expect(messages).toEqual([
      expect.stringMatching(
        new RegExp(`^error: option '${option} .* A value was expected\\.`),
      ),
    ]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('maturity slo rules, tests and dashboard', () => {
  it.each(['30d,availability=99/7d', '30d, x=99/7d', '30d/7d', '1x'])(
    'refuse the window %s',
    async window => {
      const { code, messages } = await runIn(
        folderOf({ 'slo.yaml': '' }),
        ...['slo', 'rules', 'slo.yaml', '--window', window],
      );
      expect(messages).toEqual([
        `--window "${window}" is not a window of 1 to 366 days or 1 to 52 weeks, such as 28d or 4w.`,
      ]);
      expect(code).toBe(2);
    },
  );

  it.each(['rules', 'tests', 'dashboard'])(
    'refuse a second file: %s',
    async name => {
      const { code, messages } = await runIn(cwd(), 'slo', name, 'a', 'b');
      expect(messages).toEqual([
        `error: too many arguments for '${name}'. Expected 1 argument but got 2.`,
      ]);
      expect(code).toBe(2);
    },
  );

  it.each([
    ['--sli', '0.9'],
    ['--burn', '2'],
    ['--format', 'json'],
    ['--ascii'],
  ])('refuse the option %s of an inline list', async (...option) => {
    const { code, messages } = await runIn(
      cwd(),
      ...['slo', ...option, 'rules', 'slo.yaml'],
    );
    expect(messages).toEqual([
      `${option[0]} belongs to an inline SLO list, and "rules" reads a file. Options of "rules" go after its name.`,
    ]);
    expect(code).toBe(2);
  });
});
