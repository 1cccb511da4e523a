import { useApiHolder } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { lookUpRepository, type RepositoryAnswer } from './lookUpRepository';
import {
  isComplete,
  type RepositoryFault,
  repositoryFault,
} from './repositoryFault';
import { type RepositoryParts, textOf } from './repositoryText';

/** Long enough that a repository is not asked for with each letter. */
const PAUSE = 300;

/** What is known of a repository. */
export type RepositoryState =
  | { is: 'incomplete' }
  | { is: 'faulty'; fault: RepositoryFault }
  | { is: 'checking' }
  | RepositoryAnswer;

/** Judges a repository as it is typed: first its form, then, after a pause, whether it exists. */
export function useRepositoryState(parts: RepositoryParts): RepositoryState {
  const apis = useApiHolder();
  const fault = repositoryFault(parts);
  const repoUrl = textOf(parts);
  const asks = isComplete(parts) && fault === undefined;
  const [answered, setAnswered] = useState<{
    repoUrl: string;
    answer: RepositoryAnswer;
  }>();

  useEffect(() => {
    if (!asks) return undefined;
    let late = false;
    const timer = setTimeout(async () => {
      const answer = await lookUpRepository(apis, repoUrl);
      if (!late) setAnswered({ repoUrl, answer });
    }, PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [asks, apis, repoUrl]);

  if (fault) return { is: 'faulty', fault };
  if (!asks) return { is: 'incomplete' };
  return answered?.repoUrl === repoUrl ? answered.answer : { is: 'checking' };
}
