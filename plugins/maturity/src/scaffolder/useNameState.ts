import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { nameFault, type NameFault, type NameLimits } from './nameFault';

/** Long enough that a name is not asked for with each letter. */
const PAUSE = 300;

/** What is known of a name. */
export type NameState =
  | { is: 'empty' }
  | { is: 'faulty'; fault: NameFault }
  | { is: 'checking' }
  | { is: 'free' }
  | { is: 'taken'; entityRef: string }
  /** The catalog did not answer. */
  | { is: 'unchecked' };

/** Judges a name as it is typed: first its form, then, after a pause, whether the catalog has it. */
export function useNameState(name: string, limits: NameLimits): NameState {
  const catalog = useApiHolder().get(catalogApiRef);
  const fault = name === '' ? undefined : nameFault(name, limits);
  const asks = name !== '' && fault === undefined;
  const [answer, setAnswer] = useState<{ name: string; state: NameState }>();

  useEffect(() => {
    if (!asks) return undefined;
    let late = false;
    const entityRef = `component:default/${name}`;
    const tell = (state: NameState) => {
      if (!late) setAnswer({ name, state });
    };
    const timer = setTimeout(() => {
      if (!catalog) {
        tell({ is: 'unchecked' });
        return;
      }
      catalog.getEntityByRef(entityRef).then(
        found => tell(found ? { is: 'taken', entityRef } : { is: 'free' }),
        () => tell({ is: 'unchecked' }),
      );
    }, PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [asks, catalog, name]);

  if (name === '') return { is: 'empty' };
  if (fault) return { is: 'faulty', fault };
  return answer?.name === name ? answer.state : { is: 'checking' };
}
