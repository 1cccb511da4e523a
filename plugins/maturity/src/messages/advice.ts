import { RULE_SENTENCES } from '@backstage-maturity/plugin-maturity-common';

/** Texts of the page "What next". */
export const adviceMessages = {
  title: 'What next',
  // The same words as on the command line and in the answers to agents.
  sentence: RULE_SENTENCES,
  summary: {
    primary: {
      'insufficient-data': 'There is not enough data: register services first',
      'devops-light':
        'Work on light DevOps practices now: source, build and ownership',
      'keep-exploring': 'Keep exploring: more structure is not worth it yet',
      sustain: 'Sustain what is attained: nothing new is called for',
      track: 'Work on {{track}} practices now',
    },
    parallel: '{{lead}}; in parallel a thin layer of {{tracks}}',
    next: '{{lead}}; next {{tracks}}',
    and: '{{first}} and {{second}}',
    whole: '{{lead}} (confidence {{confidence}}).',
    confidence: { high: 'high', medium: 'medium', low: 'low' },
  },
  caveat: {
    'fix-architecture-first':
      'Most critical services rest on single points or monoliths: redesign those first, reliability practices alone cannot make up for them.',
    'developer-count-unknown':
      'The catalog has no Users, so the number of developers is not known and teams stand in for it.',
    'stack-count-lower-bound':
      'Many services do not say what they are written in, so the number of stacks is a lower bound.',
  },
  standing: {
    title: 'Where you stand',
    unknown:
      'The catalog holds no services yet, so there is no place on the path to show.',
    exploring:
      'Nothing critical is in production yet. Trying things out comes before structure.',
    starting:
      'You run services in production, and DevOps has not reached {{level}} yet. Each stop needs the one before it.',
    devops:
      'DevOps has reached {{level}}. SRE has not, so this is where you stand.',
    sre: 'DevOps and SRE have reached {{level}}. Platform Engineering has not, so this is where you stand.',
    platform: 'All three have reached {{level}}.',
    levels: 'Levels of the organization',
  },
  actions: {
    title: 'Do next',
    none: 'Nothing is called for. Keep what you have.',
    check: 'About this check',
  },
  verdicts: {
    title: 'Three models, three verdicts',
    note: 'They do not exclude each other. They answer different questions, so each has its own verdict. These are practices, not positions to fill.',
    now: 'Now',
    next: 'Next',
    later: 'Later',
    attained: 'Attained',
    'not-indicated': 'Not called for',
    'not-worth-it-yet': 'Not worth it yet',
    unknown: 'Unknown',
    meaning: {
      now: 'Work on this now.',
      next: 'Follows when what comes before it is attained.',
      later: 'Called for, but two others come before it.',
      attained: 'You are where you need to be. Keep it.',
      'not-indicated': 'Nothing in your catalog asks for it.',
      'not-worth-it-yet': 'It would cost more than it saves today.',
      unknown: 'There is not enough data to tell.',
    },
    why: 'Why',
    against: 'What speaks against it',
    nothingFired: 'No rule speaks for it.',
    symptoms: 'Without it, you may notice',
    cost: 'What it costs',
  },
  symptom: {
    devops: {
      rare: 'Releases are rare, large and nerve-racking.',
      waiting: 'A change waits for the hands of another team.',
      drift: 'What works in one environment fails in the next.',
    },
    sre: {
      again: 'The same incidents come back, and each one costs more.',
      late: 'Users notice an outage before you do.',
      unsure: 'Nobody can say whether it is safe to release today.',
    },
    platform: {
      own: 'Every team looks after a pipeline and a dashboard of its own.',
      weeks: 'A new service, or a new colleague, needs weeks to get going.',
      tickets: 'A database or a bucket starts with a ticket.',
    },
  },
  cost: {
    platform:
      'A platform is an investment. People have to build it and keep improving it, so it pays off only while it saves the teams more than that.',
  },
  rule: {
    threshold: 'threshold {{threshold}}',
    article: 'the article’s',
    ours: 'ours',
    articleText: 'This threshold is stated in the article.',
    oursText:
      'This threshold is chosen by us; the article has the idea, but no number. Change it in the configuration.',
    value: 'Found: {{value}}',
    behind: 'What is behind {{value}}',
    openBehind: 'Found: {{value}}. Show what is behind it',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
    all: 'Open them as a list',
    claim: 'Claim {{numbers}}',
    claims: 'Claims {{numbers}}',
    openClaims: '{{label}}: what the article says',
    claimsTitle: 'What the article says',
    claimNote: 'In our words.',
  },
  notYet: {
    title: 'What can wait, and why',
    none: 'Everything is either under way or attained.',
    later: '{{track}} is called for, but comes after {{before}}.',
    next: '{{track}} is next: it starts when {{before}} is attained.',
    'not-indicated':
      'Nothing that was counted asks for {{track}}. This changes when one of these numbers grows:',
    'not-indicated-platform':
      'Fewer than two signs ask for {{track}}. This changes when more of these numbers grow:',
    'not-worth-it-yet':
      '{{track}} would cost more than it saves at your size. This changes when you grow:',
    exploring:
      '{{track}} is for services that people rely on. Prototype first, give it structure later.',
    of: '{{value}}, threshold {{threshold}}',
    unknown: 'unknown',
  },
  rests: {
    title: 'How sure this is',
    high: 'Confidence is high.',
    medium: 'Confidence is medium.',
    low: 'Confidence is low.',
    highText:
      'Nearly all services have an owner, a stack and a tier, and the catalog knows its users.',
    mediumText:
      'Some services lack an owner, a stack or a tier. The verdicts may change when they are filled in.',
    lowText:
      'Many services lack an owner, a stack or a tier, or the catalog has no users. Take the verdicts as a hint.',
    caveats: 'Mind this',
    counted: 'What was counted',
    countedNote:
      'Running services leave out libraries, documentation and what is deprecated.',
  },
  measure: {
    services: 'Running services',
    productionServices: 'Of these in production',
    experimentalShare: 'Share of experiments',
    devopsLevel: 'Level of DevOps',
    stacks: 'Stacks in production',
    ciProviders: 'CI providers',
    regulatedServices: 'Regulated services',
    mlServices: 'Services with models',
    maxFanInTeams: 'Other teams that share one thing',
    tier1Services: 'Tier 1 services',
    slaServices: 'Services with an agreement',
    legacyCriticalShare: 'Critical services on single points',
    teams: 'Teams',
    goldenPathShare: 'Share on a golden path',
    runtimeShare: 'Share linked to where it runs',
    resourceTypes: 'Kinds of infrastructure',
    resourcesPerService: 'Infrastructure per service',
    onboardingDays: 'Working days to a first change',
    developers: 'Developers',
  },
  compare: {
    title: 'The three models side by side',
    note: 'In our words. Most organizations that grow use all three, one after the other.',
    purpose: 'Asks',
    outcome: 'Brings',
    when: 'Is for you when',
    devops: {
      purpose: 'How does a change reach users?',
      outcome:
        'Short, safe ways to production. The team that builds a service also runs it, and what can be automated is.',
      when: 'You have something in production. It is the base of the other two.',
    },
    sre: {
      purpose: 'Does it stay reliable once it is live?',
      outcome:
        'Clear targets, a budget for failure, and a shared rule for when stability comes before features.',
      when: 'Downtime is costly, many teams rely on one thing, or there are more services and stacks than people can look after by hand.',
    },
    platform: {
      purpose: 'What should teams not have to build themselves?',
      outcome:
        'Paved roads: templates, pipelines and infrastructure that a team gets by itself, so that growth does not mean proportional effort.',
      when: 'Several teams solve the same problem in different ways, and what it saves them is more than what it costs.',
    },
  },
  growth: {
    title: 'How you have grown',
    lead: 'What fits the beginning stops fitting as teams, services and stacks grow in number.',
    notAllowed:
      'The growth of the whole organization is shown to those who may read every scorecard.',
    crossed_one: 'You crossed a threshold',
    crossed_other: 'You crossed {{count}} thresholds',
    moved:
      '{{measure}}: from {{from}} to {{to}}, between {{before}} and {{day}}.',
    redefined: 'Definitions changed in between, which may be the reason.',
    ended: 'It no longer speaks for {{track}}.',
    endedAgainst: 'It no longer speaks against {{track}}.',
    endedExploring: 'You are past exploring.',
    endedCaveat: 'The architecture no longer comes first.',
    older_one: 'and {{count}} more in the last 90 days',
    older_other: 'and {{count}} more in the last 90 days',
    same: '{{number}}, as many as on {{day}}.',
    more: '{{number}}, {{change}} more than on {{day}}.',
    fewer: '{{number}}, {{change}} fewer than on {{day}}.',
    label: '{{measure}}: {{before}} on {{from}}, {{now}} on {{to}}.',
    dayOf: '{{day}}: {{number}}',
  },
  restricted:
    'Counted only from the services that you may see. The whole organization may stand elsewhere.',
  empty: {
    title: 'No advice yet',
    text: 'The advice comes with the first complete reading of the catalog, usually within a minute. This page looks again by itself.',
  },
} as const;
