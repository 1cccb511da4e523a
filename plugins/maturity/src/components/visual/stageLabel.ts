import type { Text } from '../../hooks/useText';
import type { Stage, Target } from './stages';

/** What a stage path says in words; without a target where that has no meaning. */
export function stageLabel(
  t: Text,
  stage: Stage | null,
  target?: Target,
): string {
  const here = t(`visual.stage.${stage ?? 'leaving'}`);
  if (stage === null || target === undefined) {
    return t('visual.stage.labelOnly', { stage: here });
  }
  if (target === null) {
    return t('visual.stage.labelWithoutTarget', { stage: here });
  }
  return t('visual.stage.label', {
    stage: here,
    target: t(`visual.stage.${target}`),
  });
}
