import { LOOK_BACKS, type LookBack } from '../../alerts';
import { identityLabels, matchers } from '../selector';
import type { SloDefinition } from '../types';
import type { InputSeries } from './counterValues';
import { alertAt, hasAlert, silentAt, type Scenario } from './expectations';
import { blip, minutesToPage, slowLeak } from './pace';

const MINUTES = 30;

/** Error ratios as if they had been recorded. */
function ratios(
  slo: SloDefinition,
  ratioOf: (lookBack: LookBack) => number,
): InputSeries[] {
  return LOOK_BACKS.map(lookBack => {
    const labels = new Map([
      ...slo.labels,
      ...identityLabels(slo),
      ['sloth_window', lookBack] as const,
    ]);
    return {
      series: `slo:sli_error:ratio_rate${lookBack}${matchers(labels)}`,
      values: `${Number(ratioOf(lookBack).toFixed(9))}+0x${MINUTES}`,
    };
  });
}

/**
 * Tests of the alerts of an objective whose queries cannot be tried: nobody but its author knows which
 * series they read.
 */
export function recordedScenarios(slo: SloDefinition): Scenario[] {
  const seen = blip(slo);
  const slow = slowLeak(slo);
  const minute = MINUTES;
  return [
    {
      name: `${slo.id}: no traffic is silent`,
      input: [],
      expectations: silentAt(slo, minute),
    },
    ...(minutesToPage(slo) !== undefined && hasAlert(slo, 'page')
      ? [
          {
            name: `${slo.id}: an outage pages`,
            input: ratios(slo, () => 1),
            expectations: [
              alertAt(slo, { severity: 'page', minute, fires: true }),
            ],
          },
        ]
      : []),
    {
      name: `${slo.id}: a blip is silent`,
      input: ratios(slo, lookBack => (lookBack === '5m' ? seen.errorRatio : 0)),
      expectations: silentAt(slo, minute),
    },
    ...(slow && hasAlert(slo, 'ticket')
      ? [
          {
            name: `${slo.id}: a slow leak makes a ticket and does not page`,
            input: ratios(slo, () => slow.errorRatio),
            expectations: [
              alertAt(slo, { severity: 'ticket', minute, fires: true }),
              alertAt(slo, { severity: 'page', minute, fires: false }),
            ],
          },
        ]
      : []),
  ];
}
