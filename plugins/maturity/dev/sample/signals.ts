import {
  type Snapshot,
  type SnapshotList,
  thresholdCrossings,
} from '@backstage-maturity/plugin-maturity-common';
import { advice } from './advice';

const { inputs } = advice.advice;

/** Before this many days ago nobody counted signals. */
const COUNTED = 75;
/** A team less for each of these, a service for each of those, and a stack. */
const STEPS = { teams: 15, services: 6, stacks: 40 };

function earlier(now: number, daysAgo: number, step: number): number {
  return Math.max(0, now - Math.floor(daysAgo / step));
}

/** Adds what the advisor counted: the organization of the sample has grown into what it is. */
export function withSignals(items: readonly Snapshot[]): Snapshot[] {
  const newest = Date.parse(items.at(-1)?.day ?? '');
  return items.map(item => {
    const daysAgo = Math.round((newest - Date.parse(item.day)) / 86_400_000);
    if (daysAgo > COUNTED) return item;
    const gone =
      inputs.services - earlier(inputs.services, daysAgo, STEPS.services);
    return {
      ...item,
      signals: {
        ...inputs,
        teams: earlier(inputs.teams, daysAgo, STEPS.teams),
        services: inputs.services - gone,
        productionServices: inputs.productionServices - gone,
        stacks: earlier(inputs.stacks, daysAgo, STEPS.stacks),
      },
    };
  });
}

/** The thresholds that it has passed on its way. */
export function crossingsOf(
  items: readonly Snapshot[],
): SnapshotList['crossings'] {
  return thresholdCrossings(items).map(({ claims, ...crossing }) => ({
    ...crossing,
    claims: [...claims],
  }));
}
