import type { DefinitionSet } from '../checks/types';
import { LeverageSum } from './LeverageSum';
import { STAGES, trackOf } from './stage';
import { TIER_WEIGHT } from './tierWeight';
import { TrackSum } from './TrackSum';
import type { RollUp, RollUpMember, Stage } from './types';

/** @public */
export interface RollUpSumOptions {
  /** Share of members that must have a level, from 0 to 1; default that of the settings. */
  share?: number;
  /** Asks for the lowest member level too; given only when a counted member is tier 1. */
  withMinimum?: boolean;
  /** Open checks to name at most; default all. */
  leverage?: number;
}

/**
 * The roll-up of a set that is given piece by piece: member by member, or part by part where the parts
 * share no member. The order does not matter.
 *
 * @public
 */
export class RollUpSum {
  readonly #definitions: DefinitionSet;
  readonly #tracks: readonly { id: string; sum: TrackSum }[];
  readonly #leverage: LeverageSum;
  readonly #stages: Record<Stage, number> = {
    exploring: 0,
    starting: 0,
    devops: 0,
    sre: 0,
    platform: 0,
  };
  #counted = 0;
  #experimental = 0;
  #deprecated = 0;
  #critical = false;

  constructor(definitions: DefinitionSet) {
    this.#definitions = definitions;
    this.#tracks = definitions.tracks.map(({ id, levels }) => ({
      id,
      sum: new TrackSum(levels.length),
    }));
    this.#leverage = new LeverageSum(definitions);
  }

  /** Number of members. */
  get total(): number {
    return this.#counted + this.#experimental + this.#deprecated;
  }

  /** Adds a member that is not in the set yet. */
  add(member: Omit<RollUpMember, 'entityRef'>): void {
    const { lifecycle, stage, tier, tracks } = member;
    if (stage !== null) this.#stages[stage]++;
    switch (lifecycle) {
      case 'experimental':
        this.#experimental++;
        return;
      case 'deprecated':
        this.#deprecated++;
        return;
      case 'production':
        break;
      default:
        lifecycle satisfies never;
        return;
    }
    this.#counted++;
    if (tier === 1) this.#critical = true;
    const weight = TIER_WEIGHT[tier];
    for (const { id, sum } of this.#tracks)
      sum.add(trackOf(tracks, id), weight);
    this.#leverage.add(member);
  }

  /** Adds the members of another set of the same definitions; the two must share none. */
  merge(other: RollUpSum): void {
    this.#counted += other.#counted;
    this.#experimental += other.#experimental;
    this.#deprecated += other.#deprecated;
    this.#critical ||= other.#critical;
    for (const stage of STAGES) this.#stages[stage] += other.#stages[stage];
    this.#tracks.forEach(({ sum }, at) => sum.merge(other.#tracks[at].sum));
    this.#leverage.merge(other.#leverage);
  }

  /** The figures; a set without members has no level, and no score on any track. */
  result({
    share,
    withMinimum = false,
    leverage: longest,
  }: RollUpSumOptions = {}): RollUp {
    const leverage = this.#leverage.result();
    const options = {
      share: share ?? this.#definitions.settings.rollUpShare,
      withMinimum: withMinimum && this.#critical,
    };
    return {
      total: this.total,
      counted: this.#counted,
      experimental: this.#experimental,
      deprecated: this.#deprecated,
      tracks: Object.fromEntries(
        this.#tracks.map(({ id, sum }) => [id, sum.result(options)]),
      ),
      stages: { ...this.#stages },
      gain: leverage.reduce((sum, { gain }) => sum + gain, 0),
      leverage: leverage.slice(0, longest),
    };
  }
}
