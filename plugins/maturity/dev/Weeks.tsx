import { Section } from '../src/components/frame';
import type { Week } from '../src/components/OverviewPage/week/useWeek';
import { weekNumbers } from '../src/components/OverviewPage/week/weekNumbers';
import { WeekView } from '../src/components/OverviewPage/week/WeekView';
import { SetTrendView } from '../src/components/SetContent/trend/SetTrendView';
import { Sample } from './Sample';
import { changesOf, definitions, services, snapshotsOf } from './sample';
import { rollUpItem } from './sample/rollUps';

const [ORGANIZATION] = rollUpItem(services, {
  key: 'organization',
  title: 'Organization',
  entityRef: null,
});
const NUMBERS = weekNumbers(snapshotsOf([], 15, ORGANIZATION));
const CHANGES = changesOf(services);
const QUIET = { ...CHANGES, items: [], changed: 0, rose: 0, fell: 0 };
const YOUNG = '2026-11-20';

const WEEKS: readonly (readonly [name: string, week: Week])[] = [
  ['as usual', { changes: CHANGES, numbers: NUMBERS }],
  [
    'more than is shown',
    { changes: { ...CHANGES, changed: 31, complete: false }, numbers: NUMBERS },
  ],
  ['quiet', { changes: QUIET, numbers: NUMBERS }],
  [
    'less than a week',
    { changes: { ...CHANGES, recordedSince: YOUNG }, numbers: undefined },
  ],
  [
    'less than a week, quiet',
    { changes: { ...QUIET, recordedSince: YOUNG }, numbers: undefined },
  ],
  [
    'first run',
    { changes: { ...QUIET, recordedSince: null }, numbers: undefined },
  ],
  ['a part of the organization', { changes: CHANGES, numbers: null }],
];

const TRENDS = [
  ['90 days', 90, false],
  ['2 days', 2, false],
  ['1 day', 1, false],
  ['no day', 0, false],
  ['a part of the days', 12, true],
  ['none that may be seen', 0, true],
] as const;

/** The week and the trend of a set in every state. */
export function Weeks() {
  return (
    <>
      <Section title="Trends of sets">
        {TRENDS.map(([name, days, restricted]) => (
          <Sample key={name} name={name}>
            <div style={{ flex: '1 1 400px' }}>
              <SetTrendView
                list={{
                  items: snapshotsOf([], days, ORGANIZATION),
                  restricted,
                }}
                tracks={definitions.tracks}
              />
            </div>
          </Sample>
        ))}
      </Section>
      <Section title="Weeks">
        {WEEKS.map(([name, week]) => (
          <Sample key={name} name={name}>
            <div style={{ flex: '1 1 400px' }}>
              <WeekView week={week} definitions={definitions} />
            </div>
          </Sample>
        ))}
      </Section>
    </>
  );
}
