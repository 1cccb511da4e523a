import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useLoad } from '../../../hooks/useLoad';
import { useText } from '../../../hooks/useText';
import type { ControlProps } from './ControlProps';
import { SuggestControl } from './SuggestControl';

const SHOWN = 30;

/** References of the catalog, found as a name is typed; without a catalog they can still be typed. */
export function EntityControl(
  props: ControlProps & { kinds: readonly string[]; several?: boolean },
) {
  const { kinds, several = false, ...shared } = props;
  const { value } = props;
  const t = useText();
  const catalog = useApiHolder().get(catalogApiRef);
  const word = several ? value.slice(value.lastIndexOf(',') + 1) : value;
  const term = word.slice(word.search(/[^:/]*$/)).trim();
  const [asked, setAsked] = useState(term);
  useDebounce(() => setAsked(term), 250, [term]);
  const kind = kinds.join();
  const load = useCallback(async (): Promise<string[]> => {
    if (!catalog) return [];
    const { items } = await catalog.queryEntities({
      filter: { kind: kind.split(',') },
      fields: ['kind', 'metadata.namespace', 'metadata.name'],
      limit: SHOWN,
      ...(asked !== '' && {
        fullTextFilter: { term: asked, fields: ['metadata.name'] },
      }),
    });
    return items.map(item => stringifyEntityRef(item));
  }, [asked, catalog, kind]);
  const { value: options = [], error } = useLoad(load);
  return (
    <SuggestControl
      {...shared}
      several={several}
      options={options}
      {...(error && { note: t('fix.form.options') })}
    />
  );
}
