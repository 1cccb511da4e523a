import { BASICS, scoreJsonOf, SHOP } from '../testing/scoreOutput.fixture';
import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

describe('maturity score --require', () => {
  const files = { 'a.yaml': SHOP, 'team.yaml': TEAM };

  it.each([
    ['devops=1', 0],
    ['devops=bronze', 0],
    ['devops=2', 1],
    ['devops=1,platform=1', 1],
  ])('judges %s', async (require, code) => {
    expect(
      (await runIn(folderOf(files), 'score', '--require', require)).code,
    ).toBe(code);
  });

  it('leaves out what hangs on references out of sight with --partial', async () => {
    const cwd = folderOf({ 'a.yaml': SHOP });
    const judge = (...args: string[]) => runIn(cwd, 'score', ...args);
    expect((await judge('--require', 'devops=1')).code).toBe(1);
    expect((await judge('--partial', '--require', 'devops=1')).code).toBe(0);
    const { code, messages } = await judge(
      '--partial',
      '--require',
      'devops=2',
    );
    expect(code).toBe(1);
    expect(messages).toEqual([
      'component:default/shop: devops has reached level 1, and level 2 is required.',
    ]);
  });

  it('names who is below and by how much', async () => {
    const { messages } = await runIn(
      folderOf(files),
      'score',
      '--require',
      'devops=2',
    );
    expect(messages).toEqual([
      'component:default/shop: devops has reached level 1, and level 2 is required.',
    ]);
  });

  it('asks no more than what is achievable, and passes over tracks that do not apply', async () => {
    const experimental = component('try', {
      annotations: BASICS,
      spec: { lifecycle: 'experimental' },
    });
    const cwd = folderOf({ 'a.yaml': experimental, 'team.yaml': TEAM });
    expect(
      (await runIn(cwd, 'score', '--require', 'devops=4,sre=4')).code,
    ).toBe(0);
  });

  it.each([
    [
      'ops=1',
      '--require "ops=1" names no track; expected "<track>=<level>" with one of the tracks devops, sre, platform.',
    ],
    [
      'devops=5',
      '--require "devops=5" names no level of devops; expected one of 1 (Bronze), 2 (Silver), 3 (Gold), 4 (Platinum).',
    ],
    [
      'devops=0',
      '--require "devops=0" names no level of devops; expected one of 1 (Bronze), 2 (Silver), 3 (Gold), 4 (Platinum).',
    ],
    [
      'devops',
      '--require "devops" names no level of devops; expected one of 1 (Bronze), 2 (Silver), 3 (Gold), 4 (Platinum).',
    ],
    ['devops=1,devops=2', '--require names the track "devops" twice.'],
    [
      '__proto__=1',
      '--require "__proto__=1" names no track; expected "<track>=<level>" with one of the tracks devops, sre, platform.',
    ],
  ])('refuses %s', async (require, message) => {
    expect(await runIn(folderOf(files), 'score', '--require', require)).toEqual(
      { code: 2, out: '', messages: [message] },
    );
  });

  it('is not content with nothing', async () => {
    const { code, messages } = await runIn(
      folderOf({ 'team.yaml': TEAM }),
      'score',
      '--require',
      'devops=1',
    );
    expect(code).toBe(2);
    expect(messages).toEqual([
      'No component was found to score. Name catalog files, or a folder that holds some.',
    ]);
  });

  it('counts unreadable input before missing levels', async () => {
    const { code } = await runIn(
      folderOf({ ...files, 'catalog-info.yaml': 'a: [' }),
      'score',
      '--require',
      'devops=2',
    );
    expect(code).toBe(2);
  });
});

describe('maturity score --config', () => {
  it('applies own checks and tracks', async () => {
    const config = `maturity:
  tracks:
    - { id: security, title: Security, levels: [Basic] }
  checks:
    threat-model:
      track: security
      level: 1
      weight: 3
      title: A threat model exists
      applies: { kind: Component }
      pass: { metadata.annotations.acme.com/threat-model: { $exists: true } }
      remedy: Write a threat model and link it.
`;
    const { scorecards, results, code } = await scoreJsonOf(
      { 'shop/a.yaml': SHOP, 'app-config.yaml': config },
      'shop',
      '--config',
      'app-config.yaml',
    );
    expect(code).toBe(0);
    expect(scorecards[0].tracks.security).toMatchObject({
      level: 0,
      achievable: 1,
      next: ['threat-model'],
    });
    expect(results.get('threat-model')).toMatchObject({ status: 'fail' });
  });

  it('reports five mistakes at once and scores with the rest', async () => {
    const config = `maturity:
  checks:
    owner-assigned: { weight: 0 }
    nonsense: { enabled: true }
    a-check: { track: nowhere, level: 1, weight: 1, title: A, pass: {}, remedy: B }
  rollUp: { share: 7 }
  defaultTier: 9
`;
    const { messages, code, scorecards } = await scoreJsonOf(
      { 'shop/a.yaml': SHOP, 'c.yaml': config },
      'shop',
      '--config',
      'c.yaml',
    );
    expect(messages.length).toBeGreaterThanOrEqual(5);
    expect(messages.every(message => /^c\.yaml:\d+: /.test(message))).toBe(
      true,
    );
    expect(code).toBe(2);
    expect(scorecards).toHaveLength(1);
  });

  it.each([
    ['nope.yaml', /^The configuration "nope\.yaml" does not exist\.$/],
    ['bad.yaml', /^bad\.yaml:\d: YAML was expected: /],
  ])('refuses %s', async (file, message) => {
    const { code, out, messages } = await runIn(
      folderOf({ 'a.yaml': SHOP, 'bad.yaml': 'a: [' }),
      'score',
      'a.yaml',
      '--config',
      file,
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages[0]).toMatch(message);
  });
});
