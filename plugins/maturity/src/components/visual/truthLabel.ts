import type { Text } from '../../hooks/useText';
import type { TruthParts } from './truthParts';

/** What a truth bar says in words; parts that are empty are left out. */
export function truthLabel(t: Text, parts: TruthParts): string {
  const passed = t('visual.truth.summary', { passed: String(parts.passed) });
  const split =
    parts.declared !== null && parts.passed > 0
      ? ` (${t('visual.truth.split', {
          proven: String(parts.proven),
          declared: String(parts.declared),
        })})`
      : '';
  const rest = [
    parts.unknown > 0 &&
      t('visual.truth.unknown', { unknown: String(parts.unknown) }),
    parts.failed > 0 &&
      t('visual.truth.failed', { failed: String(parts.failed) }),
  ].filter(Boolean);
  return [`${passed}${split}`, ...rest].join(', ');
}
