import type { Text } from '../hooks/useText';
import type { OwnerChoice } from './useOwnerChoice';

/** What is wrong or cannot be known about an owner in words; empty when nothing is. */
export function ownerMessage(t: Text, choice: OwnerChoice): string {
  const { owners, text, offered, entityRef, isUnknown } = choice;
  if (owners.failed) return t('scaffolder.owner.failed');
  if (owners.busy) return '';
  if (owners.options.length === 0) return t('scaffolder.owner.empty');
  if (offered.length === 0) return t('scaffolder.owner.noMatch', { text });
  return isUnknown ? t('scaffolder.owner.missing', { entityRef }) : '';
}
