import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const BASICS = {
  'github.com/project-slug': 'acme/shop',
  'maturity/ci': 'github-actions',
  'maturity/tier': '1',
  'maturity/on-call': 'shop-primary',
  'maturity/runbook': 'docs/runbook.md',
};
/** DevOps level 1 and nothing more. */
const SHOP = component('shop', { annotations: BASICS });

interface Output {
  definitionVersion: string;
  scorecards: {
    entityRef: string;
    tracks: Record<
      string,
      { level: number | null; achievable: number | null; next: string[] }
    >;
    results: {
      check: string;
      status: string;
      reason: string;
      evidence: { strength: string; source: string }[];
    }[];
  }[];
}

function isOutput(value: unknown): value is Output {
  return typeof value === 'object' && value !== null && 'scorecards' in value;
}

function parse(text: string): Output {
  const data: unknown = JSON.parse(text);
  if (!isOutput(data)) {
    throw new Error('Scorecards were expected.');
  }
  return data;
}

const json = async (files: Record<string, string>, ...args: string[]) => {
  const { out, code, messages } = await runIn(
    folderOf(files),
    'score',
    '--format',
    'json',
    ...args,
  );
  const output = parse(out);
  return {
    ...output,
    code,
    messages,
    results: new Map(
      output.scorecards[0]?.results.map(result => [result.check, result]),
    ),
  };
};

describe('maturity score --format json', () => {
  it('gives the wire shape, sorted by reference, with all checks in definition order', async () => {
    const { definitionVersion, scorecards, code, messages } = await json({
      'b.yaml': component('b'),
      'a.yaml': SHOP,
      'team.yaml': TEAM,
    });
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
    const { scorecards } = await json({
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
      (await json(files, '--entity', 'Component:default/SHOP')).scorecards.map(
        card => card.entityRef,
      ),
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

  it('does not score context, and resolves references through it', async () => {
    const files = {
      'a.yaml': SHOP,
      'ctx/team.yaml': TEAM,
      'ctx/b.yaml': component('b'),
    };
    const alone = await json(files, 'a.yaml');
    expect(alone.results.get('owner-assigned')).toMatchObject({
      status: 'fail',
    });
    const known = await json(files, 'a.yaml', '--context', 'ctx');
    expect(known.scorecards).toHaveLength(1);
    expect(known.results.get('owner-assigned')).toMatchObject({
      status: 'pass',
    });
  });

  it('takes references out of sight for unknown with --partial', async () => {
    const { results } = await json({ 'a.yaml': SHOP }, '--partial');
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
      (await json(files, '--now', '2026-06-01')).results.get('readiness-review')
        ?.status,
    ).toBe('pass');
    expect(
      (await json(files, '--now', '2027-06-01')).results.get('readiness-review')
        ?.status,
    ).toBe('fail');
    expect(
      (await json(files, '--now', '2025-06-01')).results.get('readiness-review')
        ?.status,
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
      parse(out).scorecards.map(card => [
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
    expect(parse(out).scorecards.map(card => card.entityRef)).toEqual([
      'component:default/sub',
      'component:default/svc',
    ]);
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
    const { scorecards, results, code } = await json(
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
    const { messages, code, scorecards } = await json(
      { 'shop/a.yaml': SHOP, 'c.yaml': config },
      'shop',
      '--config',
      'c.yaml',
    );
    expect(messages.length).toBeGreaterThanOrEqual(5);
    expect(messages.every(message => message.startsWith('c.yaml: '))).toBe(
      true,
    );
    expect(code).toBe(2);
    expect(scorecards).toHaveLength(1);
  });

  it.each([
    ['nope.yaml', /^The configuration "nope\.yaml" could not be read: /],
    ['bad.yaml', /^The configuration "bad\.yaml" is not YAML: /],
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

describe('maturity score --format', () => {
  const files = {
    'svc/catalog info.yaml': `# shop\n${SHOP}`,
    'team.yaml': TEAM,
  };

  it('shows ladders, what blocks the next level, and remedies as text', async () => {
    const { out } = await runIn(folderOf(files), 'score');
    expect(out).toContain('component:default/shop · svc/catalog info.yaml:2');
    expect(out).toMatch(/DevOps +▮▯▯▯ {2}Bronze \(1 of 4\) +score \d+%/);
    expect(out).toContain('DevOps to Silver');
    expect(out).toContain('? Tests run before deployment  automated-tests');
    expect(out).toContain(
      '→ Tell us, or start: Run automated tests in the pipeline',
    );
    expect(out).not.toContain('\u001b');
  });

  it('shows the same in ASCII', async () => {
    const { out } = await runIn(folderOf(files), 'score', '--ascii');
    expect(out).toMatch(/DevOps +#--- /);
    expect(out).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('shows many entities as a table', async () => {
    const many = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map(name => [`${name}.yaml`, component(name)]),
    );
    const { out } = await runIn(folderOf(many), 'score');
    expect(out).toMatch(
      /^component +DevOps +SRE +Platform Engineering +stage +next\na +▯▯▯▯/,
    );
    expect(out).toContain('4 components. What blocks most of them:');
  });

  it('keeps control characters and markup of catalog values out of the result', async () => {
    const title = 'Evil \u001b[31m\u0007 <img src=x> | `code` \u202e';
    const entity = JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'evil',
        title,
        annotations: { 'maturity/tier': '\u001b[2J\r\n9' },
      },
      spec: { type: 'service', lifecycle: '\u001b]0;x\u0007', owner: 'team' },
    });
    const text = await runIn(folderOf({ 'a.yaml': entity }), 'score');
    const shown = text.out + text.messages.join('\n');
    expect(
      [...shown].filter(char => char !== '\n' && /\p{C}/u.test(char)),
    ).toEqual([]);
    const markdown = await runIn(
      folderOf({ 'a.yaml': entity }),
      'score',
      '--format',
      'markdown',
    );
    expect(markdown.out).toContain(
      '## Evil ?\\[31m? &lt;img src=x&gt; \\| \\`code\\` ?',
    );
  });

  it('survives values of a megabyte and prototype keys', async () => {
    const big = 'x'.repeat(1024 * 1024);
    const entity = component('big', {
      annotations: {
        'maturity/slo': big,
        'maturity/tier': big,
        constructor: 'x',
        'maturity/ci': '__proto__',
      },
    });
    const { out, code } = await runIn(folderOf({ 'a.yaml': entity }), 'score');
    expect(code).toBe(0);
    expect(out.length).toBeLessThan(20_000);
  });

  it('writes Markdown with a table of tracks', async () => {
    const { out } = await runIn(
      folderOf(files),
      'score',
      '--format',
      'markdown',
    );
    expect(out).toContain('| track | level | score | coverage | proven |');
    expect(out).toMatch(/\| DevOps \| ▮▯▯▯ Bronze \(1 of 4\) \| \d+% \|/);
    expect(out).toContain('**DevOps to Silver**');
  });

  it('writes SARIF with the place in the catalog file', async () => {
    const { out } = await runIn(folderOf(files), 'score', '--format', 'sarif');
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0].tool.driver.rules).toHaveLength(48);
    const result = log.runs[0].results.find(
      (each: { ruleId: string }) => each.ruleId === 'automated-tests',
    );
    expect(result).toMatchObject({
      level: 'note',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'svc/catalog%20info.yaml' },
            region: { startLine: 2 },
          },
        },
      ],
      partialFingerprints: {
        'entityAndCheck/v1': 'component:default/shop#automated-tests',
      },
    });
    expect(log.runs[0].tool.driver.rules[result.ruleIndex].id).toBe(
      'automated-tests',
    );
    expect(
      new Set(log.runs[0].results.map((each: { level: string }) => each.level)),
    ).toEqual(new Set(['warning', 'note']));
  });

  it('refuses other formats', async () => {
    const { code, messages } = await runIn(
      folderOf(files),
      'score',
      '--format',
      'xml',
    );
    expect(code).toBe(2);
    expect(messages.join('\n')).toContain(
      'Allowed choices are text, json, markdown, sarif',
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
    const [a, b] = parse(out).scorecards.map(
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
