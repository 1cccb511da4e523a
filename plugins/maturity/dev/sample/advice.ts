import type { AdviceAnswer } from '@backstage-maturity/plugin-maturity-common';
import { services } from './services';

type Evidence = AdviceAnswer['advice']['verdicts']['sre']['evidence'][number];

const refsOf = (count: number) =>
  services.slice(0, count).map(({ name }) => `component:default/${name}`);

/** A rule that fired, as the backend tells it. */
function rule(
  ruleId: string,
  measure: string,
  numbers: Pick<Evidence, 'value' | 'threshold' | 'claims'> & { named: number },
): Evidence {
  const { named, ...rest } = numbers;
  const origin = ruleId === 'S1' ? 'article' : 'ours';
  const entityRefs = refsOf(named);
  return { ruleId, measure, origin, entityRefs, count: named, ...rest };
}

const LEVEL = rule('D1', 'devopsLevel', {
  value: 0,
  threshold: 2,
  claims: [29, 75],
  named: 3,
});
const CLOUD = rule('D5', 'runtimeShare', {
  value: 0.7,
  threshold: 0.5,
  claims: [19],
  named: 10,
});
const CRITICAL = rule('S4', 'tier1Services', {
  value: 4,
  threshold: 1,
  claims: [46, 76],
  named: 4,
});
const TEAMS = rule('P1', 'teams', {
  value: 7,
  threshold: 3,
  claims: [56],
  named: 0,
});
const PATHS = rule('P2', 'goldenPathShare', {
  value: 0.2,
  threshold: 0.5,
  claims: [57, 78],
  named: 10,
});

/** Advice as the backend might give it for the sample. */
export const advice: AdviceAnswer = {
  definitionVersion: 'sample',
  summary: 'Work on DevOps practices now; next SRE (confidence medium).',
  advice: {
    primary: 'devops',
    orgStage: 'starting',
    confidence: 'medium',
    verdicts: {
      devops: {
        verdict: 'now',
        triggers: ['D1'],
        blockers: [],
        evidence: [LEVEL, CLOUD],
      },
      sre: {
        verdict: 'next',
        triggers: ['S4'],
        blockers: [],
        evidence: [CRITICAL],
      },
      platform: {
        verdict: 'later',
        triggers: ['P1', 'P2'],
        blockers: [],
        evidence: [TEAMS, PATHS],
      },
    },
    caveats: [],
    nextActions: [
      {
        id: 'D1',
        check: 'automated-tests',
        count: 7,
        entityRefs: [],
        filter: 'check=automated-tests&status=fail',
        text: 'Run tests before every deployment.',
      },
      {
        id: 'leverage',
        check: 'automated-deployment',
        count: 6,
        entityRefs: [],
        filter: 'check=automated-deployment&status=fail',
        text: 'Deploy without a manual hand-off.',
      },
      {
        id: 'leverage',
        check: 'infrastructure-as-code',
        count: 5,
        entityRefs: [],
        filter: 'check=infrastructure-as-code&status=unknown',
        text: 'Say where infrastructure is defined as code.',
      },
    ],
    inputs: {
      teams: 7,
      developers: null,
      services: 20,
      productionServices: 18,
      experimentalServices: 1,
      stacks: 3,
      ciProviders: 1,
      maxFanInTeams: 2,
      tier1Services: 4,
      slaServices: 1,
      legacyCriticalShare: 0,
      regulatedServices: 0,
      mlServices: 2,
      resourceTypes: 2,
      resourcesPerService: 0.5,
      onboardingDays: null,
      goldenPathShare: 0.2,
      runtimeShare: 0.7,
      levels: { devops: 0, sre: 0, platform: 0 },
    },
    thresholds: {},
  },
};
