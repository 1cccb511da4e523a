import type {
  ChangeList,
  EntityChange,
} from '@backstage-maturity/plugin-maturity-common';
import { refOf, type SampleService } from './services';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-11-23T09:30:00.000Z');

type Levels = EntityChange['levels'];

/** Days ago and what changed, the most important first. */
const CHANGED: readonly (readonly [
  name: string,
  daysAgo: number,
  levels: Levels,
])[] = [
  [
    'checkout',
    3,
    [
      { track: 'devops', from: 1, to: 2 },
      { track: 'sre', from: 2, to: 1 },
    ],
  ],
  ['ledger', 1, [{ track: 'platform', from: 3, to: 4 }]],
  ['sessions', 5, [{ track: 'devops', from: 3, to: 2 }]],
  ['fraud-scoring', 2, [{ track: 'sre', from: null, to: 1 }]],
  ['invoice-pdf', 6, [{ track: 'devops', from: 0, to: 1 }]],
];

/** What the backend tells of the last week of the sample. */
export function changesOf(
  services: readonly SampleService[],
  options: { days?: number; recordedSince?: string | null } = {},
): ChangeList {
  const { days = 7, recordedSince = '2026-08-26' } = options;
  const items = CHANGED.flatMap(([name, daysAgo, levels]): EntityChange[] => {
    const service = services.find(each => each.name === name);
    if (!service || service.bare || recordedSince === null) return [];
    const { title = name, tier } = service;
    const changedAt = new Date(NOW - daysAgo * DAY).toISOString();
    return [
      {
        entityRef: refOf(service),
        title,
        tier,
        changedAt,
        levels: [...levels],
      },
    ];
  });
  const some = (up: boolean) =>
    items.filter(({ levels }) =>
      levels.some(
        ({ from, to }) =>
          from !== null && to !== null && from !== to && to > from === up,
      ),
    ).length;
  return {
    since: new Date(NOW - days * DAY).toISOString(),
    recordedSince,
    changed: items.length,
    rose: some(true),
    fell: some(false),
    complete: true,
    items,
  };
}
