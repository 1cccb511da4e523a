import type { Text } from '../hooks/useText';
import type { NameFault, NameLimits } from './nameFault';
import type { NameState } from './useNameState';

/** A fault of a name in words. */
export function faultMessage(
  t: Text,
  options: { fault: NameFault; name: string; limits: NameLimits },
): string {
  const { fault, name, limits } = options;
  switch (fault) {
    case 'short':
      return t('scaffolder.name.short', { least: String(limits.least) });
    case 'long':
      return t('scaffolder.name.long', {
        most: String(limits.most),
        length: String(name.length),
      });
    case 'form':
      return t('scaffolder.name.form');
    case 'reserved':
      return t('scaffolder.name.reserved', { name });
    default: {
      const unreachable: never = fault;
      return unreachable;
    }
  }
}

/** What is known of a name in words; empty before there is a name. */
export function nameMessage(
  t: Text,
  options: { state: NameState; name: string; limits: NameLimits },
): string {
  const { state, name, limits } = options;
  switch (state.is) {
    case 'empty':
      return '';
    case 'faulty':
      return faultMessage(t, { fault: state.fault, name, limits });
    case 'checking':
    case 'taken':
    case 'occupied':
    case 'unchecked':
      return t(`scaffolder.name.${state.is}`, { name });
    case 'free':
      return t(`scaffolder.name.freeWhere.${state.target}`, { name });
    default: {
      const unreachable: never = state;
      return unreachable;
    }
  }
}
