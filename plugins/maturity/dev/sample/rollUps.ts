import {
  type RollUpItem,
  rollUp,
  type RollUpMember,
} from '@backstage-maturity/plugin-maturity-common';
import { definitionSet } from './definitions';
import { scorecardOf } from './scorecards';
import type { SampleService } from './services';

function memberOf(service: SampleService): RollUpMember {
  const { entityRef, stage, tracks, results } = scorecardOf(service);
  return {
    entityRef,
    stage,
    tracks,
    lifecycle: service.lifecycle,
    tier: service.tier ?? 4,
    open: results.flatMap(({ check, status }) =>
      status === 'fail' || status === 'unknown' ? [{ check, status }] : [],
    ),
  };
}

interface SetOptions {
  key: string;
  title: string;
  entityRef: string | null;
}

/** The roll-up of a set of services, as the backend sends it. */
export function rollUpItem(
  services: readonly SampleService[],
  { key, title, entityRef }: SetOptions,
): RollUpItem[] {
  const rolled = rollUp(services.map(memberOf), {
    definitions: definitionSet,
  });
  if (!rolled) return [];
  return [
    {
      key,
      entityRef,
      title,
      parent: null,
      rollUp: {
        ...rolled,
        stages: { ...rolled.stages },
        leverage: rolled.leverage.map(fix => ({ ...fix })),
        tracks: Object.fromEntries(
          Object.entries(rolled.tracks).map(([id, track]) => [
            id,
            { ...track, histogram: [...track.histogram] },
          ]),
        ),
      },
    },
  ];
}

/** One roll-up per value of a property, in the order of the titles. */
export function rollUpsBy(
  services: readonly SampleService[],
  valueOf: (service: SampleService) => string | null,
): RollUpItem[] {
  const sets = new Map<string, SampleService[]>();
  for (const service of services) {
    const value = valueOf(service);
    if (value !== null) {
      sets.set(value, [...(sets.get(value) ?? []), service]);
    }
  }
  return Array.from(sets, ([value, members]) =>
    rollUpItem(members, {
      key: value,
      title: titleOf(value),
      entityRef: value.includes(':') ? value : null,
    }),
  )
    .flat()
    .sort((a, b) => a.title.localeCompare(b.title));
}

function titleOf(value: string): string {
  const name = value.split('/').at(-1) ?? value;
  return name.charAt(0).toLocaleUpperCase('en-US') + name.slice(1);
}
