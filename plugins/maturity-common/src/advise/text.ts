import { RULES, type RuleId } from './rules';
import type {
  Advice,
  AdviceTrack,
  Measure,
  Primary,
  RuleEvidence,
} from './types';
import { ADVICE_TRACKS } from './verdicts';

/**
 * A rule in words.
 *
 * @public
 */
export interface RuleText {
  id: string;
  /** One sentence; `{{value}}` and `{{threshold}}` stand for the numbers. */
  text: string;
  /** Whether the threshold is stated in the article or chosen here. */
  origin: 'article' | 'ours';
  claims: readonly number[];
}

type Sentences = Readonly<Partial<Record<Measure, string>>>;

/**
 * Per rule a sentence for each of its measures, the main one first; `{{value}}` and `{{threshold}}` stand
 * for the numbers. Frontends offer them for translation.
 *
 * @public
 */
export const RULE_SENTENCES = {
  G0: {
    services:
      'Services in the catalog: {{value}}; there is nothing to judge yet.',
  },
  G1: {
    experimentalShare:
      '{{value}} of the services are experiments and none of the others is critical; from {{threshold}} on, trying things out comes before structure.',
    productionServices:
      'Services in production: {{value}}; until there is one, trying things out comes before structure.',
  },
  D1: {
    devopsLevel:
      'The organization is at DevOps level {{value}}; everything else stands on level {{threshold}}.',
  },
  D2: {
    ciProviders:
      '{{value}} CI providers build the services; from {{threshold}} on, one shared pipeline for all stacks pays off.',
    stacks: 'They build {{value}} stacks, each in its own way.',
  },
  D3: {
    regulatedServices:
      'Regulated services: {{value}}; from {{threshold}} on, the DevOps aim rises to level 3.',
  },
  D4: {
    mlServices:
      'Services that train or serve models: {{value}}; from {{threshold}} on, the DevOps aim rises to level 3.',
  },
  D5: {
    runtimeShare:
      '{{value}} of the production services are linked to where they run, such as a cluster; from {{threshold}} on, your systems count as cloud-native, where DevOps practices need little manual effort.',
  },
  S1: {
    stacks:
      'Production runs on {{value}} stacks; with more than {{threshold}}, keeping them reliable needs a practice of its own.',
  },
  S2: {
    maxFanInTeams:
      'Something is used by {{value}} other teams; from {{threshold}} on, its failure is everybody’s failure.',
  },
  S3: {
    productionServices:
      '{{value}} services are in production; from {{threshold}} on, looking after each one by hand does not scale.',
  },
  S4: {
    tier1Services:
      'Tier 1 services in production: {{value}}; from {{threshold}} on, downtime is costly.',
    slaServices:
      'Services under an agreement with customers: {{value}}; from {{threshold}} on, downtime is costly.',
  },
  S5: {
    legacyCriticalShare:
      '{{value}} of the critical services are single points or monoliths; from {{threshold}} on, the architecture limits what reliability work can reach.',
  },
  P1: {
    teams:
      '{{value}} teams run services; from {{threshold}} on, shared ways of working save more than they cost.',
  },
  P2: {
    ciProviders:
      '{{value}} CI providers are in use; from {{threshold}} on, teams solve the same problem in different ways.',
    goldenPathShare:
      'Several stacks are in use and only {{value}} of the services follow a golden path, less than {{threshold}}.',
  },
  P3: {
    resourceTypes:
      '{{value}} kinds of infrastructure are in use; from {{threshold}} on, teams need simple ways to get them.',
    resourcesPerService:
      'A service depends on {{value}} pieces of infrastructure on average; from {{threshold}} on, teams need simple ways to get them.',
  },
  P4: {
    onboardingDays:
      'A newcomer needs {{value}} working days to a first change in production; {{threshold}} or more is slow.',
  },
  PB1: {
    developers:
      'Developers: {{value}}; up to {{threshold}}, a platform would cost more than it saves.',
    teams:
      'Teams: {{value}}, with developers that nobody counted; up to {{threshold}}, a platform would cost more than it saves.',
    stacks: 'Stacks: {{value}}; up to {{threshold}}, there is little to unify.',
  },
  X1: {
    teams:
      '{{value}} teams should not wait: from {{threshold}} on, a thin platform runs in parallel and delivers the other practices.',
  },
} as const satisfies Readonly<Record<RuleId, Sentences>>;

const SHARES: readonly string[] = [
  'experimentalShare',
  'legacyCriticalShare',
  'goldenPathShare',
  'runtimeShare',
] satisfies Measure[];

const TRACK_TITLES: Readonly<Record<AdviceTrack, string>> = {
  devops: 'DevOps',
  sre: 'SRE',
  platform: 'Platform Engineering',
};

function sentencesOf(ruleId: string): Map<string, string> {
  const rule = RULES.find(({ id }) => id === ruleId);
  return new Map(rule ? Object.entries(RULE_SENTENCES[rule.id]) : []);
}

/**
 * A rule in words; undefined when there is no such rule.
 *
 * @public
 */
export function ruleText(ruleId: string): RuleText | undefined {
  const rule = RULES.find(({ id }) => id === ruleId);
  const [text] = sentencesOf(ruleId).values();
  return rule && text !== undefined
    ? { id: rule.id, text, origin: rule.origin, claims: rule.claims }
    : undefined;
}

/**
 * Why a rule fired, with its numbers; shares are shown in percent.
 *
 * @public
 */
export function ruleEvidenceText(evidence: RuleEvidence): string {
  const { ruleId, measure = '', value, threshold } = evidence;
  const sentences = sentencesOf(ruleId);
  const [main = `Rule ${ruleId}: {{value}} against {{threshold}}.`] =
    sentences.values();
  const text = sentences.get(measure) ?? main;
  const shown = (figure: number | null) =>
    numberText(figure, SHARES.includes(measure));
  return text
    .replace('{{value}}', shown(value))
    .replace('{{threshold}}', shown(threshold));
}

function numberText(figure: number | null, share: boolean): string {
  if (figure === null) {
    return 'unknown';
  }
  return share
    ? `${Math.round(figure * 100)}%`
    : String(Math.round(figure * 10) / 10);
}

/**
 * A caveat in one sentence.
 *
 * @public
 */
export function caveatText(caveat: string): string {
  switch (caveat) {
    case 'fix-architecture-first':
      return 'Most critical services rest on single points or monoliths: redesign those first, reliability practices alone cannot make up for them.';
    case 'developer-count-unknown':
      return 'The catalog has no Users, so the number of developers is not known and teams stand in for it.';
    case 'stack-count-lower-bound':
      return 'Many services do not say what they are written in, so the number of stacks is a lower bound.';
    default:
      return `Caveat: ${caveat}.`;
  }
}

/**
 * The advice in one line.
 *
 * @public
 */
export function adviceSummary(advice: Advice): string {
  const parallel = ADVICE_TRACKS.filter(
    track =>
      track !== advice.primary && advice.verdicts[track].verdict === 'now',
  ).map(track => TRACK_TITLES[track]);
  const next = ADVICE_TRACKS.filter(
    track => advice.verdicts[track].verdict === 'next',
  ).map(track => TRACK_TITLES[track]);
  const parts = [
    primaryText(advice.primary),
    // With a light start nothing else is queued or parallel.
    ...(parallel.length > 0 && isTrack(advice.primary)
      ? [`in parallel a thin layer of ${parallel.join(' and ')}`]
      : []),
    ...(next.length > 0 ? [`next ${next.join(' and ')}`] : []),
  ];
  return `${parts.join('; ')} (confidence ${advice.confidence}).`;
}

function isTrack(primary: Primary): primary is AdviceTrack {
  return ADVICE_TRACKS.some(track => track === primary);
}

function primaryText(primary: Primary): string {
  switch (primary) {
    case 'insufficient-data':
      return 'There is not enough data: register services first';
    case 'devops-light':
      return 'Work on light DevOps practices now: source, build and ownership';
    case 'keep-exploring':
      return 'Keep exploring: more structure is not worth it yet';
    case 'sustain':
      return 'Sustain what is attained: nothing new is called for';
    case 'devops':
    case 'sre':
    case 'platform':
      return `Work on ${TRACK_TITLES[primary]} practices now`;
    default:
      return primary satisfies never;
  }
}
