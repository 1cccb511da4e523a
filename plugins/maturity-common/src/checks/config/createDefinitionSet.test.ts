import fc from 'fast-check';
import { BUILT_IN_CHECKS } from '../builtInChecks';
import { DEFAULT_SETTINGS } from '../settings';
import { BUILT_IN_TRACKS } from '../tracks';
import { createDefinitionSet } from './createDefinitionSet';
import {
  checkOf,
  resultOf,
  SECURITY,
  THREAT_MODEL,
} from './fixtures/ownChecks';

function problemsOf(config: unknown) {
  return createDefinitionSet(config).problems;
}

describe('createDefinitionSet', () => {
  it.each([[undefined], [null], [{}]])(
    'gives the built-in definitions for %p',
    config => {
      const definitions = createDefinitionSet(config);
      expect(definitions.problems).toEqual([]);
      expect(definitions.tracks).toEqual(BUILT_IN_TRACKS);
      expect(definitions.settings).toEqual(DEFAULT_SETTINGS);
      expect(definitions.checks).toEqual(BUILT_IN_CHECKS);
      expect(definitions.checks).toHaveLength(48);
      expect(definitions.version).toMatch(/^[0-9a-f]{16}$/);
    },
  );

  it('reports five mistakes at once and keeps the rest working', () => {
    const config = {
      rollUpShare: 80,
      suportedStacks: ['go'],
      tracks: [SECURITY],
      checks: {
        'owner-assigned': { weight: 500 },
        'ci-pipelin': { enabled: false },
        'threat-model': {
          ...THREAT_MODEL,
          pass: { 'spec.type': { $exists: true, $in: ['service'] } },
        },
        'good-check': { ...THREAT_MODEL, level: 2 },
      },
    };
    const definitions = createDefinitionSet(config);
    expect(definitions.problems).toEqual([
      {
        path: 'maturity.suportedStacks',
        value: 'a list of 1 item',
        expected: expect.stringMatching(
          /^one of the keys tracks, checks, .*; did you mean "supportedStacks"\?$/,
        ),
      },
      {
        path: 'maturity.checks.owner-assigned.weight',
        value: '500',
        expected: 'a whole number from 1 to 100',
        check: 'owner-assigned',
      },
      {
        path: 'maturity.checks.ci-pipelin',
        value: 'an object with enabled',
        expected:
          'the id of a built-in check, or the key pass that makes it a new one; did you mean "ci-pipeline"?',
        check: 'ci-pipelin',
      },
      {
        path: 'maturity.checks.threat-model.pass.spec.type',
        value: 'an object with $exists, $in',
        expected:
          'exactly one operator; to ask for several, give each its own object in the list of an $all',
        check: 'threat-model',
      },
      {
        path: 'maturity.rollUpShare',
        value: '80',
        expected: 'a number greater than 0 and at most 1, e.g. 0.8',
      },
    ]);
    const ids = definitions.checks.map(check => check.definition.id);
    expect(ids).toHaveLength(48);
    expect(ids).not.toContain('owner-assigned');
    expect(ids).not.toContain('threat-model');
    expect(ids).toContain('ci-pipeline');
    expect(ids.at(-1)).toBe('good-check');
    expect(definitions.settings).toEqual(DEFAULT_SETTINGS);
  });

  it('accepts every key that somebody else reads', () => {
    expect(
      problemsOf({
        advisor: { manyStacks: 4 },
        onboardingDays: 5,
        sweep: { frequency: { minutes: 10 } },
        schedule: {},
      }),
    ).toEqual([]);
    expect(problemsOf({ gates: {} })).toHaveLength(1);
    expect(
      createDefinitionSet({ gates: {} }, { otherKeys: ['gates'] }).problems,
    ).toEqual([]);
  });

  it('reads every setting', () => {
    const { settings, problems } = createDefinitionSet({
      supportedStacks: ['Golang', 'zig'],
      platformGroupTypes: ['Platform-Team'],
      teamGroupTypes: ['squad'],
      scmSlugImpliesCi: true,
      allowUserOwners: true,
      maxMinorLag: 0,
      defaultTier: 3,
      rollUpShare: 1,
      regulatedTags: ['DORA'],
      stackAliases: { Tsx: 'Node', ziglang: 'zig' },
      absence: { 'ci-pipeline': 'fail' },
      exemptAnnotations: true,
      exemptions: [
        {
          entity: 'Payments/Checkout',
          check: 'ci-pipeline',
          reason: 'Moves in March.',
          granted: '2027-01-01',
          until: '2027-06-30',
          approvedBy: 'user:default/ada',
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      supportedStacks: ['go', 'zig'],
      platformGroupTypes: ['platform-team'],
      teamGroupTypes: ['squad'],
      scmSlugImpliesCi: true,
      allowUserOwners: true,
      maxMinorLag: 0,
      defaultTier: 3,
      rollUpShare: 1,
      regulatedTags: ['dora'],
      absence: { 'ci-pipeline': 'fail' },
      exemptAnnotations: true,
      exemptions: [
        {
          entityRef: 'component:payments/checkout',
          check: 'ci-pipeline',
          reason: 'Moves in March.',
          until: '2027-06-30',
          approvedBy: 'user:default/ada',
        },
      ],
    });
    expect(settings.stackAliases.get('tsx')).toBe('node');
    expect(settings.stackAliases.get('ziglang')).toBe('zig');
    expect(settings.stackAliases.get('zig')).toBe('zig');
    expect(settings.stackAliases.get('golang')).toBe('go');
  });

  it.each([true, false])(
    'takes the keys of another tool for objectives (check in force: %s)',
    enabled => {
      const config = {
        checks: { 'slo-defined': { enabled, extraKeys: ['acme.com/slo'] } },
      };
      expect(
        resultOf(config, 'error-budget-policy', {
          annotations: {
            'acme.com/slo': 'checkout',
            'maturity/error-budget-policy': 'docs/policy.md',
          },
        }),
      ).toMatchObject({ status: 'pass', reason: 'declared' });
    },
  );

  it('adjusts built-in checks and switches them off', () => {
    const config = {
      checks: {
        'owner-assigned': { weight: 3, level: 2, from: '2027-01-01' },
        'ci-pipeline': { absence: 'fail', extraKeys: ['acme.com/pipeline'] },
        'horizontal-scaling': { enabled: false },
      },
    };
    const definitions = createDefinitionSet(config);
    expect(definitions.problems).toEqual([]);
    expect(definitions.checks).toHaveLength(47);
    expect(checkOf(config, 'horizontal-scaling')).toBeUndefined();
    expect(checkOf(config, 'owner-assigned')?.definition).toMatchObject({
      weight: 3,
      level: 2,
      from: '2027-01-01',
      title: 'A team owns it',
    });
    expect(checkOf(config, 'ci-pipeline')?.definition).toMatchObject({
      absent: 'fail',
      weight: 5,
    });
    expect(definitions.settings.absence).toEqual({ 'ci-pipeline': 'fail' });
    expect(resultOf(config, 'ci-pipeline')).toMatchObject({ status: 'fail' });
    expect(
      resultOf(config, 'ci-pipeline', {
        annotations: { 'acme.com/pipeline': 'https://ci.acme.test/1' },
      }),
    ).toMatchObject({ status: 'pass' });
  });

  it('renames levels of a built-in track and adds own tracks after them', () => {
    const { tracks, problems } = createDefinitionSet({
      tracks: [
        SECURITY,
        { id: 'sre', title: 'Reliability', levels: ['A', 'B', 'C', 'D'] },
      ],
    });
    expect(problems).toEqual([]);
    expect(tracks.map(({ id, title }) => [id, title])).toEqual([
      ['devops', 'DevOps'],
      ['sre', 'Reliability'],
      ['platform', 'Platform Engineering'],
      ['security', 'Security'],
    ]);
    expect(tracks[1]).toMatchObject({
      levels: ['A', 'B', 'C', 'D'],
      purpose: BUILT_IN_TRACKS[1].purpose,
      builtIn: true,
    });
    expect(tracks[3]).toEqual({ ...SECURITY, purpose: '', builtIn: false });
  });

  it('never throws for any JSON value, and a wrong check is never in force', () => {
    const key = fc.constantFrom(
      'tracks',
      'checks',
      'absence',
      'exemptions',
      'stackAliases',
      'ci-pipeline',
      'new-check',
      '__proto__',
      'constructor',
      'pass',
      'applies',
      'track',
      'level',
      'levels',
      'id',
      'title',
      'weight',
      'kind',
      '$all',
    );
    const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc
          .array(fc.tuple(key, tie('tree')), { maxLength: 4 })
          .map(entries =>
            JSON.parse(JSON.stringify(Object.fromEntries(entries))),
          ),
      ),
      leaf: fc.oneof(
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constantFrom(null, 'sre', 'security', '2027-01-01', 'Component'),
      ),
    }));
    fc.assert(
      fc.property(fc.oneof(tree, fc.jsonValue()), config => {
        const { checks, problems, version } = createDefinitionSet(config);
        const inForce = new Set(checks.map(check => check.definition.id));
        for (const { check } of problems) {
          expect(check === undefined || !inForce.has(check)).toBe(true);
        }
        expect(version).toMatch(/^[0-9a-f]{16}$/);
      }),
      { numRuns: 300 },
    );
  });

  it('does no harm with prototype keys', () => {
    const definitions = createDefinitionSet(
      JSON.parse(
        '{"__proto__":{"maxMinorLag":9},"checks":{"__proto__":{"weight":1},"constructor":{"pass":{"kind":"x"}}},"absence":{"__proto__":"fail"},"stackAliases":{"__proto__":"go"}}',
      ),
    );
    expect(definitions.settings.maxMinorLag).toBe(2);
    expect(definitions.checks).toHaveLength(48);
    expect(definitions.problems.map(problem => problem.path)).toEqual([
      'maturity.__proto__',
      'maturity.checks.__proto__',
      'maturity.checks.constructor',
      'maturity.absence.__proto__',
    ]);
    expect(Object.prototype).not.toHaveProperty('weight');
  });
});

describe('tracks of other plugins', () => {
  const cost = {
    id: 'cost',
    title: 'Cost',
    purpose: 'What it costs.',
    levels: ['Seen', 'Steered'],
    builtIn: false,
  };

  it('stand after the built-in ones and may get other words', () => {
    const { tracks, problems } = createDefinitionSet(
      { tracks: [{ id: 'cost', levels: ['Known', 'Cut'] }] },
      { tracks: [...BUILT_IN_TRACKS, cost] },
    );
    expect(problems).toEqual([]);
    expect(tracks[3]).toEqual({ ...cost, levels: ['Known', 'Cut'] });
  });

  it('are refused with an id that is taken or malformed', () => {
    const { tracks, problems } = createDefinitionSet(undefined, {
      tracks: [...BUILT_IN_TRACKS, { ...cost, id: 'sre' }, { ...cost, id: '' }],
    });
    expect(tracks).toEqual(BUILT_IN_TRACKS);
    expect(problems.map(({ value }) => value)).toEqual(['"sre"', '""']);
  });
});

describe('checks of other plugins', () => {
  it('takes them beside the built-in ones and refuses what cannot be in force', () => {
    const [first, second] = BUILT_IN_CHECKS;
    const { checks, problems } = createDefinitionSet(undefined, {
      checks: [
        first,
        first,
        { ...second, definition: { ...second.definition, track: 'cost' } },
        { ...second, definition: { ...second.definition, id: 'x', level: 9 } },
      ],
    });
    expect(checks.map(check => check.definition.id)).toEqual([
      first.definition.id,
    ]);
    expect(problems.map(({ value, expected }) => [value, expected])).toEqual([
      ['"owner-assigned"', 'a check id that no other plugin has taken'],
      ['"cost"', 'a check on a track that exists'],
      ['9', 'a level from 1 to 4'],
    ]);
  });
});
