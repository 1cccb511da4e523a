import { STAGES } from '@backstage-maturity/plugin-maturity-common';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import type { Styles } from '../terminal/styles';
import type { ScoredEntity } from './ScoredEntity';

/** What text on a terminal is made with. */
export interface Look {
  definitions: DefinitionSet;
  styles: Styles;
  /** Width of the screen; undefined where lines may have any length. */
  columns?: number;
}

/** Where an entity stands and, when it is not there yet, where it is bound for. */
export function stageText(
  { stage, target }: ScoredEntity['card'],
  styles: Styles,
): string {
  if (stage === null) {
    return 'leaving';
  }
  const isThere =
    target === null || STAGES.indexOf(stage) >= STAGES.indexOf(target);
  return isThere ? stage : `${stage} ${styles.arrow} ${target}`;
}

export function percent(value: number | null): string {
  return value === null ? '-' : `${value}%`;
}
