import type { Lifecycle, Tier } from '../entity/types';
import type { Stage, StageTarget, TrackScore } from './types';

/**
 * The built-in tracks that make the stage, in order of growth.
 *
 * @public
 */
export const STAGE_TRACKS = ['devops', 'sre', 'platform'] as const;

/**
 * All stages, lowest first.
 *
 * @public
 */
export const STAGES: readonly Stage[] = [
  'exploring',
  'starting',
  'devops',
  'sre',
  'platform',
];

// A gate asks for this level, or for all that is achievable where that is less.
const GATE_LEVEL = 2;

/** @public */
export interface StageInput {
  lifecycle: Lifecycle;
  tracks: Readonly<Record<string, TrackScore>>;
  /** Tracks that hold an exempt result. */
  exempted?: ReadonlySet<string>;
}

/**
 * The stage of an entity, and notes on it: `out-of-order` when reliability work is resting on manual
 * delivery. The stage is null for a deprecated entity.
 *
 * @public
 */
export function stageOf(input: StageInput): {
  stage: Stage | null;
  notes: string[];
} {
  switch (input.lifecycle) {
    case 'experimental':
      return { stage: 'exploring', notes: [] };
    case 'deprecated':
      return { stage: null, notes: [] };
    case 'production':
      return productionStage(input);
    default:
      return input.lifecycle satisfies never;
  }
}

function productionStage(input: StageInput): { stage: Stage; notes: string[] } {
  if (!isGateOpen('devops', input)) {
    const sre = trackOf(input.tracks, 'sre')?.level ?? 0;
    return {
      stage: 'starting',
      notes: sre >= GATE_LEVEL ? ['out-of-order'] : [],
    };
  }
  if (!isGateOpen('sre', input)) {
    return { stage: 'devops', notes: [] };
  }
  return {
    stage: isGateOpen('platform', input) ? 'platform' : 'sre',
    notes: [],
  };
}

function isGateOpen(track: string, { tracks, exempted }: StageInput): boolean {
  const score = trackOf(tracks, track);
  if (!score || score.level === null || score.achievable === null) {
    // Waiving every check must not be a way through.
    return !exempted?.has(track);
  }
  return score.level >= Math.min(GATE_LEVEL, score.achievable);
}

/** The score of a track; undefined when the record has no such own key. */
export function trackOf(
  tracks: Readonly<Record<string, TrackScore>>,
  track: string,
): TrackScore | undefined {
  return Object.hasOwn(tracks, track) ? tracks[track] : undefined;
}

/** @public */
export interface TargetInput {
  lifecycle: Lifecycle;
  runtime: boolean;
  /** Effective tier: the one that decides which checks apply. */
  tier: Tier;
  /** Whether the catalog has a Template. */
  hasTemplate: boolean;
}

/**
 * The stage that suits an entity, since the top is not everyone's goal; null when it has none.
 *
 * @public
 */
export function targetOf(input: TargetInput): StageTarget | null {
  if (input.lifecycle !== 'production') {
    return null;
  }
  if (!input.runtime || input.tier === 4) {
    return 'devops';
  }
  if (input.hasTemplate) {
    return 'platform';
  }
  return input.tier === 3 ? 'devops' : 'sre';
}
