import { useApiHolder } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { lookUpName, type NameAnswer, type Target } from './lookUpName';
import { nameFault, type NameFault, type NameLimits } from './nameFault';

/** Long enough that a name is not asked for with each letter. */
const PAUSE = 300;

/** What is known of a name. */
export type NameState =
  | { is: 'empty' }
  | { is: 'faulty'; fault: NameFault }
  | { is: 'checking' }
  | NameAnswer;

/** Judges a name as it is typed: first its form, then, after a pause, whether it can be had. */
export function useNameState(
  name: string,
  limits: NameLimits,
  target: Target,
): NameState {
  const apis = useApiHolder();
  const fault = name === '' ? undefined : nameFault(name, limits);
  const asks = name !== '' && fault === undefined;
  const [answered, setAnswered] = useState<{
    name: string;
    target: Target;
    answer: NameAnswer;
  }>();

  useEffect(() => {
    if (!asks) return undefined;
    let late = false;
    const timer = setTimeout(async () => {
      const answer = await lookUpName({ apis, name, target });
      if (!late) setAnswered({ name, target, answer });
    }, PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [asks, apis, name, target]);

  if (name === '') return { is: 'empty' };
  if (fault) return { is: 'faulty', fault };
  return answered?.name === name && answered.target === target
    ? answered.answer
    : { is: 'checking' };
}
