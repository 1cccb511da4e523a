import {
  fixFor,
  createEntityView,
} from '@backstage-maturity/plugin-maturity-common';
import type { Entity } from '@backstage/catalog-model';
import { useState } from 'react';
import { Objectives } from '../src/components/EntityContent/Objectives';
import { FixDialog } from '../src/components/FixDialog/FixDialog';
import type { FixRequest } from '../src/components/FixDialog/FixRequest';
import { TaskLog } from '../src/components/FixDialog/TaskLog';
import { Action, Section } from '../src/components/frame';
import { SloEditor } from '../src/components/SloEditor';
import { TierOption } from '../src/scaffolder/TierOption';
import { promisesOf } from '../src/scaffolder/tierPromise';
import { TrackResult } from '../src/scaffolder/TrackResult';
import { Sample } from './Sample';

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: {
      'maturity/tier': '1',
      'maturity/slo': 'availability=99.95/30d, latency(300ms)=99/30d',
      'maturity/runbook': 'none',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
};

function requestOf(check: string): FixRequest | undefined {
  const fix = fixFor(createEntityView(ENTITY), {
    check,
    track: 'sre',
    level: 1,
    status: 'unknown',
    reason: 'no-evidence',
    evidence: [],
    remedy: 'Say where the `runbook` is.',
  });
  return (
    fix && {
      is: 'fix',
      fix,
      title: check,
      reason: 'Nothing is known about it.',
    }
  );
}

const REQUESTS: readonly (readonly [string, FixRequest | undefined])[] = [
  ['annotate', { is: 'annotate' }],
  ...['runbook', 'slo-defined', 'has-owner', 'a-check-of-yours'].map(
    check => [check, requestOf(check)] as const,
  ),
];

const TIERS = [
  ['1', 'availability=99.95/30d, latency(300ms)=99/30d'],
  ['2', 'availability=99.9/30d'],
  ['3', ''],
] as const;

/** Everything that a person fills in, and what a template comes to. */
export function Forms() {
  const [opened, setOpened] = useState<FixRequest>();
  const [tier, setTier] = useState('2');
  const [slos, setSlos] = useState(
    'availability=99.95/30d, latency(300ms)=99/30d',
  );
  return (
    <>
      <Section title="Forms">
        <Sample name="dialogs">
          {REQUESTS.map(([name, request]) => (
            <Action
              key={name}
              variant="outlined"
              onClick={() => setOpened(request)}
            >
              {name}
            </Action>
          ))}
        </Sample>
        <SloEditor value={slos} onChange={setSlos} />
        <code>{slos}</code>
      </Section>
      <Objectives slos={slos} />
      <Section title="Log of a run">
        <TaskLog
          lines={[
            'Beginning step Edit the catalog file',
            '\u001b[32minfo\u001b[39m: metadata.annotations.maturity/tier: 2 -> 1',
          ]}
          isOpen
        />
      </Section>
      <Section title="Tiers">
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16 }}>
          {TIERS.map(([each, objectives]) => (
            <TierOption
              key={each}
              group="tiers"
              tier={each}
              promises={promisesOf(objectives)}
              largest={43.2}
              chosen={each === tier}
              onChoose={() => setTier(each)}
            />
          ))}
        </div>
      </Section>
      <Section title="Result of a template">
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 32 }}>
          {[null, 0, 2, 4].map(level => (
            <TrackResult
              key={level}
              result={{
                track: 'devops',
                title: 'DevOps',
                level,
                levelName: level === null ? 'does not apply' : 'Silver',
                levels: 4,
                achievable: level === null ? null : 4,
                score: level === null ? null : 62,
                next:
                  level === 2
                    ? [{ check: 'sbom', title: 'It lists what it contains' }]
                    : [],
              }}
            />
          ))}
        </div>
      </Section>
      {opened && (
        <FixDialog
          entity={ENTITY}
          request={opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}
