import type { Text } from '../hooks/useText';
import type { RepositoryState } from './useRepositoryState';

/** What is known of a repository in words; empty as long as a part of it is missing. */
export function repositoryMessage(
  t: Text,
  options: { state: RepositoryState; repository: string; existing: boolean },
): string {
  const { state, repository, existing } = options;
  const wanted = existing ? 'existing' : 'new';
  switch (state.is) {
    case 'incomplete':
      return '';
    case 'faulty':
      return t(`scaffolder.repository.fault.${state.fault}`);
    case 'checking':
    case 'free':
    case 'exists':
    case 'unchecked':
      return t(`scaffolder.repository.${wanted}.${state.is}`, { repository });
    default: {
      const unreachable: never = state;
      return unreachable;
    }
  }
}
