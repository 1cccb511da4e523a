import type { RuleId } from './rules';
import { RAISED_DEVOPS_LEVEL } from './thresholds';
import type {
  AdviceTrack,
  OrgStage,
  Primary,
  Signals,
  Thresholds,
  Verdict,
} from './types';

/** The tracks in order of growth, which is also the order of the queue. */
export const ADVICE_TRACKS = ['devops', 'sre', 'platform'] as const;

/** What the rules that fired add up to. */
export interface Outcome {
  primary: Primary;
  orgStage: OrgStage;
  verdicts: Readonly<Record<AdviceTrack, Verdict>>;
  /** Rules that speak for a track, whatever its verdict. */
  triggers: Readonly<Record<AdviceTrack, readonly RuleId[]>>;
  blockers: Readonly<Record<AdviceTrack, readonly RuleId[]>>;
  caveats: readonly string[];
}

export interface OutcomeInput {
  signals: Signals;
  thresholds: Thresholds;
  /** Rules that fired; X1 when the organization is large enough for it. */
  fired: ReadonlySet<RuleId>;
}

const NONE = { devops: [], sre: [], platform: [] };
const DEVOPS_RULES: readonly RuleId[] = ['D1', 'D2', 'D3', 'D4'];
const SRE_RULES: readonly RuleId[] = ['S1', 'S2', 'S3', 'S4'];
const PLATFORM_RULES: readonly RuleId[] = ['P1', 'P2', 'P3', 'P4'];
// One sign alone is not worth a platform.
const PLATFORM_SIGNS = 2;

/** Combines fired rules and levels into verdicts. */
export function outcomeOf(input: OutcomeInput): Outcome {
  if (input.fired.has('G0')) {
    return {
      primary: 'insufficient-data',
      orgStage: 'unknown',
      verdicts: { devops: 'unknown', sre: 'unknown', platform: 'unknown' },
      triggers: NONE,
      blockers: NONE,
      caveats: [],
    };
  }
  return input.fired.has('G1') ? exploring(input) : combined(input);
}

function exploring({ signals }: OutcomeInput): Outcome {
  const light = signals.levels.devops < 1;
  return {
    primary: light ? 'devops-light' : 'keep-exploring',
    orgStage: 'exploring',
    verdicts: {
      devops: light ? 'now' : 'attained',
      sre: 'not-worth-it-yet',
      platform: 'not-worth-it-yet',
    },
    triggers: { ...NONE, devops: ['G1'] },
    blockers: { ...NONE, sre: ['G1'], platform: ['G1'] },
    caveats: [],
  };
}

function combined(input: OutcomeInput): Outcome {
  const { signals, fired } = input;
  const standings = {
    devops: devopsStanding(input),
    sre: sreStanding(input),
    platform: platformStanding(input),
  };
  const queue = ADVICE_TRACKS.filter(track => standings[track] === 'open');
  // Independent of the DevOps level, or improving DevOps would demote the platform verdict.
  const parallel = fired.has('X1') && queue.indexOf('platform') > 0;
  const places: readonly AdviceTrack[] = parallel
    ? queue.filter(track => track !== 'platform')
    : queue;
  const verdictOf = (track: AdviceTrack): Verdict => {
    const standing = standings[track];
    if (standing !== 'open') {
      return standing;
    }
    const place = places.indexOf(track);
    // Not in the queue (-1): it runs in parallel.
    if (place < 1) {
      return 'now';
    }
    return place === 1 ? 'next' : 'later';
  };
  const verdicts = {
    devops: verdictOf('devops'),
    sre: verdictOf('sre'),
    platform: verdictOf('platform'),
  };
  const kept = (ids: readonly RuleId[]) => ids.filter(id => fired.has(id));
  return {
    primary:
      ADVICE_TRACKS.find(track => verdicts[track] === 'now') ?? 'sustain',
    orgStage: orgStageOf(input),
    verdicts,
    triggers: {
      devops: kept(DEVOPS_RULES),
      sre: kept(SRE_RULES),
      platform: [...kept(PLATFORM_RULES), ...(parallel ? ['X1' as const] : [])],
    },
    blockers: { ...NONE, platform: kept(['PB1']) },
    caveats: [
      ...(fired.has('S5') && ['now', 'next'].includes(verdicts.sre)
        ? ['fix-architecture-first']
        : []),
      ...(signals.developers === null ? ['developer-count-unknown'] : []),
    ],
  };
}

/** A verdict that does not depend on the other tracks, or `open`: indicated, unattained and unblocked. */
type Standing = 'open' | 'attained' | 'not-indicated' | 'not-worth-it-yet';

function devopsStanding({
  signals,
  thresholds,
  fired,
}: OutcomeInput): Standing {
  const raised = fired.has('D3') || fired.has('D4');
  const target = raised
    ? Math.max(RAISED_DEVOPS_LEVEL, thresholds.attained)
    : thresholds.attained;
  return signals.levels.devops >= target ? 'attained' : 'open';
}

function sreStanding({ signals, thresholds, fired }: OutcomeInput): Standing {
  if (signals.levels.sre >= thresholds.attained) {
    return 'attained';
  }
  return SRE_RULES.some(id => fired.has(id)) ? 'open' : 'not-indicated';
}

function platformStanding(input: OutcomeInput): Standing {
  const { signals, thresholds, fired } = input;
  if (fired.has('PB1')) {
    return 'not-worth-it-yet';
  }
  if (
    signals.levels.platform >= thresholds.attained &&
    signals.goldenPathShare >= thresholds.goldenPathShare
  ) {
    return 'attained';
  }
  return PLATFORM_RULES.filter(id => fired.has(id)).length >= PLATFORM_SIGNS
    ? 'open'
    : 'not-indicated';
}

function orgStageOf({ signals, thresholds }: OutcomeInput): OrgStage {
  const missing = ADVICE_TRACKS.findIndex(
    track => signals.levels[track] < thresholds.attained,
  );
  switch (missing) {
    case -1:
      return 'platform';
    case 0:
      return 'starting';
    default:
      return ADVICE_TRACKS[missing - 1];
  }
}
