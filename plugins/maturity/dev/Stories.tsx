import type { EvidencePiece } from '../src/api';
import { TrendView } from '../src/components/CheckPage/trend/TrendView';
import { checkTrend } from '../src/components/CheckPage/trend/checkTrend';
import { EvidenceList } from '../src/components/checks';
import { FirstRun } from '../src/components/FirstRun';
import { Section } from '../src/components/frame';
import { HistoryEntry } from '../src/components/HistorySection/HistoryEntry';
import { ExportButton } from '../src/components/ServicesPage/ExportButton';
import { ExportOutcome } from '../src/components/ServicesPage/ExportOutcome';
import type { ExportState } from '../src/components/ServicesPage/useExport';
import { Sample } from './Sample';
import { bareServices, definitions, historyPage, snapshotsOf } from './sample';
import { rollUpItem } from './sample/rollUps';
import { Weeks } from './Weeks';

const NOW = { pass: 14, fail: 3, unknown: 2, exempt: 1 };
const WORSE = { pass: 0, fail: 0, unknown: 20, exempt: 0 };
const HISTORY = historyPage('component:default/checkout').items.slice(0, 3);
const ORGANIZATION = rollUpItem(bareServices, {
  key: 'organization',
  title: 'Organization',
  entityRef: null,
});

const EVIDENCE: readonly EvidencePiece[] = [
  {
    strength: 'observed',
    source: 'facts.incidents.open',
    value: '0',
    from: null,
    observedAt: new Date(Date.now() - 40 * 60_000).toISOString(),
  },
  {
    strength: 'observed',
    source: '.github/workflows/ci.yaml',
    value: 'npm test',
    from: null,
    observedAt: '2026-01-05T08:30:00.000Z',
  },
  {
    strength: 'linked',
    source: 'pagerduty.com/service-id',
    value: 'PXYZ',
    from: 'system:default/shop',
    observedAt: '2026-01-05T08:30:00.000Z',
  },
  {
    strength: 'graph',
    source: 'relations.ownedBy',
    value: 'a restricted entity',
    from: 'a restricted entity',
  },
  { strength: 'declared', source: 'maturity/tests', value: '', from: null },
];
const DOWNLOADS: readonly ExportState[] = [
  { state: 'idle' },
  { state: 'running' },
  { state: 'done', name: 'scorecards-2026-11-23.csv' },
  { state: 'failed', error: new Error('The database is away.') },
];

function ignore() {}

/** What is told over time, and what is told before there is anything to tell. */
export function Stories() {
  return (
    <>
      <Section title="Trends">
        {[90, 14, 2, 1, 0].map(days => (
          <Sample key={days} name={`${days} days`}>
            <div style={{ flex: '1 1 400px' }}>
              <TrendView
                trend={checkTrend(snapshotsOf([['ci', NOW]], days), 'ci')}
              />
            </div>
          </Sample>
        ))}
        <Sample name="nothing known">
          <div style={{ flex: '1 1 400px' }}>
            <TrendView
              trend={checkTrend(snapshotsOf([['ci', WORSE]], 90), 'ci')}
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
      <Section title="Evidence and its age">
        <EvidenceList evidence={EVIDENCE} />
      </Section>
      <Section title="Downloads">
        {DOWNLOADS.map((download, index) => (
          <Sample key={index} name={download.state}>
            <ExportButton download={download} empty={false} onExport={ignore} />
            <div style={{ flex: '1 1 400px' }}>
              <ExportOutcome download={download} />
            </div>
          </Sample>
        ))}
        <Sample name="nothing to save">
          <ExportButton download={{ state: 'idle' }} empty onExport={ignore} />
        </Sample>
      </Section>
      <Weeks />
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
