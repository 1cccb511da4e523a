import type { SloDefinition } from '../types';
import { windowName } from '../windowName';
import { counterValues, type Traffic } from './counterValues';
import type { EventSeries } from './eventSeries';
import {
  absentAt,
  alertAt,
  hasAlert,
  recorded,
  silentAt,
  type Scenario,
} from './expectations';
import {
  BEFORE_LEAK,
  blip,
  BLIP_MINUTES,
  minutesToPage,
  slowLeak,
} from './pace';

const HOUR = 60;
const SIX_HOURS = 6 * HOUR;
const EVENTS = 1_000_000;
const REMAINING = 'slo:period_error_budget_remaining:ratio';
const SHORTEST = 'slo:sli_error:ratio_rate5m';

function healthy(minutes: number): Traffic {
  return { minutes, events: EVENTS, errorRatio: 0 };
}

function noTraffic(slo: SloDefinition, series: EventSeries): Scenario {
  const minute = 2 * HOUR;
  return {
    name: `${slo.id}: no traffic is silent, and leaves the budget as it was`,
    input: counterValues(series, [
      healthy(HOUR),
      { minutes: HOUR, events: 0, errorRatio: 0 },
    ]),
    expectations: [
      absentAt(slo, SHORTEST, minute),
      recorded(slo, { record: REMAINING, is: '>', than: 0.999, minute }),
      ...silentAt(slo, minute),
    ],
  };
}

function neverFailed(slo: SloDefinition, series: EventSeries): Scenario {
  const minute = HOUR;
  return {
    name: `${slo.id}: a service that never failed is healthy`,
    input: counterValues(series, [healthy(minute)], { onlyCounting: true }),
    expectations: [
      recorded(slo, { record: SHORTEST, is: '<', than: 0.000000001, minute }),
      recorded(slo, { record: REMAINING, is: '>', than: 0.999, minute }),
      ...silentAt(slo, minute),
    ],
  };
}

function outage(slo: SloDefinition, series: EventSeries): Scenario[] {
  const minutes = minutesToPage(slo);
  if (minutes === undefined || !hasAlert(slo, 'page')) {
    return [];
  }
  const minute = SIX_HOURS + minutes;
  return [
    {
      name: `${slo.id}: an outage pages after ${minutes} minutes at most`,
      input: counterValues(series, [
        healthy(SIX_HOURS),
        { minutes, events: EVENTS, errorRatio: 1 },
      ]),
      expectations: [
        ...silentAt(slo, SIX_HOURS),
        alertAt(slo, { severity: 'page', minute, fires: true }),
        recorded(slo, { record: REMAINING, is: '<', than: 0.999, minute }),
      ],
    },
  ];
}

function shortBlip(slo: SloDefinition, series: EventSeries): Scenario {
  const { errorRatio, threshold, isSeen } = blip(slo);
  const after = [5, 10, 20].map(minutes => SIX_HOURS + minutes);
  return {
    name: `${slo.id}: a blip of ${BLIP_MINUTES} minutes is silent`,
    input: counterValues(series, [
      healthy(SIX_HOURS),
      { minutes: BLIP_MINUTES, events: EVENTS, errorRatio },
      healthy(HOUR),
    ]),
    expectations: [
      ...(isSeen
        ? [
            recorded(slo, {
              record: SHORTEST,
              is: '>',
              than: threshold,
              minute: after[0],
            }),
          ]
        : []),
      ...after.flatMap(minute => silentAt(slo, minute)),
    ],
  };
}

function leak(slo: SloDefinition, series: EventSeries): Scenario[] {
  const slow = slowLeak(slo);
  if (!slow || !hasAlert(slo, 'ticket')) {
    return [];
  }
  const { errorRatio, minutes } = slow;
  const minute = BEFORE_LEAK + minutes;
  return [
    {
      name: `${slo.id}: a slow leak makes a ticket and does not page`,
      interval: 2,
      input: counterValues(
        series,
        [healthy(BEFORE_LEAK), { minutes, events: EVENTS, errorRatio }],
        { interval: 2 },
      ),
      expectations: [
        ...silentAt(slo, BEFORE_LEAK),
        alertAt(slo, { severity: 'ticket', minute, fires: true }),
        alertAt(slo, { severity: 'page', minute, fires: false }),
      ],
    },
  ];
}

/** Weighted by time, the error ratio would be one half. */
function weighting(slo: SloDefinition, series: EventSeries): Scenario {
  const record = `slo:sli_error:ratio_rate${windowName(slo.windowDays)}`;
  const minute = 2 * HOUR;
  return {
    name: `${slo.id}: the budget counts events and not time`,
    input: counterValues(series, [
      healthy(HOUR),
      { minutes: HOUR, events: EVENTS / 100, errorRatio: 1 },
    ]),
    expectations: [
      recorded(slo, { record, is: '>', than: 0.005, minute }),
      recorded(slo, { record, is: '<', than: 0.02, minute }),
    ],
  };
}

/** Tests that feed the counters which the queries of an objective read. */
export function eventScenarios(
  slo: SloDefinition,
  series: EventSeries,
): Scenario[] {
  return [
    noTraffic(slo, series),
    neverFailed(slo, series),
    ...outage(slo, series),
    shortBlip(slo, series),
    ...leak(slo, series),
    weighting(slo, series),
  ];
}
