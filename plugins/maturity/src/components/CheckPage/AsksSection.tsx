import { applicabilityText } from '@backstage-maturity/plugin-maturity-common';
import type { Check } from '../../api';
import { useText } from '../../hooks/useText';
import { Prose, Section } from '../frame';
import { Facts } from './Facts';

/** When the check passes, when it fails, and whom it asks. */
export function AsksSection(props: { check: Check }) {
  const { check } = props;
  const t = useText();
  return (
    <Section title={t('checks.asks.title')}>
      <Facts
        facts={[
          {
            word: t('checks.asks.passes'),
            text: <Prose text={check.passes} />,
          },
          {
            word: t('checks.asks.fails'),
            text: check.fails && <Prose text={check.fails} />,
          },
          {
            word: t('checks.asks.absent'),
            text: t(
              check.absent === 'fail'
                ? 'checks.asks.absentFail'
                : 'checks.asks.absentUnknown',
            ),
          },
          {
            word: t('checks.asks.applies'),
            text: <Prose text={applicabilityText(check.applies)} />,
          },
          {
            word: t('checks.asks.inherits'),
            text: check.inherits.join(', '),
          },
        ]}
      />
    </Section>
  );
}
