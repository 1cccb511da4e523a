import { createEntityView } from '../entity';
import { createCatalogGraph } from '../graph';
import { BUILT_IN_CHECKS } from './builtInChecks';
import { adjustCheck } from './engine/builtIn';
import { evaluate } from './evaluate';
import { annotationsOf, component, entitiesOf, NOW } from './fixtures/world';
import type { World } from './fixtures/world';
import { DEFAULT_SETTINGS } from './settings';
import type { Check, CheckResult, Decision, Settings } from './types';

function checkNamed(id: string): Check {
  const found = BUILT_IN_CHECKS.find(({ definition }) => definition.id === id);
  if (!found) {
    throw new Error(`There is no check "${id}".`);
  }
  return found;
}

function run(options: {
  checks: readonly Check[];
  world?: World;
  settings?: Partial<Settings>;
  now?: number;
}): CheckResult[] {
  const graph = createCatalogGraph(entitiesOf(options.world ?? {}));
  const view = graph.get('component:default/shop');
  if (!view) {
    throw new Error('The world has no service.');
  }
  return evaluate(view, {
    graph,
    definitions: {
      checks: options.checks,
      settings: { ...DEFAULT_SETTINGS, ...options.settings },
    },
    facts: {},
    now: options.now ?? NOW,
  });
}

const RUNBOOK = checkNamed('runbook-linked');
const EXEMPTION = {
  entityRef: 'Component:default/Shop',
  check: 'runbook-linked',
  reason: 'It moves next month',
  until: '2026-06-15',
};

describe('evaluate', () => {
  it('gives a result for every check in the order of the definitions', () => {
    const results = run({ checks: BUILT_IN_CHECKS });
    expect(results.map(({ check }) => check)).toEqual(
      BUILT_IN_CHECKS.map(({ definition }) => definition.id),
    );
  });

  it.each(['', '  ', '\u200b'])(
    'asks the owner of each entity, whoever else has a key that holds %j',
    blank => {
      const keys = { 'on-call': blank, 'change-review': blank };
      const outcomes = (owner: World['owner']) =>
        run({
          checks: [checkNamed('on-call-linked'), checkNamed('change-review')],
          world: { keys, owner },
        }).map(({ status, reason }) => `${status} ${reason}`);

      const paged = { 'pagerduty.com/service-id': 'P1', 'change-review': '2' };
      expect(outcomes(paged)).toEqual(['pass inherited', 'pass inherited']);
      expect(outcomes({ 'change-review': '0' })).toEqual([
        'fail missing',
        'fail negative',
      ]);
      expect(outcomes(undefined)).toEqual([
        'fail missing',
        'unknown no-evidence',
      ]);
    },
  );

  it('shortens the names and the list of entities that do not exist', () => {
    const dependsOn = Array.from(
      { length: 150 },
      (_, i) => `component:gone-${i}`,
    );
    const [result] = run({
      checks: [checkNamed('catalog-healthy')],
      world: { spec: { dependsOn, system: 'x'.repeat(1_000_000) } },
    });
    expect(result.reason).toBe('dangling');
    const targets = result.details?.targets;
    expect(Array.isArray(targets) && targets.length).toBe(100);
    expect(JSON.stringify(result).length).toBeLessThan(10_000);
  });

  it('carries what the definition says', () => {
    expect(run({ checks: [RUNBOOK] })).toEqual([
      {
        check: 'runbook-linked',
        track: 'sre',
        level: 1,
        status: 'fail',
        reason: 'missing',
        details: {
          sources: ['maturity/runbook', 'metadata.links[type=runbook]'],
        },
        evidence: [],
        remedy:
          'Write what to do when it breaks and link it in `maturity/runbook`.',
      },
    ]);
  });

  it('scores only components', () => {
    const graph = createCatalogGraph(entitiesOf({}));
    const system = graph.get('system:default/checkout');
    const results = evaluate(system ?? createEntityView(component({})), {
      graph,
      definitions: { checks: BUILT_IN_CHECKS, settings: DEFAULT_SETTINGS },
      facts: {},
      now: NOW,
    });
    expect(new Set(results.map(({ reason }) => reason))).toEqual(
      new Set(['not-a-component']),
    );
  });

  describe('exemptions', () => {
    it('hold through their last day', () => {
      const [result] = run({
        checks: [RUNBOOK],
        settings: { exemptions: [EXEMPTION] },
        now: Date.parse('2026-06-15T23:59:59.999Z'),
      });
      expect(result).toMatchObject({
        status: 'exempt',
        reason: 'exempt',
        details: {
          waiver: 'It moves next month',
          until: '2026-06-15',
          status: 'fail',
        },
      });
    });

    it('vanish on the day after', () => {
      const [result] = run({
        checks: [RUNBOOK],
        settings: { exemptions: [EXEMPTION] },
        now: Date.parse('2026-06-16T00:00:00Z'),
      });
      expect(result.status).toBe('fail');
    });

    it('say who approved them', () => {
      const [result] = run({
        checks: [RUNBOOK],
        settings: { exemptions: [{ ...EXEMPTION, approvedBy: 'jo' }] },
      });
      expect(result.details).toMatchObject({ approvedBy: 'jo' });
    });

    it('do nothing for other checks, for other entities, or without a readable day', () => {
      const exemptions = [
        { ...EXEMPTION, check: 'slo-defined' },
        { ...EXEMPTION, entityRef: 'component:default/cart' },
        { ...EXEMPTION, until: '2026-13-01' },
      ];
      const [result] = run({ checks: [RUNBOOK], settings: { exemptions } });
      expect(result.status).toBe('fail');
    });

    it('leave a check that does not apply alone', () => {
      const [result] = run({
        checks: [RUNBOOK],
        world: { spec: { type: 'library' } },
        settings: { exemptions: [EXEMPTION] },
      });
      expect(result.status).toBe('not-applicable');
    });

    it.each([
      ['where annotations count', '2026-12-31 moving', true, 'exempt'],
      ['unless they count', '2026-12-31 moving', false, 'fail'],
      ['without a reason', '2026-12-31', true, 'fail'],
      ['without a day', 'moving', true, 'fail'],
      ['that ended', '2026-06-14 moving', true, 'fail'],
    ])('of the entity itself %s', (_, value, exemptAnnotations, expected) => {
      const [result] = run({
        checks: [RUNBOOK],
        world: { keys: annotationsOf({ 'exempt.runbook-linked': value }) },
        settings: { exemptAnnotations },
      });
      expect(result.status).toBe(expected);
    });
  });

  it.each([
    ['2026-06-16', 'announced'],
    ['2026-06-15', 'missing'],
  ])('counts a check that starts on %s as %s', (from, reason) => {
    const [result] = run({ checks: [adjustCheck(RUNBOOK, { from })] });
    expect(result.reason).toBe(reason);
  });

  describe('a broken check', () => {
    const broken = (decide: () => Decision): Check => ({
      definition: { ...RUNBOOK.definition, id: 'broken', builtIn: false },
      notApplicable: () => undefined,
      decide,
    });
    const nonsense: Decision = JSON.parse('{ "status": "great" }');
    const nothing: Decision = JSON.parse('null');

    it.each([
      [
        'that throws',
        () => {
          throw new Error('No such table.');
        },
        'No such table.',
      ],
      [
        'that returns nonsense',
        () => nonsense,
        'The check did not return a decision with a status of pass, fail or unknown and a reason.',
      ],
      [
        'that returns nothing',
        () => nothing,
        'The check did not return a decision with a status of pass, fail or unknown and a reason.',
      ],
    ])('%s is unknown and the rest is evaluated', (_, decide, message) => {
      const [first, second] = run({ checks: [broken(decide), RUNBOOK] });
      expect(first).toMatchObject({
        check: 'broken',
        status: 'unknown',
        reason: 'error',
        details: { message },
      });
      expect(second.reason).toBe('missing');
    });

    const claims = 'of evidence; expected';
    it.each<[string, object, string]>([
      ['a reason that is none', { reason: 7 }, 'number as its reason'],
      ['a reason like a novel', { reason: 'x'.repeat(1e6) }, 'as its reason'],
      ['a number that is none', { details: { a: NaN } }, 'number as a detail'],
      ['a detail in a detail', { details: { a: {} } }, 'object as a detail'],
      ['details as a text', { details: 'x' }, '"x" as the details'],
      ['evidence as an object', { evidence: {} }, 'object as its evidence'],
      ['evidence of nothing', { evidence: [null] }, 'a piece of evidence'],
      [
        'a strength of its own',
        { evidence: [{ strength: 'sure' }] },
        `"sure" as the strength ${claims}`,
      ],
      [
        'a value that is none',
        { evidence: [{ strength: 'linked', source: 'a', value: 7 }] },
        `number as the value ${claims}`,
      ],
    ])('that returns %s is unknown', (_, odd, message) => {
      const decision: Decision = Object.assign(
        { status: 'pass' as const, reason: 'linked' },
        odd,
      );
      const [first, second] = run({
        checks: [broken(() => decision), RUNBOOK],
      });
      expect(first).toMatchObject({ status: 'unknown', reason: 'error' });
      expect(first.details?.message).toContain(message);
      expect(JSON.stringify(first).length).toBeLessThan(1_000);
      expect(second.reason).toBe('missing');
    });

    it('may return evidence without end, which is cut', () => {
      const [result] = run({
        checks: [
          broken(() => ({
            status: 'pass',
            reason: 'linked',
            details: { text: 'x'.repeat(1e6) },
            evidence: Array.from({ length: 10_000 }, () => ({
              strength: 'linked' as const,
              source: 'y'.repeat(10_000),
              value: 'z'.repeat(10_000),
              from: null,
            })),
          })),
        ],
      });
      expect(result.status).toBe('pass');
      expect(result.evidence).toHaveLength(100);
      expect(JSON.stringify(result).length).toBeLessThan(100_000);
    });

    it('may not change what it returned afterwards', () => {
      const decision: Decision = {
        status: 'pass',
        reason: 'linked',
        evidence: [
          { strength: 'linked', source: 'a', value: 'before', from: null },
        ],
      };
      const [result] = run({ checks: [broken(() => decision)] });
      Object.assign(decision.evidence?.[0] ?? {}, { value: 'after' });
      expect(result.evidence[0].value).toBe('before');
    });

    it('may promise an answer, which is none', async () => {
      const promise: Promise<never> = Promise.reject(new Error('later'));
      const [result] = run({
        checks: [broken(() => Object.assign(promise, nonsense))],
      });
      expect(result).toMatchObject({ status: 'unknown', reason: 'error' });
    });

    it.each<[unknown]>([
      ['text'],
      [7],
      [{ reason: NaN }],
      [{ reason: 'a', details: [] }],
    ])('may say nonsense about whether it applies: %p', odd => {
      const [result] = run({
        checks: [
          {
            ...broken(() => nonsense),
            notApplicable: () => JSON.parse(JSON.stringify(odd)),
          },
        ],
      });
      expect(result).toMatchObject({ status: 'unknown', reason: 'error' });
    });

    it('may also fail to say whether it applies', () => {
      const [result] = run({
        checks: [
          {
            ...RUNBOOK,
            notApplicable: () => {
              throw new Error('No such table.');
            },
          },
        ],
      });
      expect(result.reason).toBe('error');
    });
  });
});

describe('adjustCheck', () => {
  it('makes extra keys count like those of a known plugin, inherited ones too', () => {
    const check = adjustCheck(checkNamed('on-call-linked'), {
      extraKeys: ['acme.com/pager'],
    });
    const [own] = run({
      checks: [check],
      world: { keys: { 'acme.com/pager': 'team-a' } },
    });
    expect(own).toMatchObject({ status: 'pass', reason: 'linked' });
    const [inherited] = run({
      checks: [check],
      world: { owner: { 'acme.com/pager': 'team-a' } },
    });
    expect(inherited.evidence).toEqual([
      {
        strength: 'linked',
        source: 'acme.com/pager',
        value: 'team-a',
        from: 'group:default/team-a',
      },
    ]);
  });

  it.each(BUILT_IN_CHECKS.map(check => [check.definition.id, check] as const))(
    'lets an extra key of %s stand for evidence that is absent',
    (id, check) => {
      const world = {
        tags: ['ml', 'pci'],
        keys: {
          tier: '1',
          sla: 'availability=99/30d',
          'acme.com/key': 'x',
        },
        // Only so much that every check applies.
        spec: { dependsOn: ['resource:db'] },
      };
      const before = run({ checks: [check], world })[0];
      const after = run({
        checks: [adjustCheck(check, { extraKeys: ['acme.com/key'] })],
        world,
      })[0];
      expect(before.status).not.toBe('not-applicable');
      const stays = before.status === 'pass' || before.reason === 'dangling';
      const open = check.traits.condition ? 'unknown' : 'pass';
      expect([id, after.status]).toEqual([id, stays ? before.status : open]);
    },
  );

  it('keeps where the check applies when its weight changes', () => {
    const check = adjustCheck(RUNBOOK, { weight: 1 });
    expect(check.definition).toEqual({ ...RUNBOOK.definition, weight: 1 });
    const [result] = run({ checks: [check], world: { keys: { tier: '4' } } });
    expect(result.reason).toBe('tier');
  });
});
