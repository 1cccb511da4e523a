import fc from 'fast-check';
import { advise, triggersOf } from './advise';
import {
  signalsOf,
  WORKED_CASES,
  WORKED_THRESHOLDS,
} from './__testUtils__/vectors';
import { DEFAULT_THRESHOLDS } from './thresholds';
import type { Advice, AdviceTrack, Signals, Verdict } from './types';

const TRACKS: readonly AdviceTrack[] = ['devops', 'sre', 'platform'];

function verdictsOf(advice: Advice): Record<AdviceTrack, Verdict> {
  return {
    devops: advice.verdicts.devops.verdict,
    sre: advice.verdicts.sre.verdict,
    platform: advice.verdicts.platform.verdict,
  };
}

const count = (max: number) => fc.integer({ min: 0, max });
const share = fc.integer({ min: 0, max: 20 }).map(n => n / 20);
const level = fc.integer({ min: 0, max: 4 });
const anySignals: fc.Arbitrary<Signals> = fc
  .record({
    teams: count(14),
    developers: fc.option(count(30)),
    productionServices: count(30),
    experimentalServices: count(10),
    stacks: count(6),
    ciProviders: count(4),
    maxFanInTeams: count(5),
    tier1Services: count(2),
    slaServices: count(2),
    legacyCriticalShare: share,
    regulatedServices: count(2),
    mlServices: count(2),
    resourceTypes: count(6),
    resourcesPerService: count(5),
    onboardingDays: fc.option(count(20)),
    goldenPathShare: share,
    runtimeShare: fc.option(share, { nil: undefined }),
    levels: fc.record({ devops: level, sre: level, platform: level }),
  })
  .map(signals => ({
    ...signals,
    services: signals.productionServices + signals.experimentalServices,
  }));

describe('advise', () => {
  it('has all seventeen worked cases and their thresholds', () => {
    expect(WORKED_CASES).toHaveLength(17);
    expect(WORKED_THRESHOLDS).toEqual(DEFAULT_THRESHOLDS);
  });

  it.each(WORKED_CASES)('gives the worked answer to $name', worked => {
    const advice = advise(worked.input);
    expect({
      primary: advice.primary,
      orgStage: advice.orgStage,
      verdicts: verdictsOf(advice),
      triggers: triggersOf(advice),
      caveats: advice.caveats,
    }).toEqual(worked.expected);
    expect(advice.inputs).toEqual(worked.input);
    expect(advice.thresholds).toEqual(DEFAULT_THRESHOLDS);
  });

  it('shows each rule with its numbers, its origin and its claims', () => {
    const { verdicts } = advise(signalsOf('polyglot-midsize'));
    expect(verdicts.sre).toEqual({
      verdict: 'next',
      triggers: ['S1'],
      blockers: [],
      evidence: [
        {
          ruleId: 'S1',
          measure: 'stacks',
          value: 5,
          threshold: 3,
          origin: 'article',
          entityRefs: [],
          claims: [43],
        },
      ],
    });
    expect(
      verdicts.platform.evidence.map(
        ({ ruleId, measure, value, threshold }) => [
          ruleId,
          measure,
          value,
          threshold,
        ],
      ),
    ).toEqual([
      ['P1', 'teams', 4, 3],
      ['P2', 'ciProviders', 3, 2],
      ['P2', 'goldenPathShare', 0, 0.5],
    ]);
  });

  it('takes only S1 from the article', () => {
    const { verdicts } = advise(signalsOf('scale-up-divergent'));
    const stated = TRACKS.flatMap(track => verdicts[track].evidence)
      .filter(({ origin }) => origin === 'article')
      .map(({ ruleId }) => ruleId);
    expect(stated).toEqual(['S1']);
  });

  it('names what blocks the platform', () => {
    const { platform } = advise(signalsOf('boundary-10-developers')).verdicts;
    expect(platform.blockers).toEqual(['PB1']);
    expect(platform.triggers).toEqual(['P1', 'P3']);
    const uncounted = advise(signalsOf('no-users-in-catalog')).verdicts
      .platform;
    expect(uncounted.evidence).toMatchObject([
      { ruleId: 'PB1', measure: 'teams', value: 1, threshold: 1 },
      { ruleId: 'PB1', measure: 'stacks', value: 1, threshold: 1 },
    ]);
  });

  it('shows the evidence of the architecture caveat without calling it a trigger', () => {
    const { sre } = advise(signalsOf('legacy-single-point')).verdicts;
    expect(sre.triggers).toEqual(['S4']);
    expect(sre.evidence.map(({ ruleId }) => ruleId)).toContain('S5');
  });

  it.each(WORKED_CASES)(
    'lets the share that is linked to a runtime decide nothing for $name',
    ({ input, expected }) => {
      const advice = advise({ ...input, runtimeShare: 1 });
      expect({
        primary: advice.primary,
        orgStage: advice.orgStage,
        verdicts: verdictsOf(advice),
        triggers: triggersOf(advice),
        caveats: advice.caveats,
      }).toEqual(expected);
      expect(advice.nextActions).toEqual(advise(input).nextActions);
    },
  );

  it('shows cloud-native systems as evidence for DevOps from one half on', () => {
    const shown = (runtimeShare?: number, name = 'polyglot-midsize') =>
      advise(signalsOf(name, { runtimeShare })).verdicts.devops.evidence.filter(
        ({ ruleId }) => ruleId === 'D5',
      );
    expect(shown(0.5)).toEqual([
      {
        ruleId: 'D5',
        measure: 'runtimeShare',
        value: 0.5,
        threshold: 0.5,
        origin: 'ours',
        entityRefs: [],
        claims: [19],
      },
    ]);
    expect(shown(0.49)).toEqual([]);
    expect(shown()).toEqual([]);
    expect(shown(1, 'empty-catalog')).toEqual([]);
    expect(shown(1, 'garage-prototype')).toEqual([]);
  });

  it('does not mention the architecture when SRE does not come up', () => {
    const attained = signalsOf('legacy-single-point', {
      levels: { devops: 2, sre: 2, platform: 1 },
    });
    expect(advise(attained).caveats).toEqual([]);
  });

  it('follows configured thresholds', () => {
    const thresholds = { ...DEFAULT_THRESHOLDS, manyStacks: 2 };
    expect(
      advise(signalsOf('boundary-3-stacks'), { thresholds }).verdicts.sre
        .verdict,
    ).toBe('now');
  });

  it('trusts given signals half, and less without developers', () => {
    expect(advise(signalsOf('polyglot-midsize')).confidence).toBe('medium');
    expect(advise(signalsOf('no-users-in-catalog')).confidence).toBe('low');
  });

  it.each(WORKED_CASES)(
    'has three actions about practices for $name',
    worked => {
      const { nextActions } = advise(worked.input);
      expect(nextActions).toHaveLength(3);
      expect(new Set(nextActions.map(({ id }) => id)).size).toBe(3);
      const checks = nextActions.flatMap(({ check }) => check ?? []);
      expect(new Set(checks).size).toBe(checks.length);
      for (const { text, count: entities, entityRefs } of nextActions) {
        expect(text).not.toMatch(/\bhir(e|ing)\b/i);
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(entities).toBe(0);
        expect(entityRefs).toEqual([]);
      }
    },
  );

  it.each([
    ['empty-catalog', ['register', 'own', 'describe']],
    [
      'polyglot-midsize',
      ['D1', 'usual-automated-tests', 'usual-automated-deployment'],
    ],
    ['regulated-fintech', ['D3', 'usual-ci-pipeline', 'usual-automated-tests']],
    ['ml-product-small', ['D4', 'usual-ci-pipeline', 'usual-automated-tests']],
    [
      'shared-infrastructure',
      ['S4', 'usual-on-call-linked', 'usual-error-budget-policy'],
    ],
    ['boundary-4-stacks', ['S1', 'usual-slo-defined', 'usual-on-call-linked']],
    [
      'enterprise-with-sre',
      ['P2', 'usual-docs-published', 'usual-stack-declared'],
    ],
    [
      'boundary-11-developers',
      ['P1', 'usual-docs-published', 'usual-stack-declared'],
    ],
    [
      'legacy-single-point',
      ['S5', 'usual-slo-defined', 'usual-on-call-linked'],
    ],
    [
      'mature-all-three',
      ['usual-ci-pipeline', 'sustain-dates', 'sustain-drift'],
    ],
  ])('starts with the strongest trigger for %s', (name, ids) => {
    expect(advise(signalsOf(name)).nextActions.map(({ id }) => id)).toEqual(
      ids,
    );
  });

  it('is pure', () => {
    fc.assert(
      fc.property(anySignals, signals => {
        const before = structuredClone(signals);
        expect(advise(signals)).toEqual(advise(structuredClone(signals)));
        expect(signals).toEqual(before);
      }),
    );
  });

  it('never loses an SRE indication to one more tier 1 service', () => {
    fc.assert(
      fc.property(anySignals, signals => {
        const indicated = (verdict: Verdict) =>
          ['now', 'next', 'later', 'attained'].includes(verdict);
        const before = verdictsOf(advise(signals)).sre;
        const after = verdictsOf(
          advise({ ...signals, tier1Services: signals.tier1Services + 1 }),
        ).sre;
        expect(indicated(after) || !indicated(before)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never demotes the verdict of another track when one track gains a level', () => {
    const rank: Record<Verdict, number> = {
      unknown: 0,
      'not-worth-it-yet': 0,
      'not-indicated': 0,
      later: 1,
      next: 2,
      now: 3,
      attained: 4,
    };
    fc.assert(
      fc.property(anySignals, fc.constantFrom(...TRACKS), (signals, raised) => {
        const before = verdictsOf(advise(signals));
        const after = verdictsOf(
          advise({
            ...signals,
            levels: { ...signals.levels, [raised]: signals.levels[raised] + 1 },
          }),
        );
        for (const track of TRACKS.filter(other => other !== raised)) {
          expect(rank[after[track]]).toBeGreaterThanOrEqual(
            rank[before[track]],
          );
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('never unblocks the platform of one team and one stack because developers are unknown', () => {
    fc.assert(
      fc.property(anySignals, signals => {
        const one = { ...signals, developers: null, teams: 1, stacks: 1 };
        expect(['unknown', 'not-worth-it-yet']).toContain(
          verdictsOf(advise(one)).platform,
        );
      }),
    );
  });
});
