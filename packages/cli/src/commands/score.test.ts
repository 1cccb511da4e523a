import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BASICS,
  parseOutput,
  scoreJsonOf,
  SHOP,
} from '../testing/scoreOutput.fixture';
import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

describe('maturity score --format json', () => {
  it('gives the wire shape, sorted by reference, with all checks in definition order', async () => {
    const { definitionVersion, scorecards, code, messages } = await scoreJsonOf(
      {
        'b.yaml': component('b'),
        'a.yaml': SHOP,
        'team.yaml': TEAM,
      },
    );
    expect(code).toBe(0);
    expect(messages).toEqual([]);
    expect(definitionVersion).toMatch(/^\w+$/);
    expect(scorecards.map(card => card.entityRef)).toEqual([
      'component:default/b',
      'component:default/shop',
    ]);
    const [, shop] = scorecards;
    expect(Object.keys(shop)).toEqual([
      'entityRef',
      'stage',
      'target',
      'tracks',
      'results',
    ]);
    expect(Object.keys(shop.tracks)).toEqual(['devops', 'sre', 'platform']);
    expect(Object.keys(shop.tracks.devops)).toEqual([
      'level',
      'achievable',
      'score',
      'coverage',
      'proven',
      'next',
    ]);
    expect(shop.tracks.devops.level).toBe(1);
    expect(shop.results).toHaveLength(48);
    for (const result of shop.results) {
      expect(Object.keys(result)).toEqual([
        'check',
        'track',
        'level',
        'status',
        'reason',
        'evidence',
        'remedy',
      ]);
    }
    expect(shop.results[0]).toMatchObject({
      check: 'owner-assigned',
      status: 'pass',
      evidence: [
        {
          strength: 'graph',
          source: 'ownedBy',
          value: 'group:default/team',
          from: null,
        },
      ],
    });
  });

  it('has null figures for tracks that do not apply', async () => {
    const { scorecards } = await scoreJsonOf({
      'a.yaml': component('lib', { spec: { type: 'library' } }),
    });
    expect(scorecards[0].tracks.sre).toEqual({
      level: null,
      achievable: null,
      score: null,
      coverage: null,
      proven: null,
      next: [],
    });
  });

  it('is the same whatever the order of files and paths', async () => {
    const files = { 'a.yaml': SHOP, 'b.yaml': component('b'), 'c.yaml': TEAM };
    const one = await runIn(
      folderOf(files),
      'score',
      'a.yaml',
      'b.yaml',
      'c.yaml',
      '--format',
      'json',
    );
    const other = await runIn(
      folderOf(files),
      'score',
      'c.yaml',
      'b.yaml',
      'a.yaml',
      '--format',
      'json',
    );
    expect(other.out).toBe(one.out);
  });

  it('limits the output with --entity', async () => {
    const files = {
      'a.yaml': SHOP,
      'b.yaml': component('b'),
      'team.yaml': TEAM,
    };
    expect(
      (
        await scoreJsonOf(files, '--entity', 'Component:default/SHOP')
      ).scorecards.map(card => card.entityRef),
    ).toEqual(['component:default/shop']);
    const missing = await runIn(folderOf(files), 'score', '--entity', 'nope');
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.messages).toEqual([
      '--entity "nope": "component:default/nope" is not defined in the files that were read.',
    ]);
    const group = await runIn(
      folderOf(files),
      'score',
      '--entity',
      'group:team',
    );
    expect(group.messages).toEqual([
      '--entity "group:team": "group:default/team" is not a component that is scored.',
    ]);
  });

  it('names an entity of another namespace as --entity takes it', async () => {
    const other = component('dep').replace(
      '"name":"dep"',
      '"name":"dep","namespace":"other"',
    );
    const folder = folderOf({ 'a.yaml': other, 'b.yaml': component('deb') });
    const { messages } = await runIn(folder, 'score', '--entity', 'dep');
    expect(messages).toContain(
      '--entity "dep": "component:default/dep" is not defined in the files that were read. Did you mean other/dep or deb?',
    );
    const { code } = await runIn(folder, 'score', '--entity', 'other/dep');
    expect(code).toBe(0);
  });

  it('does not score context, and resolves references through it', async () => {
    const files = {
      'a.yaml': SHOP,
      'ctx/team.yaml': TEAM,
      'ctx/b.yaml': component('b'),
    };
    const alone = await scoreJsonOf(files, 'a.yaml');
    expect(alone.results.get('owner-assigned')).toMatchObject({
      status: 'fail',
    });
    const known = await scoreJsonOf(files, 'a.yaml', '--context', 'ctx');
    expect(known.scorecards).toHaveLength(1);
    expect(known.results.get('owner-assigned')).toMatchObject({
      status: 'pass',
    });
  });

  it('takes references out of sight for unknown with --partial', async () => {
    const { results } = await scoreJsonOf({ 'a.yaml': SHOP }, '--partial');
    expect(results.get('owner-assigned')).toMatchObject({
      status: 'unknown',
      reason: 'outside-graph',
    });
  });

  it('judges dates by --now', async () => {
    const files = {
      'a.yaml': component('a', {
        annotations: { ...BASICS, 'maturity/readiness-review': '2026-01-01' },
      }),
    };
    expect(
      (await scoreJsonOf(files, '--now', '2026-06-01')).results.get(
        'readiness-review',
      )?.status,
    ).toBe('pass');
    expect(
      (await scoreJsonOf(files, '--now', '2027-06-01')).results.get(
        'readiness-review',
      )?.status,
    ).toBe('fail');
    expect(
      (await scoreJsonOf(files, '--now', '2025-06-01')).results.get(
        'readiness-review',
      )?.status,
    ).toBe('fail');
  });

  it.each([
    '2026-02-30',
    'yesterday',
    '2026-13-01',
    '26-01-01',
    '2026-01-01T99:00',
  ])('refuses --now %s', async now => {
    const { code, out, messages } = await runIn(
      folderOf({ 'a.yaml': SHOP }),
      'score',
      '--now',
      now,
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages[0]).toContain(`--now "${now}" is not a date`);
  });
});

describe('maturity score --repo', () => {
  const workflow = 'on: push\njobs:\n  t:\n    steps:\n      - run: npm test\n';
  const files = {
    'svc/.git/HEAD': COMMIT,
    'svc/catalog-info.yaml': component('svc'),
    'svc/.github/workflows/ci.yml': workflow,
    'svc/a.test.ts': '',
    'svc/sub/catalog-info.yaml': component('sub'),
  };

  it('says when no entity is defined at the root, so that the files say nothing', async () => {
    const cwd = folderOf(files);
    const ask = async (path: string) =>
      (await runIn(cwd, 'score', path, '--repo', 'svc')).messages;
    expect(await ask('svc/sub')).toEqual([
      'No entity that is scored is defined at the root of "svc", so its files say nothing about any.',
    ]);
    expect(await ask('svc')).toEqual([]);
  });

  it('observes the files of a repository for the entities defined at its root', async () => {
    const cwd = folderOf(files);
    const { out, code } = await runIn(
      cwd,
      'score',
      '--repo',
      'svc',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const cards = new Map(
      parseOutput(out).scorecards.map(card => [
        card.entityRef,
        new Map(card.results.map(result => [result.check, result])),
      ]),
    );
    const results = cards.get('component:default/svc');
    expect(results?.get('ci-pipeline')).toMatchObject({
      status: 'pass',
      evidence: [
        { strength: 'observed', source: '.github/workflows/ci.yml:1' },
      ],
    });
    expect(results?.get('source-linked')).toMatchObject({
      status: 'pass',
      evidence: [{ strength: 'observed' }],
    });
    expect(results?.get('automated-tests')).toMatchObject({ status: 'pass' });
    expect(
      cards.get('component:default/sub')?.get('ci-pipeline'),
    ).toMatchObject({ status: 'unknown' });
  });

  it('reads the catalog files of a repository that lies elsewhere', async () => {
    const cwd = folderOf(files);
    mkdirSync(join(cwd, 'here'));
    const { out } = await runIn(
      join(cwd, 'here'),
      'score',
      '--repo',
      '../svc',
      '--format',
      'json',
    );
    expect(parseOutput(out).scorecards.map(card => card.entityRef)).toEqual([
      'component:default/sub',
      'component:default/svc',
    ]);
  });

  it('knows its root through a link', async () => {
    const cwd = folderOf(files);
    symlinkSync(join(cwd, 'svc'), join(cwd, 'link'));
    const { out } = await runIn(
      cwd,
      'score',
      'svc/catalog-info.yaml',
      '--repo',
      'link',
      '--format',
      'json',
    );
    expect(
      parseOutput(out).scorecards[0].results.find(
        ({ check }) => check === 'ci-pipeline',
      ),
    ).toMatchObject({ status: 'pass' });
  });

  it('tells files that are not what their name says', async () => {
    const { messages, code } = await runIn(
      folderOf({
        'catalog-info.yaml': SHOP,
        '.github/workflows/ci.yml': 'on: push',
      }),
      'score',
      '--repo',
      '.',
    );
    expect(messages).toEqual([
      '.github/workflows/ci.yml: A workflow with `on` and `jobs` was expected.',
    ]);
    expect(code).toBe(0);
  });

  it('refuses what is no folder', async () => {
    const { code, messages } = await runIn(
      folderOf({ 'a.yaml': SHOP }),
      'score',
      '--repo',
      'nope',
    );
    expect(code).toBe(2);
    expect(messages[0]).toMatch(
      /is not a folder; --repo expects the folder of a repository\.$/,
    );
  });
});

describe('bad relations', () => {
  it('scores entities whose groups, systems and dependencies run in circles or lead nowhere', async () => {
    const cwd = folderOf({});
    const group = (name: string, parent: string) =>
      `apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: ${name}}\nspec: {type: team, parent: ${parent}, children: [${name}]}\n`;
    const domain = (name: string, parent: string) =>
      `apiVersion: backstage.io/v1alpha1\nkind: Domain\nmetadata: {name: ${name}}\nspec: {owner: one, subdomainOf: ${parent}}\n`;
    writeFileSync(
      join(cwd, 'a.yaml'),
      [
        group('one', 'two'),
        group('two', 'one'),
        domain('d', 'e'),
        domain('e', 'd'),
        'apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: s}\nspec: {owner: one, domain: d}\n',
        component('a', {
          spec: {
            owner: 'one',
            system: 's',
            dependsOn: ['component:b', 'component:a'],
            subcomponentOf: 'b',
          },
        }),
        component('b', {
          spec: {
            owner: 'nobody',
            dependsOn: ['component:a', 'resource:gone'],
            subcomponentOf: 'a',
          },
        }),
      ].join('---\n'),
    );
    const { code, out, messages } = await runIn(
      cwd,
      'score',
      '--format',
      'json',
    );
    expect({ code, messages }).toEqual({ code: 0, messages: [] });
    const [a, b] = parseOutput(out).scorecards.map(
      card =>
        new Map(card.results.map(result => [result.check, result.status])),
    );
    expect([a.get('owner-assigned'), b.get('owner-assigned')]).toEqual([
      'pass',
      'fail',
    ]);
    expect([a.get('catalog-healthy'), b.get('catalog-healthy')]).toEqual([
      'pass',
      'fail',
    ]);
  });
});
