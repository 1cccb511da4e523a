import { TrendView } from '../src/components/CheckPage/trend/TrendView';
import { trendOf } from '../src/components/CheckPage/trend/trendOf';
import { FirstRun } from '../src/components/FirstRun';
import { Section } from '../src/components/frame';
import { HistoryEntry } from '../src/components/HistorySection/HistoryEntry';
import { Sample } from './Sample';
import { bareServices, definitions, historyPage, snapshotsOf } from './sample';
import { rollUpItem } from './sample/rollUps';

const NOW = { pass: 14, fail: 3, unknown: 2, exempt: 1 };
const WORSE = { pass: 0, fail: 0, unknown: 20, exempt: 0 };
const HISTORY = historyPage('component:default/checkout').items.slice(0, 3);
const ORGANIZATION = rollUpItem(bareServices, {
  key: 'organization',
  title: 'Organization',
  entityRef: null,
});

/** What is told over time, and what is told before there is anything to tell. */
export function Stories() {
  return (
    <>
      <Section title="Trends">
        {[90, 14, 2, 1, 0].map(days => (
          <Sample key={days} name={`${days} days`}>
            <div style={{ flex: '1 1 400px' }}>
              <TrendView
                trend={trendOf(snapshotsOf([['ci', NOW]], days), 'ci')}
              />
            </div>
          </Sample>
        ))}
        <Sample name="nothing known">
          <div style={{ flex: '1 1 400px' }}>
            <TrendView
              trend={trendOf(snapshotsOf([['ci', WORSE]], 90), 'ci')}
            />
          </div>
        </Sample>
      </Section>
      <Section title="Timeline">
        <ol style={{ listStyle: 'none', padding: 0 }}>
          {HISTORY.map(item => (
            <HistoryEntry
              key={item.changedAt}
              item={item}
              definitions={definitions}
            />
          ))}
        </ol>
      </Section>
      {ORGANIZATION.map(organization => (
        <FirstRun
          key={organization.key}
          definitions={definitions}
          organization={organization}
        />
      ))}
    </>
  );
}
