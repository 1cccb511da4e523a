import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

describe('maturity checks', () => {
  it('lists the checks by track and level', async () => {
    const { out, code } = await runIn('/', 'checks');
    expect(code).toBe(0);
    expect(out.split('\n').filter(line => /^ {2}\d /.test(line))).toHaveLength(
      48,
    );
    expect(out).toMatch(
      /^ {2}1 Bronze +owner-assigned +weight 5 +A team owns it$/m,
    );
  });

  it('gives definitions as JSON', async () => {
    const { checks, tracks } = JSON.parse(
      (await runIn('/', 'checks', '--format', 'json')).out,
    );
    expect(checks).toHaveLength(48);
    expect(tracks.map((track: { id: string }) => track.id)).toEqual([
      'devops',
      'sre',
      'platform',
    ]);
  });
});

describe('maturity explain', () => {
  it('says everything about a check', async () => {
    const { out, code } = await runIn('/', 'explain', 'slo-defined');
    expect(code).toBe(0);
    expect(out).toContain(
      'A reliability target with a window exists  slo-defined',
    );
    expect(out).toContain('SRE, level 2 Silver');
    expect(out).toContain('seen in files');
  });

  it('names near ones when there is no such check', async () => {
    expect(await runIn('/', 'explain', 'slo')).toEqual({
      code: 2,
      out: '',
      messages: [
        'There is no check "slo". Did you mean slo-defined, sla-backed-by-slo?',
      ],
    });
    expect((await runIn('/', 'explain', '\u001b[2J')).messages).toEqual([
      'There is no check "?[2J". Run "maturity checks" to see them all.',
    ]);
  });
});

describe('maturity slo', () => {
  const slo = async (...args: string[]) => {
    const { out, code, messages } = await runIn(
      '/',
      'slo',
      ...args,
      '--format',
      'json',
    );
    return { code, messages, slos: out === '' ? [] : JSON.parse(out).slos };
  };

  it('computes the budget', async () => {
    const { slos, code } = await slo('availability=99.95/30d');
    expect(code).toBe(0);
    expect(slos).toMatchObject([
      {
        indicator: 'availability',
        bound: null,
        objective: '99.95',
        windowDays: 30,
        budgetMinutes: 21.6,
        consumed: null,
        remaining: null,
        exhaustionHours: null,
      },
    ]);
    expect(
      slos[0].alerts.map((alert: { factor: number }) => alert.factor),
    ).toEqual([14.4, 6, 3, 1]);
  });

  it('computes what a measurement leaves, exactly', async () => {
    const { slos } = await slo(
      'availability=99.9/30d',
      '--sli',
      '0.9995',
      '--burn',
      '2',
    );
    expect(slos[0]).toMatchObject({
      consumed: 0.5,
      remaining: 0.5,
      remainingMinutes: 21.6,
      exhaustionHours: 180,
    });
  });

  it('says when nothing is left', async () => {
    const { slos } = await slo('availability=99.9/30d', '--sli', '0.998');
    expect(slos[0]).toMatchObject({
      consumed: 2,
      remaining: -1,
      exhaustionHours: 0,
    });
    expect(
      (await runIn('/', 'slo', 'availability=99.9/30d', '--sli', '0.998')).out,
    ).toContain('now: nothing is left');
  });

  it('shows the good items of a list with bad ones', async () => {
    const { slos, code, messages } = await slo(
      'availability=100/30d, errors=99/7d',
    );
    expect(code).toBe(2);
    expect(slos).toHaveLength(1);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('100');
  });

  it.each([
    [['', '--format', 'text'], ''],
    [
      ['availability=99.9/30d', '--sli', '99.95'],
      '--sli "99.95" is not a ratio from 0 to 1, such as 0.9995.',
    ],
    [
      ['availability=99.9/30d', '--sli', 'x'],
      '--sli "x" is not a ratio from 0 to 1, such as 0.9995.',
    ],
    [
      ['availability=99.9/30d', '--burn=-1'],
      '--burn "-1" is not a number of 0 or more.',
    ],
  ])('refuses %j', async (args, message) => {
    const { code, out, messages } = await runIn('/', 'slo', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages[0]).toContain(message);
  });
});

describe('maturity advise', () => {
  const SIGNALS = {
    teams: 6,
    developers: 40,
    services: 30,
    productionServices: 25,
    experimentalServices: 5,
    stacks: 5,
    ciProviders: 2,
    maxFanInTeams: 4,
    tier1Services: 3,
    slaServices: 1,
    legacyCriticalShare: 0,
    regulatedServices: 0,
    mlServices: 0,
    resourceTypes: 3,
    resourcesPerService: 1,
    onboardingDays: null,
    goldenPathShare: 0.1,
    levels: { devops: 2, sre: 1, platform: 1 },
  };

  it('takes signals as given', async () => {
    const cwd = folderOf({ 's.json': JSON.stringify(SIGNALS) });
    const { out, code, messages } = await runIn(
      cwd,
      'advise',
      '--signals',
      's.json',
      '--format',
      'json',
    );
    expect({ code, messages }).toEqual({ code: 0, messages: [] });
    const advice = JSON.parse(out);
    expect(Object.keys(advice).sort()).toEqual([
      'caveats',
      'confidence',
      'inputs',
      'nextActions',
      'orgStage',
      'primary',
      'thresholds',
      'verdicts',
    ]);
    expect(advice.inputs).toMatchObject({ teams: 6, stacks: 5 });
  });

  it('counts signals from catalog files', async () => {
    const cwd = folderOf({
      'a.yaml': component('a'),
      'b.yaml': component('b'),
      'team.yaml': TEAM,
    });
    const { out, code } = await runIn(cwd, 'advise', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out).inputs).toMatchObject({
      services: 2,
      productionServices: 2,
      teams: 1,
    });
    const text = await runIn(cwd, 'advise');
    expect(text.out).toContain('Platform Engineering: ');
  });

  it('tells the share that is linked to where it runs', async () => {
    const annotations = { 'backstage.io/kubernetes-id': 'a' };
    const cwd = folderOf({
      'a.yaml': component('a', { annotations }),
      'b.yaml': component('b'),
      'team.yaml': TEAM,
    });
    const { out } = await runIn(cwd, 'advise', '--format', 'json');
    const { inputs, verdicts } = JSON.parse(out);
    expect(inputs.runtimeShare).toBe(0.5);
    expect(verdicts.devops.triggers).toEqual(['D1']);
    expect(verdicts.devops.evidence[1]).toMatchObject({
      ruleId: 'D5',
      value: 0.5,
      entityRefs: ['component:default/a'],
    });
    const text = await runIn(cwd, 'advise');
    expect(text.out).toContain(
      '50% of the production services are linked to where they run',
    );
  });

  it.each([
    ['no JSON', 'x', /^The signals "s\.json" are not JSON: /],
    ['missing counts', '{}', /^s\.json: signals/],
    [
      'wrong counts',
      JSON.stringify({ ...SIGNALS, teams: 'many' }),
      /^s\.json: signals\.teams/,
    ],
  ])('refuses signals with %s', async (_, text, message) => {
    const { code, out, messages } = await runIn(
      folderOf({ 's.json': text }),
      'advise',
      '--signals',
      's.json',
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages[0]).toMatch(message);
  });

  it('takes signals of an editor that writes a byte order mark', async () => {
    const cwd = folderOf({ 's.json': `\ufeff${JSON.stringify(SIGNALS)}` });
    const { code, messages } = await runIn(
      cwd,
      'advise',
      '--signals',
      's.json',
    );
    expect({ code, messages }).toEqual({ code: 0, messages: [] });
  });

  it.each([
    [['.'], 'paths'],
    [['--context', 'nope'], '--context'],
    [['--partial'], '--partial'],
    [['--now', '2026-13-01'], '--now'],
    [['--now', '2026-12-01', '--partial'], '--partial, --now'],
  ])('does not take both signals and %j', async (args, named) => {
    const { code, out, messages } = await runIn(
      folderOf({ 's.json': JSON.stringify(SIGNALS) }),
      ...['advise', '--signals', 's.json', ...args],
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages).toEqual([
      `Signals are either given with --signals or counted from catalog files; --signals and ${named} were given.`,
    ]);
  });
});

describe('wrong use', () => {
  it.each([
    [['nope']],
    [['score', '--nope']],
    [['explain']],
    [['checks', 'x']],
  ])('ends %j with 2 and nothing on standard output', async args => {
    const { code, out, messages } = await runIn('/', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages.length).toBeGreaterThan(0);
  });

  it('shows help', async () => {
    const { code, out } = await runIn('/', '--help');
    expect(code).toBe(0);
    expect(out).toContain(
      'Exit codes: 0 fine, 1 below a required level or something found, 2 wrong use or unreadable input.',
    );
  });
});
