import type { AdviceTrack, NextAction, Primary } from '../types';
import { action, type ActionContext, openFilter, openRefs } from './context';

interface Plain {
  id: string;
  check: string | null;
  text: string;
}

const REGISTER: readonly Plain[] = [
  {
    id: 'register',
    check: 'source-linked',
    text: 'Register the first services in the catalog, each from its own repository.',
  },
  {
    id: 'own',
    check: 'owner-assigned',
    text: 'Name the team that owns each of them, and who is in that team.',
  },
  {
    id: 'describe',
    check: 'catalog-basics',
    text: 'Describe each service in a sentence and say whether it is an experiment or in production.',
  },
];

const KEEP_EXPLORING: readonly Plain[] = [
  {
    id: 'validate',
    check: null,
    text: 'Keep trying things out; say `production` in the catalog as soon as real users depend on a service.',
  },
  {
    id: 'own',
    check: 'owner-assigned',
    text: 'Keep the team that owns each experiment known, so that none is left behind.',
  },
  {
    id: 'describe',
    check: 'catalog-basics',
    text: 'Describe what each experiment is for, and retire those that have answered their question.',
  },
];

const SUSTAIN: readonly Plain[] = [
  {
    id: 'sustain-dates',
    check: 'readiness-review',
    text: 'Repeat reviews and rehearsals whose dates have grown old, before they count as missing.',
  },
  {
    id: 'sustain-drift',
    check: 'golden-path-current',
    text: 'Bring services that have fallen behind their golden path back to its current version.',
  },
  {
    id: 'sustain-trend',
    check: null,
    text: 'Look at the trend of the levels once a month, and act on the first one that falls.',
  },
];

const USUAL: Readonly<Record<AdviceTrack, readonly Plain[]>> = {
  devops: [
    {
      id: 'usual-ci-pipeline',
      check: 'ci-pipeline',
      text: 'Have every change built by a pipeline.',
    },
    {
      id: 'usual-automated-tests',
      check: 'automated-tests',
      text: 'Run tests in the pipeline before every deployment.',
    },
    {
      id: 'usual-automated-deployment',
      check: 'automated-deployment',
      text: 'Deploy without a manual hand-off.',
    },
    {
      id: 'usual-owner-assigned',
      check: 'owner-assigned',
      text: 'Give every component a team that owns it.',
    },
  ],
  sre: [
    {
      id: 'usual-slo-defined',
      check: 'slo-defined',
      text: 'Set a reliability target with a window for every service that somebody relies on.',
    },
    {
      id: 'usual-on-call-linked',
      check: 'on-call-linked',
      text: 'Make sure that somebody can be paged for every service.',
    },
    {
      id: 'usual-error-budget-policy',
      check: 'error-budget-policy',
      text: 'Agree beforehand what happens when an error budget is spent.',
    },
    {
      id: 'usual-runbook-linked',
      check: 'runbook-linked',
      text: 'Write down the first steps for those who respond.',
    },
  ],
  platform: [
    {
      id: 'usual-golden-path-origin',
      check: 'golden-path-origin',
      text: 'Start new services from a golden path and move existing ones onto it.',
    },
    {
      id: 'usual-docs-published',
      check: 'docs-published',
      text: 'Publish the documentation of every service in the portal.',
    },
    {
      id: 'usual-stack-declared',
      check: 'stack-declared',
      text: 'Say for every service what it is written in.',
    },
    {
      id: 'usual-onboarding-guide',
      check: 'onboarding-guide',
      text: 'Let a newcomer start from the portal.',
    },
  ],
};

/** The fixed actions of a primary verdict that names no track; empty for the others. */
export function fixedActions(
  primary: Primary,
  context: ActionContext,
): NextAction[] {
  switch (primary) {
    case 'insufficient-data':
      return REGISTER.map(plain => plainAction(plain, context));
    case 'devops-light':
      return [];
    case 'keep-exploring':
      return KEEP_EXPLORING.map(plain => plainAction(plain, context));
    case 'sustain':
      return SUSTAIN.map(plain => plainAction(plain, context));
    case 'devops':
    case 'sre':
    case 'platform':
      return [];
    default:
      return primary satisfies never;
  }
}

/** Actions that make sense for a track whatever is open, in their order. */
export function usualActions(
  track: AdviceTrack,
  context: ActionContext,
): NextAction[] {
  return USUAL[track].map(plain => plainAction(plain, context));
}

function plainAction(
  { id, check, text }: Plain,
  { sources }: ActionContext,
): NextAction {
  return action({
    id,
    check,
    refs: check === null ? [] : openRefs(sources, check),
    filter: check === null ? '' : openFilter(sources, check),
    text,
  });
}
