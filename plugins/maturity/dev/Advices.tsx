import { Section } from '../src/components/frame';
import { VerdictPanel } from '../src/components/AdvicePage/VerdictPanel';
import type { Advice, Model, Verdict } from '../src/components/AdvicePage/wire';
import { Sample } from './Sample';
import { advice, definitions } from './sample';

const VERDICTS: readonly (readonly [Verdict, Model])[] = [
  ['now', 'devops'],
  ['next', 'sre'],
  ['later', 'platform'],
  ['attained', 'devops'],
  ['not-indicated', 'sre'],
  ['not-worth-it-yet', 'platform'],
  ['unknown', 'platform'],
];

const WITH_RULES: ReadonlySet<Verdict> = new Set<Verdict>([
  'now',
  'next',
  'later',
  'attained',
]);

const SMALL = {
  ruleId: 'PB1',
  measure: 'developers',
  value: 7,
  threshold: 10,
  origin: 'ours' as const,
  entityRefs: [],
  claims: [62, 63],
};

function told(verdict: Verdict, model: Model): Advice {
  const { verdicts } = advice.advice;
  const blocked = verdict === 'not-worth-it-yet';
  const fired = WITH_RULES.has(verdict) ? verdicts[model].evidence : [];
  return {
    ...advice.advice,
    verdicts: {
      ...verdicts,
      [model]: {
        verdict,
        triggers: fired.map(({ ruleId }) => ruleId),
        blockers: blocked ? [SMALL.ruleId] : [],
        evidence: blocked ? [SMALL] : fired,
      },
    },
  };
}

/** A model under every verdict. */
export function Advices() {
  return (
    <Section title="Verdicts on a model">
      {VERDICTS.map(([verdict, model]) => (
        <Sample key={verdict} name={verdict}>
          <div style={{ flex: '1 1 400px' }}>
            <VerdictPanel
              model={model}
              advice={told(verdict, model)}
              definitions={definitions}
            />
          </div>
        </Sample>
      ))}
    </Section>
  );
}
