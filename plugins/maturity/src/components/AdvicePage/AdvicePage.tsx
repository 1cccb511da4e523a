import { useText } from '../../hooks/useText';
import { useTitle } from '../../hooks/useTitle';
import { Body, Failure, Notice, Skeletons } from '../frame';
import { ActionsSection } from './ActionsSection';
import { CompareSection } from './CompareSection';
import { CrossedNotice, GrowthSection, useGrowth } from './growth';
import { NotYetSection } from './NotYetSection';
import { RestsSection } from './RestsSection';
import { RunningTypes } from './RunningTypes';
import { StandingSection } from './StandingSection';
import { type AdviceData, useAdvice } from './useAdvice';
import { VerdictsSection } from './VerdictsSection';

/** What the organization needs next, on what evidence: the body, without a page around it. */
export function AdvicePage() {
  const { value, error, missing, reload } = useAdvice();
  const t = useText();
  useTitle(t('common.adviceTab'));
  return (
    <Body>
      {error && missing && (
        <Notice severity="info" role="status" title={t('advice.empty.title')}>
          {t('advice.empty.text')}
        </Notice>
      )}
      {error && !missing && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[220, 140, 320, 160]} />}
      {value && !missing && <AdviceView {...value} />}
    </Body>
  );
}

function AdviceView({ answer, definitions, types }: AdviceData) {
  const { advice } = answer;
  const growth = useGrowth();
  return (
    <RunningTypes.Provider value={types}>
      <StandingSection answer={answer} definitions={definitions} />
      {growth.value && !growth.refused && (
        <CrossedNotice
          crossings={growth.value.crossings}
          definitions={definitions}
        />
      )}
      <ActionsSection actions={advice.nextActions} />
      <VerdictsSection advice={advice} definitions={definitions} />
      <NotYetSection advice={advice} definitions={definitions} />
      <GrowthSection growth={growth} />
      <RestsSection advice={advice} />
      <CompareSection definitions={definitions} />
    </RunningTypes.Provider>
  );
}
