import type { AdviceAnswer } from '@backstage-maturity/plugin-maturity-common';

const NOTHING = { triggers: [], blockers: [], evidence: [] };

/** Advice as the backend might give it for the sample. */
export const advice: AdviceAnswer = {
  definitionVersion: 'sample',
  summary:
    'Work on DevOps practices first: your services rest on manual delivery, and reliability work needs a sound pipeline below it.',
  advice: {
    primary: 'devops',
    orgStage: 'starting',
    confidence: 'medium',
    verdicts: {
      devops: { verdict: 'now', ...NOTHING },
      sre: { verdict: 'next', ...NOTHING },
      platform: { verdict: 'later', ...NOTHING },
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
      levels: { devops: 0, sre: 0, platform: 0 },
    },
    thresholds: {},
  },
};
